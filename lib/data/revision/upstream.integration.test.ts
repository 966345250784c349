import { beforeEach, expect, test } from 'vitest'
import type { Choice } from '@/lib/domain/revision/three-way.ts'
import { readStanding } from '../article/standing.ts'
import { readReport } from '../report/report.ts'
import { articleText, as, CLAIMS, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import type { Wanted } from './preparation.ts'
import { previewRecording, recordWanted } from './recording.ts'
import { splitClaim } from './structure.ts'
import { recordWording } from './wording.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Up${desks}`)
})

const editor = () => as(at.db, desk, 'editor')
const newer = (edit: (claims: string[]) => void, choices: Record<string, Choice> = {}): Wanted => {
  const claims = [...CLAIMS] as string[]
  edit(claims)
  return { from: 'upstream', text: articleText('The mill fire', claims), corrections: [], choices }
}
async function take(wanted: Wanted) {
  const preview = await previewRecording(at.db, await editor(), wanted)
  const taken = await recordWanted(at.db, await editor(), wanted, { seen: preview.digest, reason: 'Upstream' })
  return { preview, taken }
}
const claims = async () => {
  const { layout, texts } = await readStanding(at.db, await editor())
  return layout.blocks.flatMap((block) => block.claims.map((number) => `C-${number} ${texts.get(number)?.trim()}`))
}
const reword = async (number: number, text: string) =>
  recordWording(at.db, await editor(), { ...(await claimNow(at.db, desk, number)), text, reason: 'Desk' })

test('each state is compared with what upstream said last, not with what the desk made of it', async () => {
  await reword(3, 'The mill stood by the lake.')
  const { taken } = await take(
    newer((list) => {
      list[3] = 'It burned on 4 May 2021. '
    }),
  )
  expect(taken).toMatchObject({ outcome: 'recorded', stale: 1, conflicts: 0 })
  expect(await claims()).toContain('C-3 The mill stood by the lake.')
  await reword(4, 'It burned on 5 May 2021.')

  const again = await take(
    newer((list) => {
      list[3] = 'It burned on 4 May 2021. '
      list.push(' Nobody was tried.')
    }),
  )
  expect(again.preview.conflicts).toEqual([])
  expect(await claims()).toEqual([
    'C-1 The fire',
    'C-2 At least 12 people were killed in the mill.',
    'C-3 The mill stood by the lake.',
    'C-4 It burned on 5 May 2021.',
    'C-5 The owner had been warned.',
    'C-6 Nobody was tried.',
  ])
  expect(await breaksOf(at.url)).toEqual([])
})

test('a conflict keeps the desk’s wording, and is the desk’s from then on', async () => {
  await reword(4, 'It burned on 5 May 2021.')
  const theirs = newer((list) => {
    list[3] = 'It burned on 4 May 2021. '
  })
  const { preview, taken } = await take(theirs)
  expect(preview.conflicts).toMatchObject([{ claims: [4], choice: 'ours', theirs: 'It burned on 4 May 2021. ' }])
  expect(taken).toMatchObject({ outcome: 'recorded', conflicts: 1 })
  expect(await claims()).toContain('C-4 It burned on 5 May 2021.')
  expect((await take(theirs)).preview).toMatchObject({ conflicts: [], unchanged: true })
  const { preview: later } = await take(
    newer((list) => {
      list[3] = 'It burned on 6 May 2021. '
    }),
  )
  expect(later.conflicts).toHaveLength(1)
})

test('a claim the desk split stays split, until upstream changes it', async () => {
  const claim = await claimNow(at.db, desk, 4)
  await splitClaim(at.db, await editor(), { ...claim, cuts: ['It burned '.length], reason: 'Two things' })
  await take(newer((list) => list.push(' Nobody was tried.')))
  expect((await claims()).filter((line) => /burned|May/.test(line))).toEqual(['C-6 It burned', 'C-4 on 3 May 2021.'])
  const change = (list: string[]) => {
    list[3] = 'It burned on 4 May 2021. '
    list.push(' Nobody was tried.')
  }
  const { preview } = await take(newer(change))
  expect(preview.conflicts).toMatchObject([{ claims: [6, 4] }])
  const [conflict] = preview.conflicts
  expect((await take(newer(change, { [conflict?.key ?? '']: 'theirs' }))).preview.conflicts).toHaveLength(0)
})

test('of nothing but white space, a text with no title, and an article of ten thousand claims', async () => {
  const none = newer((list) => list.splice(0, list.length, '  ', '\t '))
  const { preview } = await take({ ...none, text: { ...articleText('T', []), blocks: [] } } as Wanted)
  expect(preview.counts).toMatchObject({ retired: 5, kept: 0 })
  expect(await claims()).toEqual([])
  const many = Array.from({ length: 10_000 }, (_, n) => `Case ${n} was heard by court ${n % 97}. `)
  const { taken } = await take(newer((list) => list.push(...many)))
  expect(taken).toMatchObject({ outcome: 'recorded' })
  expect((await claims()).length).toBe(10_005)
  const changed = many.map((text, n) => (n % 20 === 0 ? text.replace('heard', 'thrown out') : text))
  const second = await take(newer((list) => list.push(...changed)))
  expect(second.preview.counts).toMatchObject({ kept: 9_505, reworded: 500 })
  expect(await breaksOf(at.url)).toEqual([])
})

test('the report lists what came, what went and what changed, and not what was only cut', async () => {
  await splitClaim(at.db, await editor(), { ...(await claimNow(at.db, desk, 4)), cuts: [10], reason: 'Two things' })
  await take(
    newer((list) => {
      list.splice(2, 1)
      list[1] = 'At least 13 people were killed in the mill. '
      list.push(' Nobody was tried.')
    }),
  )
  const { corrections } = await readReport(at.db, await editor(), {}, async (sources) => sources.map(() => ''))
  expect(corrections.map(({ key, revision, before, after }) => [key, revision, before.trim(), after.trim()])).toEqual([
    ['C-4', 2, 'It burned on 3 May 2021.', 'on 3 May 2021.'],
    ['C-2', 3, 'At least 12 people were killed in the mill.', 'At least 13 people were killed in the mill.'],
    ['C-7', 3, '', 'Nobody was tried.'],
    ['C-3', 3, 'The mill stood by the river.', ''],
  ])
  expect(corrections.map(({ by }) => by)).not.toContain('Attest')
})
