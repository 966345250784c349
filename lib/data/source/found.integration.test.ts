import { beforeEach, expect, test } from 'vitest'
import { fillRecord } from '@/lib/domain/source/fill.ts'
import { recordKey } from '@/lib/domain/source/form.ts'
import { type FoundValue, foundIn } from '@/lib/domain/source/found.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { redactSource } from '../redaction/source.ts'
import { readSource } from '../shelf/source-page.ts'
import { recordVisit } from '../snapshot/snapshot.ts'
import { as, newsItem, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { addSource, amendSource } from './source.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0
let sourceId: string
const URL = 'https://canal.example/mlyn'
const TAKEN: Partial<Csl> = { title: 'Mlyn zhoriv', author: [{ family: 'Koval', given: 'Hanna' }] }
const FOUND: FoundValue[] = [
  ...foundIn('json_ld', TAKEN),
  ...foundIn('open_graph', { title: 'Mlyn zhoriv – Kanal' }),
  ...foundIn('html', { author: [{ literal: 'Redaktsiia Kanalu' }] }),
]

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Found${desks}`)
  const csl: Csl = { type: 'webpage', title: 'canal.example/mlyn', URL }
  const source = { csl, reliability: null, gradeReason: '', unconfirmed: ['type', 'title'] }
  sourceId = (await addSource(at.db, await checker(), source)).id
  await visit(FOUND)
})

const checker = () => as(at.db, desk, 'checker')
const read = async () => readSource(at.db, await checker(), sourceId)

async function visit(found: readonly FoundValue[]) {
  const fill = (record: Parameters<typeof fillRecord>[0]) => {
    const filled = fillRecord(record, TAKEN)
    return filled && { ...filled, found }
  }
  const snapshot = pageOf(URL, 'The mill burned down.')
  await recordVisit(at.db, await checker(), { sourceId, url: URL, came: { to: 'answer', snapshot, fill } })
}

test('what each place said is kept with the record that was filled', async () => {
  const { csl, found, unconfirmed } = await read()
  expect(csl.title).toBe('Mlyn zhoriv')
  expect(unconfirmed).toEqual(['type', 'title', 'authors'])
  expect(found).toEqual([
    { field: 'title', from: 'json_ld', value: 'Mlyn zhoriv' },
    { field: 'title', from: 'open_graph', value: 'Mlyn zhoriv – Kanal' },
    { field: 'authors', from: 'json_ld', value: 'Koval, Hanna' },
    { field: 'authors', from: 'html', value: 'Redaktsiia Kanalu' },
  ])
  expect(await breaksOf(at.url)).toEqual([])
})

test('it stays to be compared when a person takes another', async () => {
  const { csl, found } = await read()
  const amended = { sourceId, csl: { ...csl, title: 'Mlyn zhoriv – Kanal' }, unconfirmed: ['authors'] }
  expect(await amendSource(at.db, await checker(), amended)).toEqual({ outcome: 'amended' })
  expect(await read()).toMatchObject({ csl: { title: 'Mlyn zhoriv – Kanal' }, found, unconfirmed: ['authors'] })
  expect(await breaksOf(at.url)).toEqual([])
})

test('only fields that hold something, now or before, are offered to be redacted, and to an owner alone', async () => {
  const fields = async (role: 'owner' | 'editor') =>
    (await readSource(at.db, await as(at.db, desk, role), sourceId)).redactable
  expect(await fields('editor')).toEqual([])
  expect(await fields('owner')).toEqual(['title', 'author', 'URL'])
  const { csl } = await read()
  const { author: _, ...rest } = csl
  await amendSource(at.db, await checker(), { sourceId, csl: rest, unconfirmed: [] })
  expect(await fields('owner')).toEqual(['title', 'author', 'URL'])
  const owner = await as(at.db, desk, 'owner')
  for (const field of ['author', 'title'] as const)
    await redactSource(at.db, owner, { sourceId, field, reason: 'A person asked for it.' })
  expect(await fields('owner')).toEqual(['URL'])
})

test('a redacted field goes from what was found, too, taken or not', async () => {
  const owner = await as(at.db, desk, 'owner')
  const asked = { sourceId, field: 'author', reason: 'The reporter asked for it.' } as const
  await redactSource(at.db, owner, asked)
  const { csl, found } = await read()
  expect(csl.author).toBeUndefined()
  expect(found.map(({ field }) => field)).toEqual(['title', 'title'])
  const rows = JSON.stringify(await at.db.sourceRecord.findMany({ where: { sourceId } }))
  expect(rows).not.toMatch(/Koval|Redaktsiia/)
  expect(await breaksOf(at.url)).toEqual([])
})

test('a record that someone else changed meanwhile is not replaced', async () => {
  const { id } = await addSource(at.db, await checker(), newsItem('Two typists'))
  const saw = recordKey({ ...newsItem('Two typists').csl })
  const amended = { sourceId: id, csl: { ...newsItem('Two typists').csl, publisher: 'Prom' }, unconfirmed: [] }
  expect(await amendSource(at.db, await checker(), { ...amended, seen: saw })).toEqual({ outcome: 'amended' })
  const other = { sourceId: id, csl: { ...newsItem('Two typists').csl, language: 'be' }, unconfirmed: [] }
  expect(await amendSource(at.db, await checker(), { ...other, seen: saw })).toEqual({ outcome: 'changed' })
  const seen = recordKey(amended.csl)
  expect(await amendSource(at.db, await checker(), { ...other, seen })).toEqual({ outcome: 'amended' })
})
