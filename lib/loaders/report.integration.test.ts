import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/data/db.ts'
import { openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { breaksOf, ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { readCheckpointFile } from '@/lib/exchange/report/checkpoint-file.ts'
import { embeddedCheckpoint } from '@/lib/exchange/report/report.ts'
import { verifyReportFile } from '@/lib/exchange/report/verify.ts'
import { openSigningKey } from '@/lib/platform/auth/signing-key.ts'
import { loadReportFile } from './report.ts'

// Which desk was chosen is a cookie; here none was.
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }) }))

const at = ownDatabase()
let folder: string
let desk: TestDesk

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-signed-'))
  vi.stubEnv('DATABASE_URL', at.url)
  desk = await openDesk(at.db)
})
afterEach(() => vi.stubEnv('ATTEST_SIGNING_KEY', undefined))
afterAll(async () => {
  await db().$disconnect()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const download = (pin: string | null = null) => loadReportFile(desk.seats.editor.session, desk.slug, null, pin)

test('a downloaded report is signed with the installation’s key, which is made at the first use', async () => {
  const place = join(folder, 'key.pem')
  vi.stubEnv('ATTEST_SIGNING_KEY', place)
  const { text, name } = await download()
  expect(statSync(place).mode & 0o777).toBe(0o600)
  const { publicKey } = openSigningKey(place)
  expect(verifyReportFile(text, publicKey)).toMatchObject({ holds: true, key: publicKey })
  const pin = /-(\d+\.\d+)\.html$/.exec(name)?.[1] ?? ''
  expect((await download(pin)).text).toBe(text)
  const { checkpoint } = readCheckpointFile(embeddedCheckpoint(text) ?? '', [publicKey])
  expect(checkpoint?.clocks.map(({ seq }) => seq).join('.')).toBe(pin)
  expect(await breaksOf(at.url, { checkpoint })).toEqual([])
})

test('without a key it is made all the same, and says that it carries no signature', async () => {
  expect(verifyReportFile((await download()).text)).toMatchObject({ holds: true, key: null })
})

test('with a key that can’t be used none is made, and the words say why', async () => {
  const bad = join(folder, 'bad.pem')
  writeFileSync(bad, 'nothing')
  vi.stubEnv('ATTEST_SIGNING_KEY', bad)
  await expect(download()).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('is not an Ed25519 private key in PEM, so nothing was signed'),
  })
})
