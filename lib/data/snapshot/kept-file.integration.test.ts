import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseFile } from '@/lib/jobs/erase-file.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { keepIn } from '@/lib/platform/blob/store.ts'
import { newId } from '@/lib/platform/ids.ts'
import { redactSnapshot } from '../redaction/snapshot.ts'
import { addSource } from '../source/source.ts'
import { as, newsItem, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { endCapture, giveFile } from './capture.ts'
import { askErasure, eraseUnnamed, holdFile } from './kept-file.ts'
import { recordGiven, recordVisit } from './snapshot.ts'

const at = ownDatabase()
const folder = join(tmpdir(), `kept-${newId()}`)
const store = diskBlobStore(folder)
let desk: TestDesk
let other: TestDesk

beforeAll(async () => {
  desk = await openDesk(at.db, 'Mill')
  other = await openDesk(at.db, 'Weir')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Bytes of their own, kept; `named` records a snapshot of them. */
async function file(on = desk) {
  const text = `The letters of ${newId()}`
  const bytes = new TextEncoder().encode(text)
  const sha256 = await store.put(bytes)
  const checker = await as(at.db, on, 'checker')
  const source = async (desk = on) => (await addSource(at.db, await as(at.db, desk, 'checker'), newsItem(newId()))).id
  const page = { ...pageOf('https://unused.example/', text), sha256, bytes: bytes.length }
  const keep = () => keepIn(store, sha256, bytes)
  return {
    ...{ bytes, sha256, keep, checker, source },
    given: async (desk = on) =>
      recordGiven(at.db, await as(at.db, desk, 'checker'), {
        sourceId: await source(desk),
        snapshot: { ...page, fetched: null, fileName: 'letters.txt' },
      }),
    visited: async () => {
      const asked = { sourceId: await source(), url: 'https://unused.example/' }
      return recordVisit(at.db, checker, { ...asked, came: { to: 'answer', snapshot: page, keep } })
    },
    upload: async () => giveFile(at.db, checker, { sourceId: await source(), file: { sha256, ...NAMED }, keep }),
  }
}

const NAMED = { fileName: 'letters.txt', mediaType: null }
const redact = async (snapshotId: string, on = desk) =>
  redactSnapshot(at.db, await as(at.db, on, 'owner'), { snapshotId, reason: 'A person asked for it.' })
const erase = (sha256: string) => eraseFile(at.db, store, { sha256 })
const jobs = async (sha256: string) =>
  (
    await at.db.$queryRaw<{ key: string; later: boolean }[]>`
      SELECT "key", "run_at" > now() + interval '1 minute' AS "later" FROM graphile_worker.jobs WHERE "key" LIKE ${`%${sha256}`}`
  ).sort((a, b) => a.key.localeCompare(b.key))

/** A gate that someone waits at until it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('a file that a living snapshot names is never lost', () => {
  test('another snapshot of the same source, and one of another desk', async () => {
    const one = await file()
    const first = await one.given()
    const second = await one.given()
    const third = await one.given(other)
    for (const [snapshotId, on, came] of [
      [first.snapshotId, desk, 'named'],
      [second.snapshotId, desk, 'named'],
      [third.snapshotId, other, 'erased'],
    ] as const) {
      await redact(snapshotId, on)
      expect(await erase(one.sha256)).toBe(came)
      expect(await store.has(one.sha256)).toBe(came === 'named')
    }
  })

  test('a visit that comes to name it while it is erased puts it there again', async () => {
    const one = await file()
    const { snapshotId } = await one.given()
    await redact(snapshotId)
    const [asked, erased] = [gate(), gate()]
    const erasing = eraseUnnamed(at.db, one.sha256, async () => {
      asked.open()
      await erased.opened
      await store.erase(one.sha256)
    })
    await asked.opened
    let done = false
    const visiting = one.visited().finally(() => {
      done = true
    })
    await waitingFor(one.sha256)
    expect(done).toBe(false)
    erased.open()
    expect(await erasing).toBe('erased')
    await visiting
    expect(await store.get(one.sha256)).toEqual(one.bytes)
  })

  test('one that is erased while a visit comes to name it is left', async () => {
    const one = await file()
    const [holds, commit] = [gate(), gate()]
    const naming = at.db.$transaction(async (tx) => {
      await holdFile(tx, one.sha256, one.keep)
      holds.open()
      await commit.opened
      await tx.capture.create({
        data: {
          ...{ id: newId(), workspaceId: desk.workspaceId, sourceId: await one.source(), sha256: one.sha256 },
          ...{ state: 'waiting', createdAt: new Date() },
        },
      })
    })
    await holds.opened
    const erasing = erase(one.sha256)
    await waitingFor(one.sha256)
    commit.open()
    await naming
    expect(await erasing).toBe('wanted')
    expect(await store.has(one.sha256)).toBe(true)
  })

  test('an upload that was under way when the only snapshot of it was redacted', async () => {
    const one = await file()
    const { snapshotId } = await one.given()
    const { captureId } = await one.upload()
    await redact(snapshotId)
    expect(await erase(one.sha256)).toBe('wanted')
    const kept = await one.given()
    await endCapture(at.db, captureId, { state: 'done', words: '', at: new Date() })
    expect(await erase(one.sha256)).toBe('named')
    expect(await store.has(one.sha256)).toBe(true)
    expect(kept.snapshotId).not.toBe(snapshotId)
  })

  test('in any order of twelve at once: uploads, visits, redactions and erasures', async () => {
    for (let round = 0; round < 6; round++) {
      const one = await file()
      const { snapshotId } = await one.given()
      await Promise.all([
        ...Array.from({ length: 4 }, () => one.visited()),
        redact(snapshotId).then(() => erase(one.sha256)),
        ...Array.from({ length: 3 }, () => erase(one.sha256)),
        ...Array.from({ length: 3 }, () => one.upload()),
      ])
      expect(await store.get(one.sha256)).toEqual(one.bytes)
    }
    expect(await breaksOf(at.url, { blobs: store })).toEqual([])
  })
})

describe('bytes that nothing names are not kept', () => {
  test('after an upload that came to nothing while they were redacted', async () => {
    const one = await file()
    const { snapshotId } = await one.given()
    const { captureId } = await one.upload()
    await redact(snapshotId)
    expect(await erase(one.sha256)).toBe('wanted')
    // It is asked again by itself, once the upload may have ended.
    expect(await jobs(one.sha256)).toEqual([{ key: `erase ${one.sha256}`, later: true }])
    await endCapture(at.db, captureId, { state: 'failed', words: 'Not a letter.', at: new Date() })
    expect(await erase(one.sha256)).toBe('erased')
    expect(await store.has(one.sha256)).toBe(false)
  })

  test('after whoever put them there died before naming them: it had been asked for before', async () => {
    const one = await file()
    await askErasure(at.db, one.sha256, true)
    expect(await jobs(one.sha256)).toEqual([{ key: `erase later ${one.sha256}`, later: true }])
    expect(await erase(one.sha256)).toBe('erased')
    expect(await store.has(one.sha256)).toBe(false)
  })

  test('after a redaction, whose transaction asks for it', async () => {
    const one = await file()
    const { snapshotId } = await one.given()
    expect(await jobs(one.sha256)).toEqual([])
    await redact(snapshotId)
    expect(await jobs(one.sha256)).toEqual([{ key: `erase ${one.sha256}`, later: false }])
    expect(await erase(one.sha256)).toBe('erased')
    expect(await erase(one.sha256)).toBe('erased')
    expect(await store.has(one.sha256)).toBe(false)
  })
})

/** Until someone waits for the lock on a file. */
async function waitingFor(sha256: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const [row] = await at.db.$queryRaw<{ waiting: boolean }[]>`
      SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()) AS "waiting"`
    if (row?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`no one waits for ${sha256}`)
}
