import { beforeEach, describe, expect, test } from 'vitest'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { DraftBlock } from '@/lib/domain/revision/draft.ts'
import { readClaim, readGalley } from '../article/galley.ts'
import { readStanding } from '../article/standing.ts'
import { adjudicate, assess, reaffirm } from '../claim/assessment.ts'
import { attachCitation } from '../claim/citation.ts'
import { openThread } from '../claim/thread.ts'
import { addSource } from '../source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import type { Wanted } from './preparation.ts'
import { previewRecording, recordWanted } from './recording.ts'
import { restoreRevision } from './restore.ts'
import { acceptStructure, mergeClaims, splitClaim } from './structure.ts'
import { recordWording } from './wording.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0
const NONE = { corrections: [], choices: {} }
const sentences = (text: string) => text.match(/[^.]*\.?\s*/gu)?.filter((part) => part !== '') ?? [text]

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Rec${desks}`)
})

const editor = () => as(at.db, desk, 'editor')
const now = (number: number) => claimNow(at.db, desk, number)
const standing = async () => readStanding(at.db, await editor())

/** The article's blocks as an editor opens them, changed by `edit`. */
async function draft(edit: (blocks: DraftBlock[]) => void): Promise<Wanted> {
  const { layout, texts, revision } = await standing()
  const blocks = layout.blocks.map(
    ({ id, kind, level, claims }): DraftBlock => ({
      id,
      kind,
      ...(level !== undefined && { level }),
      runs: claims.map((hint) => ({ text: texts.get(hint) ?? '', hint })),
    }),
  )
  edit(blocks)
  return { from: 'draft', baseRevision: revision, blocks, segment: sentences, ...NONE }
}

const runs = (blocks: DraftBlock[]) => blocks[1]?.runs ?? []
async function record(wanted: Wanted, role: 'editor' | 'checker' = 'editor') {
  const who = await as(at.db, desk, role)
  const preview = await previewRecording(at.db, who, wanted)
  return recordWanted(at.db, who, wanted, { seen: preview.digest, reason: 'Upkeep' })
}
const text = async () => {
  const { layout, texts } = await standing()
  return layout.blocks.map(({ claims }) => claims.map((number) => texts.get(number)).join('')).join('|')
}
const statuses = async () => {
  const reader = await as(at.db, desk, 'viewer')
  const { claims } = await readGalley(at.db, reader, reader)
  return Object.fromEntries(claims.map(({ number, status }) => [claimKey(number), status]))
}

/** C-4 cited, assessed: supported. */
async function check(number: number) {
  const checker = await as(at.db, desk, 'checker')
  const claim = await now(number)
  const { id } = await addSource(at.db, checker, newsItem(`On ${number}`))
  await attachCitation(at.db, checker, { ...claim, ...SUPPORTS, source: { id } })
  await assess(at.db, checker, { ...claim, verdict: 'supported', confidence: 'high', rationale: 'Seen.' })
}

describe('recording the whole document', () => {
  test('says first what becomes of each claim, then records just that in one revision', async () => {
    await check(4)
    const wanted = await draft((blocks) => {
      runs(blocks)[2] = { text: 'It burned down on 4 May 2021. Nobody knows why. ', hint: 4 }
      runs(blocks).splice(3, 1)
    })
    const preview = await previewRecording(at.db, await editor(), wanted)
    expect(preview.counts).toMatchObject({ kept: 3, reworded: 1, new: 1, retired: 1 })
    expect(preview.decisions.find(({ outcome }) => outcome === 'reworded')?.atStake).toEqual({
      citations: 1,
      assessments: 1,
    })
    expect(await text()).toContain('The owner')
    expect(await record(wanted)).toMatchObject({ outcome: 'recorded', revision: 2, stale: 1 })
    expect(await text()).toBe(
      'The fire|At least 12 people were killed in the mill. The mill stood by the river. It burned down on 4 May 2021. Nobody knows why. ',
    )
    expect(await statuses()).toMatchObject({ 'C-4': 'stale', 'C-6': 'unchecked' })
    expect(await statuses()).not.toHaveProperty('C-5')
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('records nothing when nothing changed, and no paragraph twice', async () => {
    expect(await record(await draft(() => undefined))).toEqual({ outcome: 'unchanged' })
    expect((await standing()).headNumber).toBe(1)
  })

  test('based on a revision two behind, takes what only one side changed and asks about the rest', async () => {
    const wanted = await draft((blocks) => {
      runs(blocks)[1] = { text: 'The mill stood on the river bank. ', hint: 3 }
      runs(blocks)[2] = { text: 'It burned on 5 May 2021. ', hint: 4 }
    })
    await recordWording(at.db, await editor(), { ...(await now(5)), text: 'The owner was warned.', reason: 'Style' })
    await recordWording(at.db, await editor(), { ...(await now(4)), text: 'It burned on 4 May 2021.', reason: 'Date' })
    const preview = await previewRecording(at.db, await editor(), wanted)
    expect(preview).toMatchObject({ base: 1, head: 3 })
    expect(preview.conflicts).toMatchObject([
      {
        claims: [4],
        base: 'It burned on 3 May 2021. ',
        ours: 'It burned on 4 May 2021. ',
        theirs: 'It burned on 5 May 2021. ',
      },
    ])
    const [conflict] = preview.conflicts
    const chosen = { ...wanted, choices: { [conflict?.key ?? '']: 'theirs' as const } }
    await record(chosen)
    expect(await text()).toBe(
      'The fire|At least 12 people were killed in the mill. The mill stood on the river bank. It burned on 5 May 2021. The owner was warned.',
    )
  })

  test('two at the same moment: one wins, the other is told what changed', async () => {
    const one = await draft((blocks) => {
      runs(blocks)[1] = { text: 'The mill stood by the sea. ', hint: 3 }
    })
    const other = await draft((blocks) => {
      runs(blocks)[1] = { text: 'The mill stood by the lake. ', hint: 3 }
    })
    const seen = (await previewRecording(at.db, await editor(), one)).digest
    const seenOther = (await previewRecording(at.db, await editor(), other)).digest
    const sign = (digest: string) => ({ seen: digest, reason: 'Water' })
    const who = await editor()
    const answers = await Promise.all([
      recordWanted(at.db, who, one, sign(seen)),
      recordWanted(at.db, who, other, sign(seenOther)),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['moved_on', 'recorded'])
    const told = answers.find((answer) => answer.outcome === 'moved_on')
    expect(told?.outcome === 'moved_on' && told.preview.conflicts).toHaveLength(1)
  })

  test('what a checker’s proposal cannot hold is counted: words are proposed, a quotation is not; that alone is refused', async () => {
    const quoted = (reword: boolean) =>
      draft((blocks) => {
        const block = blocks[1]
        if (!block) return
        block.kind = 'quotation'
        if (reword) block.runs[1] = { text: 'The mill stood by the sea. ', hint: 3 }
      })
    expect(await record(await quoted(true), 'checker')).toEqual({
      outcome: 'proposed',
      wordings: 1,
      structures: 0,
      frames: 4,
    })
    await expect(record(await quoted(false), 'checker')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a checker’s becomes proposals, which can be accepted one by one', async () => {
    const wanted = await draft((blocks) => {
      runs(blocks)[1] = { text: 'The mill stood by the sea. ', hint: 3 }
      runs(blocks).splice(3, 1)
      blocks.push({ kind: 'paragraph', runs: [{ text: 'Nobody was tried.' }] })
    })
    expect(await record(wanted, 'checker')).toEqual({ outcome: 'proposed', wordings: 1, structures: 2, frames: 0 })
    expect((await standing()).headNumber).toBe(1)
    const rows = await at.db.structureProposal.findMany({
      where: { articleId: desk.articleId },
      orderBy: { kind: 'desc' },
    })
    for (const { id } of rows)
      expect(await acceptStructure(at.db, await editor(), { proposalId: id, reason: '' })).toMatchObject({
        outcome: 'accepted',
      })
    expect(await text()).toBe(
      'The fire|At least 12 people were killed in the mill. The mill stood by the river. It burned on 3 May 2021. |Nobody was tried.',
    )
    expect(await at.db.notification.count({ where: { memberId: desk.seats.checker.memberId } })).toBe(2)
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('splitting and merging', () => {
  const SAID = 'At least 12 people were killed in the mill. '
  test('checks and discussions go where their words went, and are stale there', async () => {
    await check(4)
    const checker = await as(at.db, desk, 'checker')
    const claim = await now(4)
    await openThread(at.db, checker, { ...claim, quote: '3 May', body: 'Or 4?', mentions: [] })
    await openThread(at.db, checker, { ...claim, quote: 'It burned', body: 'Arson?', mentions: [] })
    const split = await splitClaim(at.db, await editor(), {
      ...claim,
      cuts: ['It burned '.length],
      reason: 'Two things',
    })
    expect(split).toMatchObject({ outcome: 'recorded', revision: 2 })
    expect(await text()).toContain('It burned on 3 May 2021. ')
    const { claims } = await readGalley(at.db, await as(at.db, desk, 'viewer'), await as(at.db, desk, 'viewer'))
    const parts = claims.filter(({ text: words }) => /It burned|on 3 May/.test(words))
    expect(parts.map((part) => [part.text, part.status, part.staleSources, part.openThreads])).toEqual([
      ['on 3 May 2021. ', 'stale', 1, 1],
      ['It burned ', 'stale', 1, 1],
    ])
    expect(await breaksOf(at.url)).toEqual([])
    const pieces = [...(await standing()).claims.values()].filter(({ text: words }) => /It burned|on 3 May/.test(words))
    const merged = await mergeClaims(at.db, await editor(), {
      claims: pieces
        .toSorted((a, b) => b.number - a.number)
        .map((one) => ({ claimId: one.id, wordingId: one.wordingId })),
      reason: 'One after all',
    })
    expect(merged).toMatchObject({ outcome: 'recorded', revision: 3 })
    expect(await text()).toContain('It burned on 3 May 2021. ')
    expect(await statuses()).toMatchObject({ 'C-4': 'stale' })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('what was carried over can be re-affirmed, and adjudicated', async () => {
    const second = await as(at.db, desk, 'owner')
    await check(2)
    const claim = await now(2)
    await assess(at.db, second, { ...claim, verdict: 'refuted', confidence: 'low', rationale: 'No.' })
    await adjudicate(at.db, await editor(), { ...claim, verdict: 'supported', confidence: 'high', reason: 'Hospital.' })
    await splitClaim(at.db, await editor(), { ...claim, cuts: [SAID.indexOf('were')], reason: 'Halves' })
    const fresh = await now(6)
    expect(fresh).toMatchObject({ status: 'stale' })
    const checker = await as(at.db, desk, 'checker')
    expect(await reaffirm(at.db, checker, { ...fresh, citationIds: [], rationale: '' })).toMatchObject({
      outcome: 'reaffirmed',
    })
    expect(await now(6)).toMatchObject({ assessors: 1 })
    expect(await breaksOf(at.url)).toEqual([])
  })
})

test('an earlier revision is restored as a new one, and no check comes back with it', async () => {
  await check(4)
  await check(5)
  const before = await text()
  await record(
    await draft((blocks) => {
      runs(blocks)[2] = { text: 'It burned on 9 May 2021. ', hint: 4 }
      runs(blocks).splice(3, 1)
    }),
  )
  const asked = { revision: 1, baseRevision: 2, reason: 'Too fast' }
  expect(await restoreRevision(at.db, await editor(), asked)).toEqual({ outcome: 'recorded', revision: 3 })
  expect(await text()).toBe(before)
  expect(await statuses()).toMatchObject({ 'C-4': 'stale', 'C-5': 'stale' })
  expect(await restoreRevision(at.db, await editor(), asked)).toEqual({ outcome: 'moved_on', head: 3 })
  expect(await breaksOf(at.url)).toEqual([])
})

test('a claim that left the article is told what became of it', async () => {
  const reader = await as(at.db, desk, 'viewer')
  const both = [await now(3), await now(4)]
  await mergeClaims(at.db, await editor(), { claims: both, reason: 'One' })
  await record(await draft((blocks) => runs(blocks).splice(2, 1)))
  const later = await as(at.db, desk, 'viewer')
  const told = (number: number, when: typeof later) => readClaim(at.db, later, when, number)
  await expect(told(4, later)).rejects.toThrow('C-4 was merged in revision 2; its words went to C-3.')
  await expect(told(5, later)).rejects.toThrow('C-5 left the article in revision 3.')
  await expect(told(99, later)).rejects.toThrow('This article has no such claim.')
  expect((await told(4, reader)).text).toBe('It burned on 3 May 2021. ')
})

test('split and joined again and again, a claim has each of its checks once', async () => {
  await check(4)
  for (let round = 0; round < 3; round++) {
    await splitClaim(at.db, await editor(), { ...(await now(4)), cuts: ['It burned '.length], reason: 'Two' })
    const parts = [...(await standing()).claims.values()].filter(({ text: words }) => /It burned|on 3 May/.test(words))
    const both = parts.map(({ id, wordingId, text: words }) => ({ claimId: id, wordingId, words }))
    const claims = both.toSorted((a) => (a.words.startsWith('It') ? -1 : 1))
    expect(await mergeClaims(at.db, await editor(), { claims, reason: 'One' })).toMatchObject({ outcome: 'recorded' })
  }
  const claim = await now(4)
  expect(claim).toMatchObject({ text: 'It burned on 3 May 2021. ', status: 'stale', staleSources: 1 })
  const standingRows = { where: { claimId: claim.claimId, endedSeq: null } }
  expect(await at.db.assessment.count(standingRows)).toBe(1)
  expect(await breaksOf(at.url)).toEqual([])
})

test('restored to before a split, the claim has what was found on its parts', async () => {
  await splitClaim(at.db, await editor(), { ...(await now(4)), cuts: ['It burned '.length], reason: 'Two' })
  await check(6)
  const checker = await as(at.db, desk, 'checker')
  await openThread(at.db, checker, { ...(await now(6)), quote: '', body: 'Sure?', mentions: [] })
  await restoreRevision(at.db, await editor(), { revision: 1, baseRevision: 2, reason: 'One after all' })
  expect(await now(4)).toMatchObject({
    text: 'It burned on 3 May 2021. ',
    status: 'stale',
    staleSources: 1,
    openThreads: 1,
  })
  const later = await as(at.db, desk, 'viewer')
  await expect(readClaim(at.db, later, later, 6)).rejects.toThrow('its words went to C-4')
  // The words came with the import: whoever brought them back may judge them.
  const answer = { verdict: 'supported', confidence: 'low', rationale: 'Seen.' } as const
  expect(await assess(at.db, await editor(), { ...(await now(4)), ...answer })).toMatchObject({ outcome: 'assessed' })
  expect(await breaksOf(at.url)).toEqual([])
})

test('a sentence that was taken out and is written again is the claim it was', async () => {
  await check(5)
  await record(await draft((blocks) => runs(blocks).splice(3, 1)))
  const wanted = await draft((blocks) => runs(blocks).push({ text: 'The owner had been warned.' }))
  const preview = await previewRecording(at.db, await editor(), wanted)
  expect(preview.decisions).toMatchObject([{ outcome: 'new', after: [{ number: 5 }] }])
  await record(wanted)
  expect(await now(5)).toMatchObject({ status: 'stale', staleSources: 1 })
})

test('a statement made a heading keeps its checks in sight; proposals for what leaves are told of', async () => {
  await check(4)
  const propose = await draft((blocks) => {
    runs(blocks)[3] = { text: 'The owner had been warned twice.', hint: 5 }
  })
  expect(await record(propose, 'checker')).toMatchObject({ outcome: 'proposed', wordings: 1 })
  expect(await record(propose, 'checker')).toEqual({ outcome: 'unchanged' })
  const wanted = await draft((blocks) => {
    const [, , burned] = runs(blocks).splice(1, 3)
    blocks.push({ kind: 'heading', level: 2, runs: [{ text: 'It burned on 3 May 2021.', hint: 4 }] })
    if (burned) expect(burned.hint).toBe(5)
  })
  const preview = await previewRecording(at.db, await editor(), wanted)
  expect(preview.decisions.find(({ before }) => before[0]?.number === 5)).toMatchObject({
    outcome: 'retired',
    proposals: 1,
  })
  await record(wanted)
  expect(await now(4)).toMatchObject({ status: 'supported' })
  expect(await at.db.notification.count({ where: { memberId: desk.seats.checker.memberId } })).toBe(1)
})
