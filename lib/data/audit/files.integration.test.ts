import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import type { BlobStore } from '@/lib/platform/blob/store.ts'
import { recordGiven } from '../snapshot/snapshot.ts'
import { addSource } from '../source/source.ts'
import { as, newsItem, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { Tampering } from '../testing/tampering.ts'
import { verifyAudit } from './audit.ts'

const at = ownDatabase()
const folder = mkdtempSync(join(tmpdir(), 'attest-files-'))
const blobs = diskBlobStore(folder)
const TEXTS = ['The lock was closed.', 'Шлюз закрылі.', 'Die Schleuse war zu.', 'The lock was closed, they say.']
let desk: TestDesk
const hashes: string[] = []

beforeAll(async () => {
  desk = await openDesk(at.db, 'Lock')
  const checker = await as(at.db, desk, 'checker')
  const { id: sourceId } = await addSource(at.db, checker, newsItem('The lock'))
  for (const text of TEXTS) {
    hashes.push(await blobs.put(new TextEncoder().encode(text)))
    const snapshot = { ...pageOf('https://lock.example/', text), fetched: null, fileName: 'lock.txt' }
    await recordGiven(at.db, checker, { sourceId, snapshot })
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
const files = () => breaksOf(at.url, { blobs })

test('every file is read, and holds', async () => {
  expect(await verifyAudit(at.url, { blobs })).toMatchObject({ files: TEXTS.length, faults: [] })
  expect(await files()).toEqual([])
})

test.each([
  ['changed', (file: string) => writeFileSync(file, 'The lock was open!!!'), 'was changed or damaged'],
  ['cut', (file: string) => writeFileSync(file, 'The'), 'was changed or damaged'],
  ['emptied', (file: string) => writeFileSync(file, ''), 'was changed or damaged'],
  ['deleted', (file: string) => rmSync(file), 'is not there'],
])('a file %s: each is found, with the change that kept it', async (_, harm, words) => {
  for (const [index, hash] of hashes.entries()) {
    harm(place(hash))
    const found = await files()
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(words)
    const { createdSeq } = await at.db.snapshot.findFirstOrThrow({ where: { sha256: hash } })
    expect(found[0]).toContain(` ${createdSeq}: the snapshot’s file ${hash.slice(0, 12)}`)
    rmSync(place(hash), { force: true })
    await blobs.put(new TextEncoder().encode(TEXTS[index]))
  }
  expect(await files()).toEqual([])
})

test('all of them deleted: all are named, though only so many of the record’s other breaks are', async () => {
  for (const hash of hashes) rmSync(place(hash))
  expect(await files()).toHaveLength(TEXTS.length)
  expect(await breaksOf(at.url, { blobs, most: 2 })).toHaveLength(2)
  for (const text of TEXTS) await blobs.put(new TextEncoder().encode(text))
})

test('a file that a redaction erased is not missed', async () => {
  const tampering = await Tampering.open(at.url)
  const erased = `UPDATE "Snapshot" SET "sha256" = repeat('0', 64), "bytes" = 0 WHERE "sha256" = '${hashes[0]}'`
  try {
    const found = await tampering.found([erased], { blobs })
    expect(found.filter((line) => line.includes('file'))).toEqual([])
    expect(found.join()).toContain('Snapshot holds as recorded')
  } finally {
    await tampering.close()
  }
})

test('a store that is away is not taken for one in which everything is missing', async () => {
  const away: BlobStore = {
    ...blobs,
    get: () => Promise.reject(new Error('The store of snapshots does not answer as it should.')),
  }
  await expect(breaksOf(at.url, { blobs: away })).rejects.toThrow('does not answer')
})
