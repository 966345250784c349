import { beforeEach, describe, expect, test } from 'vitest'
import type { DraftBlock } from '@/lib/domain/revision/draft.ts'
import { readStanding } from '../article/standing.ts'
import { addArticle, as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import type { Wanted } from './preparation.ts'
import { previewRecording, recordWanted } from './recording.ts'
import { recordWording } from './wording.ts'

type Draft = Extract<Wanted, { from: 'draft' }>

const at = ownDatabase()
let desk: TestDesk
let desks = 0
const sentences = (text: string) => text.match(/[^.]*\.?\s*/gu)?.filter((part) => part !== '') ?? [text]

/** C-1 is the heading, C-2 … C-8 one paragraph. */
const SAID = [
  'The mill',
  'At least 12 people were killed in the mill. ',
  'The mill stood by the river and the guards slept nearby. ',
  'It burned on 3 May 2021. ',
  'Nobody knew why. ',
  'The owner had been warned in April by the fire brigade. ',
  'A bridge near Orsha collapsed that same winter. ',
  'Three witnesses were heard in court.',
] as const

/** Everything that can become of a claim, in one document; the last sentence is new and has a paragraph of its own. */
const DOCUMENT: { said: string; hint?: number }[] = [
  { said: 'A bridge near Orsha collapsed that same winter. ', hint: 7 },
  { said: 'At least 14 people were killed in the mill. ', hint: 2 },
  { said: 'The mill stood by the river. The guards slept nearby. ', hint: 3 },
  { said: 'It burned on 3 May 2021 and nobody knew why. ', hint: 4 },
  { said: 'Three witnesses were heard in court.', hint: 8 },
]
const KEYS = ['C-7', 'C-2', 'C-3', 'C-4+C-5', 'C-6'] as const

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Chosen${desks}`)
  const { articleId, slug } = await addArticle(at.db, desk, SAID)
  desk = { ...desk, articleId, slug }
})

const editor = () => as(at.db, desk, 'editor')
const standing = async () => readStanding(at.db, await editor())
const text = async () => {
  const { layout, texts } = await standing()
  return layout.blocks.map(({ claims }) => claims.map((number) => texts.get(number)).join(''))
}
async function document(said = DOCUMENT, last = 'An inquiry found arson.'): Promise<Draft> {
  const { revision } = await standing()
  const blocks: DraftBlock[] = [
    { id: 'b1', kind: 'heading', level: 2, runs: [{ text: SAID[0], hint: 1 }] },
    {
      id: 'b2',
      kind: 'paragraph',
      runs: said.map(({ said: words, hint }) => ({ text: words, ...(hint && { hint }) })),
    },
    { kind: 'paragraph', runs: [{ text: last }] },
  ]
  return { from: 'draft', baseRevision: revision, blocks, segment: sentences, corrections: [], choices: {} }
}
const preview = async (wanted: Wanted) => previewRecording(at.db, await editor(), wanted)
async function record(wanted: Wanted, seen?: string) {
  return recordWanted(at.db, await editor(), wanted, { seen: seen ?? (await preview(wanted)).digest, reason: 'Upkeep' })
}

describe('of a document in which everything changes', () => {
  test('all changes are shown, each with its key and whether it is chosen', async () => {
    const wanted = await document()
    const whole = await preview(wanted)
    const fresh = whole.decisions.find(({ outcome }) => outcome === 'new')?.key ?? ''
    expect(whole.decisions.map(({ outcome, key, chosen }) => [outcome, key, chosen])).toEqual([
      ['moved', 'C-7', true],
      ['reworded', 'C-2', true],
      ['split', 'C-3', true],
      ['merged', 'C-4+C-5', true],
      ['retired', 'C-6', true],
      ['new', expect.stringMatching(/^C-8>/), true],
    ])
    expect(whole.keys.toSorted()).toEqual([...KEYS, fresh].toSorted())
    expect(whole.setting).toBeNull()
    const some = await preview({ ...wanted, chosen: ['C-2', fresh, 'C-99'] })
    expect(some.decisions.filter(({ chosen }) => chosen).map(({ key }) => key)).toEqual(['C-2', fresh])
    expect(some.decisions.map(({ key }) => key)).toEqual(whole.decisions.map(({ key }) => key))
    expect(some.digest).not.toBe(whole.digest)
  })

  test('exactly the chosen are recorded; the rest recorded later gives the whole document', async () => {
    const wanted = await document()
    const fresh = (await preview(wanted)).decisions.find(({ outcome }) => outcome === 'new')?.key ?? ''
    expect(await record({ ...wanted, chosen: ['C-3', 'C-6', fresh] })).toMatchObject({
      outcome: 'recorded',
      revision: 2,
    })
    expect(await text()).toEqual([
      'The mill',
      'At least 12 people were killed in the mill. The mill stood by the river. The guards slept nearby. It burned on 3 May 2021. Nobody knew why. A bridge near Orsha collapsed that same winter. Three witnesses were heard in court.',
      'An inquiry found arson.',
    ])
    const left = await preview(await document())
    expect(left.decisions.map(({ outcome }) => outcome)).toEqual(['moved', 'reworded', 'merged'])
    expect(await record(await document())).toMatchObject({ outcome: 'recorded', revision: 3 })
    expect(await text()).toEqual([
      'The mill',
      'A bridge near Orsha collapsed that same winter. At least 14 people were killed in the mill. The mill stood by the river. The guards slept nearby. It burned on 3 May 2021 and nobody knew why. Three witnesses were heard in court.',
      'An inquiry found arson.',
    ])
    expect((await preview(await document())).unchanged).toBe(true)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('each change alone is that change and no other', async () => {
    const wanted = await document()
    const { keys } = await preview(wanted)
    const { texts } = await standing()
    for (const key of keys) {
      const alone = await preview({ ...wanted, chosen: [key] })
      expect(alone.problem).toBeNull()
      expect(alone.decisions.filter(({ chosen }) => chosen).map((one) => one.key)).toEqual([key])
    }
    expect(await record({ ...wanted, chosen: ['C-7'] })).toMatchObject({ outcome: 'recorded', stale: 0 })
    expect((await standing()).texts.size).toBe(texts.size)
    expect((await text())[1]).toMatch(/^A bridge near Orsha .* Three witnesses were heard in court\.$/)
  })
})

test('what others type elsewhere does not disturb what was chosen and seen', async () => {
  const { digest } = await preview({ ...(await document()), chosen: ['C-2', 'C-4+C-5'] })
  const others = DOCUMENT.flatMap((one) => (one.hint === 3 ? [{ said: 'Smoke was seen from Vitebsk. ' }, one] : [one]))
  const later: Wanted = { ...(await document(others, 'An inquiry found nothing.')), chosen: ['C-2', 'C-4+C-5'] }
  expect(await record(later, digest)).toMatchObject({ outcome: 'recorded', revision: 2 })
  expect((await text())[1]).toBe(
    `At least 14 people were killed in the mill. ${SAID[2]}It burned on 3 May 2021 and nobody knew why. ${SAID[5]}${SAID[6]}${SAID[7]}`,
  )
  const own = DOCUMENT.map((one) => (one.hint === 2 ? { said: 'At least 15 people were killed. ', hint: 2 } : one))
  expect(await record({ ...(await document(own)), chosen: ['C-3', 'C-2'] }, digest)).toMatchObject({
    outcome: 'moved_on',
  })
})

test('nothing chosen is told, and nothing is recorded', async () => {
  const none: Wanted = { ...(await document()), chosen: [] }
  const { problem, unchanged, decisions, digest } = await preview(none)
  expect([problem, unchanged]).toEqual(['Choose at least one change to record.', false])
  expect(decisions.every(({ chosen }) => !chosen)).toBe(true)
  await expect(record(none, digest)).rejects.toThrow('Choose at least one change to record.')
  expect((await standing()).headNumber).toBe(1)
})

test('how the text is set is a change of its own', async () => {
  const wanted = await document(
    SAID.slice(1, 7).map((said, place) => ({ said, hint: place + 2 })),
    SAID[7],
  )
  const { decisions, setting, keys } = await preview(wanted)
  expect([decisions, setting, keys]).toEqual([[], { key: 'setting', chosen: true }, ['setting']])
  expect(await preview({ ...wanted, chosen: [] })).toMatchObject({ setting: { chosen: false }, settingOnly: false })
  await record({ ...wanted, chosen: ['setting'] })
  expect(await text()).toEqual([SAID[0], SAID.slice(1, 7).join(''), SAID[7]])
})

test('a correction holds for a chosen claim', async () => {
  const said = DOCUMENT.map((one) => (one.hint === 8 ? { said: 'Rain fell on Brest all week.' } : one))
  const wanted = await document(said)
  const { decisions } = await preview(wanted)
  const [piece, base] = [
    decisions.find(({ after }) => after[0]?.text.startsWith('Rain'))?.after[0]?.piece ?? -1,
    decisions.find(({ before }) => before[0]?.number === 8)?.base[0] ?? -1,
  ]
  const corrected: Wanted = { ...wanted, corrections: [{ kind: 'same', before: base, after: piece }], chosen: ['C-8'] }
  await record(corrected)
  expect((await standing()).texts.get(8)).toBe('Rain fell on Brest all week.')
  expect((await text())[1]).toBe(`${SAID.slice(1, 7).join('')}Rain fell on Brest all week.`)
})

test('a conflict is about its change: chosen, a side can be taken; else what stands stays', async () => {
  const wanted = await document()
  const newer = 'At least 13 people were killed in the mill.'
  await recordWording(at.db, await editor(), { ...(await claimNow(at.db, desk, 2)), text: newer, reason: 'Count' })
  const { conflicts } = await preview({ ...wanted, chosen: ['C-2'] })
  expect(conflicts).toMatchObject([{ change: 'C-2', chosen: true, choice: 'ours' }])
  const without = await preview({ ...wanted, chosen: ['C-3'] })
  expect(without.conflicts).toMatchObject([{ change: 'C-2', chosen: false }])
  const choices = { [conflicts[0]?.key ?? '']: 'theirs' as const }
  expect(await record({ ...wanted, choices, chosen: ['C-2', 'C-3'] })).toMatchObject({ outcome: 'recorded' })
  expect((await text())[1]).toMatch(/^At least 14 people were killed in the mill\. The mill stood by the river\. The/)
})

test('a checker proposes the chosen changes alone', async () => {
  const wanted: Wanted = { ...(await document()), chosen: ['C-2', 'C-6'] }
  const checker = await as(at.db, desk, 'checker')
  const { digest } = await previewRecording(at.db, checker, wanted)
  expect(await recordWanted(at.db, checker, wanted, { seen: digest, reason: 'Count' })).toEqual({
    outcome: 'proposed',
    wordings: 1,
    structures: 1,
    frames: 0,
  })
})
