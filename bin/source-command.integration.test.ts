import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachCitation } from '@/lib/data/claim/citation.ts'
import { as, claimNow, openDesk, SUPPORTS, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { newsPage, Site } from '@/lib/platform/testing/news-site.ts'
import { attest, endChildren } from './testing/child.ts'

/** `attest source` as it is typed, against a site of this machine. */

const at = ownDatabase()
const SAYS = [
  'The town register says that the old mill stood by the river until the fire of that spring, and was never rebuilt.',
  'Twelve people were killed in the fire, the brigade said on Tuesday, and more than forty stood on the bridge.',
]
let desk: TestDesk
let site: Site
let folder: string
const run = (...args: string[]) =>
  attest(['source', ...args], {
    DATABASE_URL: at.url,
    ATTEST_BLOBS: folder,
    ATTEST_FETCH_ALLOW: `127.0.0.1:${site.port}`,
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-source-'))
  site = await Site.open()
  desk = await openDesk(at.db)
})
afterAll(async () => {
  await endChildren()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('an address is put on the shelf and fetched; twice it is there already', async () => {
  const url = site.show('/mill', newsPage(SAYS))
  const { code, stdout, stderr } = await run('add', url)
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Its page was fetched and is kept.\n' })
  const source = await at.db.source.findUniqueOrThrow({
    where: { id: stdout.trim() },
    include: { snapshots: true, records: true },
  })
  expect(source.snapshots).toHaveLength(1)
  expect(source.records[0]?.title).toBe('Twelve people killed in mill fire')
  const again = await run('add', `${url}#top`)
  expect(again).toMatchObject({ code: 1, stdout: '' })
  expect(again.stderr).toContain(source.id)
})

test('what cannot be had is said, and the source stays', async () => {
  const gone = await run('add', site.url('/nowhere'), '--json')
  expect(gone.code).toBe(1)
  expect(JSON.parse(gone.stdout)).toMatchObject({ existing: false, outcome: 'gone' })
  const words = await run('add', 'just some words')
  expect(words).toMatchObject({ code: 1, stdout: '' })
  expect(words.stderr).toContain('Nothing was added.')
  expect(await run('add', 'http://169.254.169.254/latest/meta-data')).toMatchObject({ code: 1 })
})

test('cited sources are asked again; a quote that is gone is a problem', async () => {
  const { stdout } = await run('add', site.show('/quoted', newsPage(SAYS, 'The mill by the river')))
  const sourceId = stdout.trim()
  const snapshot = await at.db.snapshot.findFirstOrThrow({ where: { sourceId } })
  const words = 'the old mill stood by the river until the fire'
  const start = snapshot.text.indexOf(words)
  await attachCitation(at.db, await as(at.db, desk, 'checker'), {
    ...(await claimNow(at.db, desk, 3)),
    ...SUPPORTS,
    source: { id: sourceId },
    passage: { snapshotId: snapshot.id, start, end: start + words.length },
  })
  const same = await run('check', '--all')
  expect(same).toMatchObject({ code: 0, stderr: '1 asked, 0 with a problem.\n' })
  expect(same.stdout).toBe(`${sourceId}\tsame\tno quote lost\tThe mill by the river\n`)
  site.show('/quoted', newsPage(['Nothing is known of it.', ...SAYS.slice(1)], 'The mill by the river'))
  const changed = await run('check', sourceId, '--json')
  expect(changed).toMatchObject({ code: 1, stderr: '1 asked, 1 with a problem.\n' })
  expect(JSON.parse(changed.stdout)).toMatchObject({ sources: [{ source: sourceId, outcome: 'changed', lost: 1 }] })
})

test.each([[['check']], [['check', '--all', '0199b6a0-0000-7000-8000-000000000000']], [['add']]])(
  '%j is no way to call it',
  async (args) => {
    expect((await run(...args)).code).toBe(2)
  },
)
