import { beforeEach, describe, expect, test } from 'vitest'
import type { ArticleText, Block } from '@/lib/domain/article/block.ts'
import type { Choice } from '@/lib/domain/revision/three-way.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { readDossier } from '../article/dossier.ts'
import { readGalley } from '../article/galley.ts'
import { readStanding } from '../article/standing.ts'
import { assess, reaffirm } from '../claim/assessment.ts'
import { attachCitation } from '../claim/citation.ts'
import { openThread } from '../claim/thread.ts'
import { mentionsOf } from '../desk/desk.ts'
import { readComparison } from '../history/comparison.ts'
import { readHistory } from '../history/history.ts'
import { readReport } from '../report/report.ts'
import { addSource } from '../source/source.ts'
import { articleText, as, CLAIMS, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import type { Wanted } from './preparation.ts'
import { previewRecording, recordWanted } from './recording.ts'
import { restoreRevision } from './restore.ts'
import { acceptStructure, splitClaim } from './structure.ts'
import { acceptWording, proposeWording, recordWording } from './wording.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0
const TITLE = 'The mill fire'

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Label${desks}`)
  await take(withField('Injured', '23'))
})

const editor = () => as(at.db, desk, 'editor')
const now = (number: number) => claimNow(at.db, desk, number)
const claimOf = async (key: number) => {
  const reader = await as(at.db, desk, 'checker')
  const { claims } = await readGalley(at.db, reader, reader)
  return claims.find(({ number }) => number === key)
}

/** The desk's article with a field of an infobox before it: C-6. */
function withField(
  label: string,
  value: string,
  { title = TITLE, kind = 'paragraph' as Block['kind'] } = {},
): ArticleText {
  const text = articleText(title, CLAIMS)
  const field: Block = { kind: 'infobox_field', label, open: `- ${label}: `, close: '\n\n', claims: [value] }
  const blocks = text.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, kind } : block))
  return { ...text, open: `${text.open}Infobox\n`, blocks: [field, ...blocks] }
}

async function take(text: ArticleText, more: { choices?: Record<string, Choice>; recheck?: number[] } = {}) {
  const wanted: Wanted = { from: 'upstream', text, corrections: [], choices: {}, ...more }
  const preview = await previewRecording(at.db, await editor(), wanted)
  const taken = await recordWanted(at.db, await editor(), wanted, { seen: preview.digest, reason: 'Upstream' })
  return { preview, taken }
}

/** C-6 cited twice and assessed twice: supported. */
async function check() {
  for (const role of ['checker', 'editor'] as const) {
    const who = await as(at.db, desk, role)
    const { id } = await addSource(at.db, who, newsItem(`By the ${role}`))
    await attachCitation(at.db, who, { ...(await now(6)), ...SUPPORTS, source: { id } })
    await assess(at.db, who, { ...(await now(6)), verdict: 'supported', confidence: 'high', rationale: 'Seen.' })
  }
}
const report = async () => {
  const reader = await as(at.db, desk, 'viewer')
  return readReport(at.db, reader, { moment: reader }, formatReferences)
}
const wordings = (number: number) =>
  at.db.claimRevision.findMany({ where: { articleId: desk.articleId, claim: { number } }, orderBy: { number: 'asc' } })

describe('another label is another wording', () => {
  test('“Injured: 23” to “Killed: 23”: both checks go stale, and every view shows it', async () => {
    await check()
    expect(await claimOf(6)).toMatchObject({ label: 'Injured', text: '23', status: 'supported' })
    const { preview, taken } = await take(withField('Killed', '23'))

    expect(taken).toMatchObject({ outcome: 'recorded', stale: 1 })
    expect(preview).toMatchObject({ settingOnly: false, counts: { reworded: 1 } })
    expect(preview.decisions).toMatchObject([
      {
        outcome: 'reworded',
        reason: expect.stringContaining('“Injured” to “Killed”'),
        before: [{ label: 'Injured', text: '23' }],
        after: [{ label: 'Killed', text: '23' }],
        atStake: { citations: 2, assessments: 2 },
      },
    ])
    expect(await claimOf(6)).toMatchObject({ label: 'Killed', status: 'stale', staleSources: 2, sources: 0 })
    expect((await wordings(6)).map(({ label, text, substance }) => [label, text, substance])).toEqual([
      ['Injured', '23', 1],
      ['Killed', '23', 2],
    ])

    const reader = await as(at.db, desk, 'checker')
    const { revisions } = await readHistory(at.db, reader, reader)
    expect(revisions[0]?.counts).toMatchObject({ reworded: 1, new: 0 })
    const compared = await readComparison(at.db, reader, 2, 3)
    expect(compared).toMatchObject({ settingOnly: false, counts: { reworded: 1, kept: 5 } })
    expect(compared.changes[0]).toMatchObject({ before: [{ label: 'Injured' }], after: [{ label: 'Killed' }] })
    expect(compared.running.flatMap(({ blocks }) => blocks).filter(({ state }) => state !== 'same')).toMatchObject([
      { state: 'removed', label: 'Injured' },
      { state: 'added', label: 'Killed' },
    ])

    const summary = await claimOf(6)
    if (!summary) throw new Error('C-6 is gone')
    const dossier = await readDossier(at.db, { ...reader, memberId: desk.seats.checker.memberId }, reader, summary)
    expect(dossier.wordings.map(({ label, text }) => [label, text])).toEqual([
      ['Killed', '23'],
      ['Injured', '23'],
    ])
    expect(dossier.assessments[0]).toMatchObject({ fresh: false, madeFor: 'Injured: 23' })

    const told = await report()
    expect(told.corrections.at(-1)).toMatchObject({ key: 'C-6', before: 'Injured: 23', after: 'Killed: 23' })
    expect(told.revisions.at(-1)?.counts).toMatchObject({ reworded: 1 })
    expect(told.claims.find(({ key }) => key === 'C-6')).toMatchObject({ label: 'Killed', status: 'stale' })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('re-affirmed against it, the checks count again', async () => {
    await check()
    await take(withField('Killed', '23'))
    for (const role of ['checker', 'editor'] as const) {
      const who = await as(at.db, desk, role)
      const dossier = await at.db.citation.findMany({
        where: { articleId: desk.articleId, memberId: desk.seats[role].memberId, endedSeq: null },
        select: { id: true },
      })
      await reaffirm(at.db, who, { ...(await now(6)), citationIds: dossier.map(({ id }) => id), rationale: '' })
    }
    expect(await claimOf(6)).toMatchObject({ status: 'supported', sources: 2 })
  })

  test('changed here and upstream, it is a conflict with both labels', async () => {
    await recordWording(at.db, await editor(), { ...(await now(6)), text: '25', reason: 'The register' })
    const { preview } = await take(withField('Killed', '23'))
    expect(preview.conflicts).toMatchObject([{ base: 'Injured: 23', ours: 'Injured: 25', theirs: 'Killed: 23' }])
    expect(await claimOf(6)).toMatchObject({ label: 'Injured', text: '25' })
  })

  test('a statement that becomes a quotation is reworded, and back again', async () => {
    const { preview } = await take(withField('Injured', '23', { kind: 'quotation' }))
    expect(preview.counts).toMatchObject({ reworded: 4, kept: 2 })
    expect(await claimOf(3)).toMatchObject({ label: 'Quotation' })
    expect((await take(withField('Injured', '23'))).preview.counts).toMatchObject({ reworded: 4 })
  })

  test('it is on what the desk tells: mentions, proposals, answers', async () => {
    const checker = await as(at.db, desk, 'checker')
    const mentions = [desk.seats.owner.memberId]
    await openThread(at.db, checker, { ...(await now(6)), quote: '', body: 'Really?', mentions })
    const owner = { ...(await as(at.db, desk, 'owner')), memberId: desk.seats.owner.memberId }
    expect(await mentionsOf(at.db, owner)).toMatchObject([{ claim: 6, words: 'Injured: 23' }])
    const proposed = await proposeWording(at.db, checker, { ...(await now(6)), text: '24', reason: 'One more' })
    if (proposed.outcome !== 'proposed') throw new Error(proposed.outcome)
    await acceptWording(at.db, await editor(), { wordingId: proposed.wordingId, reason: '' })
    const told = await at.db.notification.findFirst({ where: { memberId: desk.seats.checker.memberId } })
    expect(told?.words).toBe('Injured: 24')
    expect(await claimOf(6)).toMatchObject({ label: 'Injured', text: '24' })
  })
})

describe('a change of structure', () => {
  test('proposed for one label does not fit another', async () => {
    await take(withField('Injured', '23 men'))
    const checker = await as(at.db, desk, 'checker')
    const { claimId, baseId: wordingId } = await now(6)
    const proposed = await splitClaim(at.db, checker, { claimId, wordingId, cuts: [3], reason: 'Two facts' })
    if (proposed.outcome !== 'proposed') throw new Error(proposed.outcome)
    await take(withField('Killed', '23 men'))
    const review = { proposalId: proposed.proposalId, reason: '' }
    expect(await acceptStructure(at.db, await editor(), review)).toMatchObject({
      outcome: 'misfit',
      why: expect.stringContaining('“Injured” to “Killed”'),
    })
    await take(withField('Injured', '23 men'))
    expect(await acceptStructure(at.db, await editor(), review)).toMatchObject({ outcome: 'accepted' })
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('what is recorded is counted once, and the same everywhere', () => {
  const moving = () => {
    const text = withField('Injured', '23')
    const paragraph = text.blocks.at(-1)
    // The third sentence goes to the end, where no space follows; the heading's paragraph is otherwise as it was.
    const [first = '', second = '', third = '', fourth = ''] = paragraph?.claims ?? []
    if (paragraph) paragraph.claims = [first, third, `${fourth} `, second.trim()]
    return text
  }

  test('a claim that moved, with other white space around it, gets no new wording', async () => {
    await check()
    const before = await at.db.claimRevision.count({ where: { articleId: desk.articleId } })
    const { preview } = await take(moving())
    expect(preview.counts).toMatchObject({ moved: 1, reworded: 0, kept: 5 })
    expect(await at.db.claimRevision.count({ where: { articleId: desk.articleId } })).toBe(before)
    const { layout, texts } = await readStanding(at.db, await editor())
    expect(layout.blocks.at(-1)?.claims.map((number) => texts.get(number))).toEqual(moving().blocks.at(-1)?.claims)

    const reader = await as(at.db, desk, 'viewer')
    const { revisions } = await readHistory(at.db, reader, reader)
    expect(revisions[0]?.counts).toMatchObject({ moved: 1, reworded: 0 })
    expect((await readComparison(at.db, reader, 2, 3)).counts).toMatchObject({ moved: 1, reworded: 0, kept: 5 })
    const told = await report()
    expect(told.revisions.at(-1)?.counts).toMatchObject({ moved: 1, reworded: 0 })
    expect(told.corrections.filter(({ revision }) => revision === 3)).toEqual([])
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('and retyped in its dossier, it keeps the white space it has there', async () => {
    await take(moving())
    await recordWording(at.db, await editor(), {
      ...(await now(3)),
      text: 'The mill stood by a river.',
      reason: 'Style',
    })
    await recordWording(at.db, await editor(), {
      ...(await now(5)),
      text: 'Its owner had been warned.',
      reason: 'Style',
    })
    const { layout, texts } = await readStanding(at.db, await editor())
    expect(
      layout.blocks
        .at(-1)
        ?.claims.map((number) => texts.get(number))
        .join(''),
    ).toBe(
      'At least 12 people were killed in the mill. It burned on 3 May 2021. Its owner had been warned. The mill stood by a river.',
    )
  })

  test('a claim that comes back after it had left is counted as that', async () => {
    const text = withField('Injured', '23')
    const without = { ...text, blocks: text.blocks.filter(({ kind }) => kind !== 'infobox_field') }
    expect((await take(without)).preview.counts).toMatchObject({ retired: 1 })
    expect((await take(withField('Injured', '23'))).preview.counts).toMatchObject({ returned: 1, new: 0 })
    const reader = await as(at.db, desk, 'viewer')
    const { revisions } = await readHistory(at.db, reader, reader)
    expect(revisions[0]?.counts).toMatchObject({ returned: 1, new: 0 })
    expect((await readComparison(at.db, reader, 3, 4)).counts).toMatchObject({ returned: 1, new: 0 })
    // Under another label the same figure is another claim.
    await take(without)
    expect((await take(withField('Killed', '23'))).preview.counts).toMatchObject({ returned: 0, new: 1 })
  })
})

describe('a claim under another heading', () => {
  const sections = (last: 'first' | 'second'): ArticleText => {
    const text = withField('Injured', '23')
    const claims = text.blocks.at(-1)?.claims ?? []
    const moved = claims[2] ?? ''
    const rest = claims.filter((claim) => claim !== moved)
    const paragraph = (own: string[]): Block => ({ kind: 'paragraph', open: '', close: '\n\n', claims: own })
    const heading: Block = { kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: ['The year 2022'] }
    const [one, two] =
      last === 'first' ? [[...rest, ` ${moved}`], ['Nothing happened.']] : [rest, ['Nothing happened. ', moved]]
    return { ...text, blocks: [...text.blocks.slice(0, -1), paragraph(one), heading, paragraph(two)] }
  }

  test('the preview names both sections, and whoever records can mark its checks as stale', async () => {
    await take(sections('first'))
    const checker = await as(at.db, desk, 'checker')
    const { id } = await addSource(at.db, checker, newsItem('On the date'))
    await attachCitation(at.db, checker, { ...(await now(4)), ...SUPPORTS, source: { id } })
    await assess(at.db, checker, { ...(await now(4)), verdict: 'supported', confidence: 'high', rationale: 'Seen.' })
    const wanted: Wanted = { from: 'upstream', text: sections('second'), corrections: [], choices: {} }
    const preview = await previewRecording(at.db, await editor(), wanted)
    const moved = preview.decisions.find(({ before }) => before[0]?.number === 4)
    expect(moved).toMatchObject({
      moved: true,
      sections: { before: 'The fire', after: 'The year 2022' },
      recheck: false,
    })

    // Claims that do not go under another heading are not marked, whoever asks.
    const { preview: marked, taken } = await take(sections('second'), { recheck: [4, 3] })
    expect(marked.digest).not.toBe(preview.digest)
    expect(marked.decisions.find(({ before }) => before[0]?.number === 4)).toMatchObject({ recheck: true })
    expect(taken).toMatchObject({ outcome: 'recorded', stale: 1 })
    expect(await claimOf(4)).toMatchObject({ status: 'stale' })
    expect((await wordings(4)).at(-1)).toMatchObject({ section: 'The year 2022', text: 'It burned on 3 May 2021. ' })
    const reader = await as(at.db, desk, 'viewer')
    const { revisions } = await readHistory(at.db, reader, reader)
    expect(revisions[0]?.counts).toMatchObject({ moved: 1, reworded: 0 })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('left alone, its checks stay fresh', async () => {
    await take(sections('first'))
    await take(sections('second'))
    expect((await wordings(4)).at(-1)?.substance).toBe(1)
  })
})

test('a title that upstream changed is taken over, shown, and kept as it was for earlier revisions', async () => {
  const { preview } = await take(withField('Injured', '23', { title: 'The mill arson' }))
  expect(preview).toMatchObject({ title: { before: TITLE, after: 'The mill arson' }, unchanged: false })
  const reader = await as(at.db, desk, 'viewer')
  expect((await readGalley(at.db, reader, reader)).article.title).toBe('The mill arson')
  const told = await report()
  expect(told.article.title).toBe('The mill arson')
  expect(told.revisions.at(-1)?.title).toEqual({ before: TITLE, after: 'The mill arson' })
  const earlier = await readReport(at.db, reader, { moment: reader, revision: 2 }, formatReferences)
  expect(earlier.article.title).toBe(TITLE)
  expect(await breaksOf(at.url)).toEqual([])
})

test('after a restore, a proposal written against the words that are back can be accepted', async () => {
  const checker = await as(at.db, desk, 'checker')
  const proposed = await proposeWording(at.db, checker, {
    ...(await now(5)),
    text: 'The owner was warned.',
    reason: 'Style',
  })
  if (proposed.outcome !== 'proposed') throw new Error(proposed.outcome)
  await recordWording(at.db, await editor(), { ...(await now(5)), text: 'Nobody had been warned.', reason: 'Wrong' })
  const review = { wordingId: proposed.wordingId, reason: '' }
  expect(await acceptWording(at.db, await editor(), review)).toMatchObject({ outcome: 'conflict' })
  await restoreRevision(at.db, await editor(), { revision: 2, baseRevision: 3, reason: 'It was right' })
  expect(await acceptWording(at.db, await editor(), review)).toMatchObject({ outcome: 'accepted' })
  expect(await claimOf(5)).toMatchObject({ text: 'The owner was warned.' })
  expect(await breaksOf(at.url)).toEqual([])
})
