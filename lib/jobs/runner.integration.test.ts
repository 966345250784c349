import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachCitation } from '@/lib/data/claim/citation.ts'
import { readSource } from '@/lib/data/shelf/source-page.ts'
import { askCapture, giveFile, readCapture } from '@/lib/data/snapshot/capture.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { newsPage, Site } from '@/lib/platform/testing/news-site.ts'
import { archive } from './archive.ts'
import { askForVisits } from './check-sources.ts'
import { Jobs, jobSettings } from './runner.ts'
import type { CaptureTools } from './tools.ts'

const at = ownDatabase()
let desk: TestDesk
let site: Site
let folder: string
let tools: CaptureTools
let jobs: Jobs | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-jobs-'))
  site = await Site.open()
  desk = await openDesk(at.db)
  tools = {
    store: diskBlobStore(folder),
    settings: { allow: [`127.0.0.1:${site.port}`] },
    registers: { doi: site.url('/doi'), isbn: site.url('/isbn') },
    archive: null,
    now: () => new Date(),
    fault: () => {},
  }
})
afterAll(async () => {
  await jobs?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

const checker = () => as(at.db, desk, 'checker')
const shelve = async (path: string) => {
  const url = site.show(path, newsPage([`What stands at ${path} is one sentence long.`], `The page at ${path}`))
  return (await addSource(at.db, await checker(), newsItem(path, url))).id
}
const cite = async (sourceId: string) =>
  attachCitation(at.db, await checker(), { ...(await claimNow(at.db, desk, 3)), ...SUPPORTS, source: { id: sourceId } })
/** Waits for what a person would see: that the capture has ended. */
const ended = async (captureId: string) => {
  for (;;) {
    const row = await readCapture(at.db, await checker(), captureId)
    if (row.state === 'done' || row.state === 'failed') return row
    await wait(50)
  }
}
const open = () => at.db.capture.findMany({ where: { endedAt: null }, select: { id: true, sourceId: true } })

test('what was asked for while no one worked is done when someone does, and what is asked for then at once', async () => {
  const early = await askCapture(at.db, await checker(), { sourceId: await shelve('/early') })
  jobs = await Jobs.open({ databaseUrl: at.url, tools, atOnce: 2, schedule: null })
  expect(await ended(early.captureId)).toMatchObject({ state: 'done' })
  const late = await askCapture(at.db, await checker(), { sourceId: await shelve('/late') })
  expect(await ended(late.captureId)).toMatchObject({ state: 'done' })
})

test('many are done, each once', async () => {
  const asked = []
  for (let n = 0; n < 12; n++)
    asked.push((await askCapture(at.db, await checker(), { sourceId: await shelve(`/many/${n}`) })).captureId)
  for (const captureId of asked) expect(await ended(captureId)).toMatchObject({ state: 'done' })
  for (let n = 0; n < 12; n++)
    expect(
      site.asked.filter(({ path }) => path === `/many/${n}`),
      `page ${n}`,
    ).toHaveLength(1)
})

test('what a killed process held is done by the next', async () => {
  await jobs?.close()
  jobs = undefined
  const { captureId } = await askCapture(at.db, await checker(), { sourceId: await shelve('/held') })
  await at.db
    .$executeRaw`UPDATE graphile_worker._private_jobs SET "locked_by" = 'dead', "locked_at" = now() - interval '11 minutes'`
  jobs = await Jobs.open({ databaseUrl: at.url, tools, atOnce: 2, schedule: null })
  expect(await ended(captureId)).toMatchObject({ state: 'done' })
})

test('what a server that is stopped was fetching is fetched by the next', async () => {
  await jobs?.close()
  // The first to ask waits for ever; the next is answered.
  let asked = 0
  const slow = createServer((_, response) => {
    asked += 1
    if (asked > 1) response.end('<!doctype html><title>Late</title><p>At last some words of it.</p>')
  })
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  const { port } = slow.address() as AddressInfo
  const settings = { ...tools, settings: { allow: [`127.0.0.1:${port}`] } }
  jobs = await Jobs.open({ databaseUrl: at.url, tools: settings, atOnce: 1, schedule: null })
  const source = newsItem('Late', `http://127.0.0.1:${port}/`)
  const { id: sourceId } = await addSource(at.db, await checker(), source)
  const { captureId } = await askCapture(at.db, await checker(), { sourceId })
  while (asked === 0) await wait(20)
  await jobs.close()
  expect(await readCapture(at.db, await checker(), captureId)).toMatchObject({ state: 'waiting' })
  jobs = await Jobs.open({ databaseUrl: at.url, tools: settings, atOnce: 1, schedule: null })
  expect(await ended(captureId)).toMatchObject({ state: 'done' })
  slow.closeAllConnections()
  slow.close()
  await jobs.close()
  jobs = await Jobs.open({ databaseUrl: at.url, tools, atOnce: 2, schedule: null })
})

describe('what was being read when its server died', () => {
  const died = async (captureId: string) => {
    await at.db.capture.update({ where: { id: captureId }, data: { state: 'reading' } })
    jobs = await Jobs.open({ databaseUrl: at.url, tools, atOnce: 2, schedule: null })
    return ended(captureId)
  }

  test('a page is not fetched and read again: it ends with the reason', async () => {
    await jobs?.close()
    const { captureId } = await askCapture(at.db, await checker(), { sourceId: await shelve('/deadly') })
    expect(await died(captureId)).toMatchObject({ state: 'failed', words: expect.stringContaining('not read again') })
    expect(site.asked.filter(({ path }) => path === '/deadly')).toHaveLength(0)
  })
  test('a file is kept unread, and says so', async () => {
    await jobs?.close()
    const sourceId = await shelve('/deadly-file')
    const sha256 = await tools.store.put(Buffer.from('Some words.'))
    const file = { sha256, fileName: 'a.txt', mediaType: null }
    const { captureId } = await giveFile(at.db, await checker(), { sourceId, file })
    expect(await died(captureId)).toMatchObject({ state: 'done', words: expect.stringContaining('could not be read') })
    const { snapshots } = await readSource(at.db, await checker(), sourceId)
    expect(snapshots).toMatchObject([{ sha256, length: 0, problem: expect.stringContaining('not read again') }])
  })
})

describe('the schedule', () => {
  test('asks for cited sources alone, and for none that was asked lately', async () => {
    await jobs?.close()
    jobs = undefined
    const [cited, uncited] = [await shelve('/cited'), await shelve('/uncited')]
    await cite(cited)
    await askForVisits(at.db, new Date())
    expect((await open()).map(({ sourceId }) => sourceId)).toEqual([cited])
    expect(uncited).not.toBe(cited)
    jobs = await Jobs.open({ databaseUrl: at.url, tools, atOnce: 2, schedule: null })
    const [under] = await open()
    if (under) await ended(under.id)
    await askForVisits(at.db, new Date())
    expect(await open()).toEqual([])
    await askForVisits(at.db, new Date(Date.now() + 7 * 3_600_000))
    expect(await at.db.capture.count({ where: { sourceId: cited } })).toBe(2)
  })
})

describe('a public archive', () => {
  const saved = async (sourceId: string) => (await readSource(at.db, await checker(), sourceId)).archived
  const job = async (sourceId: string) => {
    const { workspaceId, memberId } = await checker()
    const settings = { ...tools, archive: { endpoint: site.url('/archive') } }
    await archive(at.db, settings, { workspaceId, memberId, sourceId, snapshotId: null, url: site.url('/cited') })
  }

  test('is asked for nothing where none is set, and its failure is shown', async () => {
    const sourceId = await shelve('/archived')
    await job(sourceId)
    expect(await saved(sourceId)).toMatchObject([{ address: null, problem: expect.stringMatching(/\.$/) }])
    const { workspaceId, memberId } = await checker()
    await archive(at.db, tools, { workspaceId, memberId, sourceId, snapshotId: null, url: site.url('/cited') })
    expect(await saved(sourceId)).toHaveLength(1)
  })

  test('keeps a copy, and its address is kept', async () => {
    const json = (body: object) => ({ type: 'application/json', body: JSON.stringify(body) })
    site.show('/archive/save', json({ url: 'x', job_id: 'spn2-1' }))
    const done = { status: 'success', timestamp: '20260201120000', original_url: site.url('/cited') }
    site.show('/archive/save/status/spn2-1', json(done))
    const sourceId = await shelve('/archived-too')
    await job(sourceId)
    expect(await saved(sourceId)).toMatchObject([
      { address: `${site.url('/archive')}/web/20260201120000/${site.url('/cited')}`, problem: null },
    ])
  })
})

test.each([
  [{ ATTEST_JOBS: '0' }, /ATTEST_JOBS/],
  [{ ATTEST_JOBS: 'many' }, /ATTEST_JOBS/],
  [{ ATTEST_CHECK_SCHEDULE: 'daily' }, /five fields/],
  [{ ATTEST_CHECK_SCHEDULE: '61 3 * * 1' }, /five fields/],
  [{ ATTEST_FETCH_PROXY: 'nonsense' }, /ATTEST_FETCH_PROXY/],
])('a setting that cannot be what it says is told: %j', (env, words) => {
  expect(() => jobSettings(at.url, { ATTEST_BLOBS: folder, ...env })).toThrow(words)
})

test('a schedule is five fields', () => {
  const { schedule } = jobSettings(at.url, { ATTEST_BLOBS: folder, ATTEST_CHECK_SCHEDULE: ' 0 3 * * 1 ' })
  expect(schedule).toBe('0 3 * * 1')
})
