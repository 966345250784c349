import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordGiven } from '@/lib/data/snapshot/snapshot.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { as, newsItem, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { pageOf } from '@/lib/data/testing/page.ts'
import { Tampering } from '@/lib/data/testing/tampering.ts'
import type { SignedCheckpoint } from '@/lib/domain/desk/checkpoint.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { attest, endChildren } from './testing/child.ts'

/** Checkpoints and signed reports as they are typed, with a database of the owner's and a data folder of the test's. */

const at = ownDatabase()
let folder: string
let desk: TestDesk
let tampering: Tampering
let printed: string
let checkpoint: SignedCheckpoint

const file = (name: string) => join(folder, name)
const written = (name: string, text: string) => {
  writeFileSync(file(name), text)
  return file(name)
}
const run = (...args: string[]) => attest(args, { DATABASE_URL: at.url, ATTEST_DATA: file('data') })
/** Nothing listens on port 1, and there is no key. */
const alone = (...args: string[]) =>
  attest(args, { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none', ATTEST_DATA: file('elsewhere') })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-checkpoint-'))
  desk = await openDesk(at.db)
  const checker = await as(at.db, desk, 'checker')
  const { id: sourceId } = await addSource(at.db, checker, newsItem('The mill'))
  const snapshot = { ...pageOf('https://mill.example/', 'It burned.'), fetched: null, fileName: 'mill.txt' }
  await diskBlobStore(file('data/blobs')).put(new TextEncoder().encode('It burned.'))
  await recordGiven(at.db, checker, { sourceId, snapshot })
  tampering = await Tampering.open(at.url)
  const made = await run('audit', 'checkpoint')
  expect(made.code, made.stderr).toBe(0)
  printed = made.stdout
  checkpoint = JSON.parse(printed) as SignedCheckpoint
  written('checkpoint.json', printed)
})
afterAll(async () => {
  await endChildren()
  await tampering?.close()
  rmSync(folder, { recursive: true })
})

describe('audit checkpoint', () => {
  test('prints every clock, signed with a key that is made for it, the owner’s alone', async () => {
    expect(checkpoint).toMatchObject({
      format: 'attest-checkpoint/1',
      counts: { desks: 1, articles: 1, users: 4 },
      key: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(checkpoint.clocks.map(({ id }) => id).sort()).toEqual([desk.articleId, desk.workspaceId].sort())
    expect(statSync(file('data/signing-key.pem')).mode & 0o777).toBe(0o600)
    const again = await run('audit', 'checkpoint')
    expect((JSON.parse(again.stdout) as SignedCheckpoint).key).toBe(checkpoint.key)
    expect(again.stderr).toContain(`Signed with the key ${checkpoint.key}.`)
  })

  test('signs with a key of the owner’s, which verify then has to be given', async () => {
    const own = file('own.pem')
    const made = await run('audit', 'checkpoint', '--key', own)
    expect(made.code).toBe(0)
    const given = written('by-own.json', made.stdout)
    const refused = await run('audit', 'verify', '--checkpoint', given)
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/was signed by another key: by .* Nothing was verified/)
    expect((await run('audit', 'verify', '--checkpoint', given, '--key', own)).code).toBe(0)
  })

  test('says in words where the key can’t be used', async () => {
    const bad = written('bad.pem', 'not a key')
    const { code, stdout, stderr } = await run('audit', 'checkpoint', '--key', bad)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/not an Ed25519 private key in PEM, so nothing was signed/)
  })
})

describe('audit verify --checkpoint', () => {
  const verify = (name: string, ...more: string[]) => run('audit', 'verify', '--checkpoint', file(name), ...more)

  test('the record that it was made of extends it', async () => {
    const { code, stdout, stderr } = await verify('checkpoint.json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`The record extends the checkpoint of ${checkpoint.at}.`)
    expect(stdout).toContain('The file of 1 snapshot was read, from the folder ')
    expect(JSON.parse((await verify('checkpoint.json', '--json', '--no-files')).stdout)).toMatchObject({
      holds: true,
      files: null,
      checkpoint: checkpoint.at,
    })
  })

  test.each([
    ['truncated', () => printed.slice(0, 200), /cut off or altered/],
    ['forged', () => printed.replace(/"seq": \d+/, '"seq": 1'), /does not fit what it says/],
    ['with fewer accounts', () => printed.replace(/"users": \d+/, '"users": 1'), /does not fit what it says/],
    ['empty', () => '', /cut off or altered/],
  ])('a checkpoint file %s is refused in words', async (name, text, words) => {
    const given = text()
    expect(given).not.toBe(printed)
    const { code, stdout, stderr } = await run('audit', 'verify', '--checkpoint', written(`${name}.json`, given))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(words)
    expect(stderr).toMatch(/Nothing was verified\./)
  })

  test('one that is not there, and a key that is none', async () => {
    expect((await verify('none.json')).stderr).toMatch(/none\.json can't be read: there is no such file/)
    expect((await verify('checkpoint.json', '--key', 'x')).stderr).toMatch(/x can't be read: there is no such file/)
    const none = await attest(['audit', 'verify', '--checkpoint', file('checkpoint.json')], {
      DATABASE_URL: at.url,
      ATTEST_DATA: file('elsewhere'),
    })
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('has no signing key') })
    expect((await run('audit', 'verify', '--key', checkpoint.key)).code).toBe(0)
  })

  test('newer changes taken back with all that belongs to them are found', async () => {
    const { seq } = await at.db.clock.findUniqueOrThrow({ where: { id: desk.workspaceId } })
    const deed = async () => {
      for (const statement of [
        `DELETE FROM "Snapshot" WHERE "createdSeq" = ${seq}`,
        `DELETE FROM "SourceRecord" WHERE "createdSeq" = ${seq}`,
        `UPDATE "SourceRecord" SET "endedSeq" = NULL WHERE "endedSeq" = ${seq}`,
        `DELETE FROM "QuoteCheck" WHERE "createdSeq" = ${seq}`,
        `DELETE FROM "AuditEvent" WHERE "clockId" = '${desk.workspaceId}' AND "seq" = ${seq}`,
        `UPDATE "Clock" c SET "seq" = e."seq", "hash" = e."hash" FROM "AuditEvent" e
         WHERE c."id" = '${desk.workspaceId}' AND e."clockId" = c."id" AND e."seq" = ${seq - 1}`,
      ])
        await tampering.client.query(statement)
    }
    const [bare, checked] = await tampering.during(deed, () =>
      Promise.all([run('audit', 'verify'), verify('checkpoint.json')]),
    )
    expect(bare?.code).toBe(0)
    expect(checked?.code).toBe(1)
    expect(checked?.stdout).toContain(
      `at event ${seq}: its newest changes were taken back: it ends at change ${seq - 1}, the checkpoint saw change ${seq}`,
    )
    expect(checked?.stdout).toMatch(/BROKEN {2}There are \d+ events; the checkpoint saw \d+\./)
  })

  test('a file that was changed, and one that was deleted', async () => {
    const { sha256 } = await at.db.snapshot.findFirstOrThrow()
    const place = join(folder, 'data', 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    const kept = readFileSync(place)
    try {
      writeFileSync(place, 'It burnt..')
      expect((await run('audit', 'verify')).stdout).toMatch(
        /the snapshot’s file [0-9a-f]{12}… is not what was kept then/,
      )
      rmSync(place)
      const missing = await run('audit', 'verify')
      expect(missing).toMatchObject({ code: 1, stdout: expect.stringContaining('is not there: it was deleted') })
      const unread = await run('audit', 'verify', '--no-files')
      expect(unread).toMatchObject({ code: 0, stdout: expect.stringContaining('were not read (--no-files)') })
    } finally {
      writeFileSync(place, kept)
      chmodSync(place, 0o600)
    }
  })
})

describe('a report', () => {
  beforeAll(async () => {
    expect((await run('export', desk.slug, '-o', file('report.html'))).code).toBe(0)
  })

  test('is signed, and verified from the file alone', async () => {
    const bare = await alone('report', 'verify', file('report.html'))
    expect(bare).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`It was signed with the key ${checkpoint.key}.`),
    })
    const keyed = await alone('report', 'verify', file('report.html'), '--key', checkpoint.key)
    expect(keyed).toMatchObject({ code: 0, stdout: expect.stringContaining('which is the one you gave') })
    const pem = await alone('report', 'verify', file('report.html'), '--key', file('data/signing-key.pem'))
    expect(pem.code).toBe(0)
    const other = await alone('report', 'verify', file('report.html'), '--key', 'A'.repeat(43))
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining('signed by another key') })
  })

  test('comes out the same again', async () => {
    const again = await run('export', desk.slug, '-o', '-')
    expect(again.stdout).toBe(readFileSync(file('report.html'), 'utf8'))
  })

  test('altered with its hash, but without the key, is refused', async () => {
    const text = readFileSync(file('report.html'), 'utf8')
    const swapped = text.replaceAll(checkpoint.key, 'B'.repeat(43))
    const { code, stdout } = await alone('report', 'verify', written('swapped.html', swapped))
    expect(code).toBe(1)
    expect(stdout).toMatch(/BROKEN .* Its signature does not fit its content/)
  })

  test('serves as a checkpoint of its two clocks', async () => {
    expect((await run('audit', 'verify', '--checkpoint', file('report.html'))).code).toBe(0)
    const deed = async () => {
      await tampering.client.query(`UPDATE "AuditEvent" SET "hash" = repeat('a', 64) WHERE "clockId" = $1`, [
        desk.articleId,
      ])
    }
    const found = await tampering.during(deed, () => run('audit', 'verify', '--checkpoint', file('report.html')))
    expect(found.stdout).toContain('this change is not the one that the checkpoint saw')
  })

  test('is signed with a key from the environment, where one is there', async () => {
    const pem = readFileSync(file('data/signing-key.pem'), 'utf8')
    const env = { DATABASE_URL: at.url, ATTEST_DATA: file('third'), ATTEST_SIGNING_KEY: pem }
    const { stdout } = await attest(['export', desk.slug, '-o', '-'], env)
    expect(stdout).toBe(readFileSync(file('report.html'), 'utf8'))
  })
})
