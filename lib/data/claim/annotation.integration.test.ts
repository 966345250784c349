import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { newId } from '@/lib/platform/ids.ts'
import { mentionsOf, putMentionAway } from '../desk/desk.ts'
import { recordWording } from '../revision/wording.ts'
import { addSource, gradeSource, setSourceOrigin } from '../source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { withdraw } from './annotation.ts'
import { adjudicate, assess, reaffirm } from './assessment.ts'
import { setCheckable } from './checkability.ts'
import { attachCitation } from './citation.ts'
import { addComment, openThread, reopenThread, resolveThread } from './thread.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Mill${desks}`)
})

const who = (role: Role) => as(at.db, desk, role)
const now = (number = 3) => claimNow(at.db, desk, number)
const seq = async () => (await at.db.clock.findUniqueOrThrow({ where: { id: desk.articleId } })).seq
const reword = async (text: string, number = 3) =>
  recordWording(at.db, await who('owner'), { ...(await now(number)), text, reason: 'Map' })
const ANSWER = { verdict: 'supported', confidence: 'high', rationale: 'On the map.' } as const

async function cite(role: Role, number = 3, url?: string) {
  const answer = await attachCitation(at.db, await who(role), {
    ...(await now(number)),
    ...SUPPORTS,
    source: { add: newsItem('An atlas', url) },
  })
  if (answer.outcome !== 'attached') throw new Error(answer.outcome)
  return answer
}
async function answer(role: Role, number = 3, verdict: 'supported' | 'refuted' = 'supported') {
  const given = await assess(at.db, await who(role), { ...(await now(number)), ...ANSWER, verdict })
  if (given.outcome !== 'assessed') throw new Error(given.outcome)
  return given.assessmentId
}

describe('citing', () => {
  test('a source from the shelf, or a new one that lands with its citation', async () => {
    const checker = await who('checker')
    const { id: sourceId } = await addSource(at.db, checker, newsItem('A map'))
    const shelf = await attachCitation(at.db, checker, { ...(await now()), ...SUPPORTS, source: { id: sourceId } })
    expect(shelf).toMatchObject({ outcome: 'attached', sourceId, existing: false })
    await cite('checker')
    expect(await now()).toMatchObject({ sources: 2, status: 'in_progress' })
    const [source] = await at.db.source.findMany({ where: { title: 'An atlas', workspaceId: desk.workspaceId } })
    expect(source?.memberId).toBe(checker.memberId)
  })

  test('a new source with an address that is there already is given back', async () => {
    const first = await cite('checker', 3, 'https://www.atlas.example/p?utm_source=mail#top')
    const second = await cite('editor', 4, 'https://atlas.example/p')
    expect(second.sourceId).toBe(first.sourceId)
    expect([first.existing, second.existing]).toEqual([false, true])
    const again = await addSource(at.db, await who('checker'), newsItem('Typed anew', 'https://atlas.example/p'))
    expect(again).toEqual({ id: first.sourceId, existing: true })
    expect(second.citationId).not.toBe(first.citationId)
    expect(await at.db.source.count({ where: { workspaceId: desk.workspaceId } })).toBe(1)
    const theirs = await openDesk(at.db, `Quarry${desks}`)
    const { id: far } = await addSource(
      at.db,
      await as(at.db, theirs, 'checker'),
      newsItem('x', 'https://atlas.example/p'),
    )
    expect(far).not.toBe(first.sourceId)
  })

  test('another desk’s source, claim or wording is refused, and nothing stays', async () => {
    const theirs = await openDesk(at.db, `Quarry${desks}`)
    const far = await claimNow(at.db, theirs, 3)
    const { id: sourceId } = await addSource(at.db, await as(at.db, theirs, 'checker'), newsItem('Theirs'))
    const here = await now()
    const before = await seq()
    const attach = async (what: object) =>
      attachCitation(at.db, await who('checker'), { ...here, ...SUPPORTS, source: { add: newsItem('New') }, ...what })
    for (const foreign of [{ source: { id: sourceId } }, { claimId: far.claimId }, { wordingId: far.wordingId }, far])
      await expect(attach(foreign)).rejects.toMatchObject({ code: 'not_found' })
    expect(await seq()).toBe(before)
    expect(await at.db.source.count({ where: { workspaceId: desk.workspaceId } })).toBe(0)
  })

  test('words that have moved are shown, and the new source is taken back too', async () => {
    const seen = await now()
    await reword('The mill stood by the canal.')
    const moved = { outcome: 'moved', text: 'The mill stood by the canal. ', wordingId: (await now()).wordingId }
    const source = { add: newsItem('New') }
    expect(await attachCitation(at.db, await who('checker'), { ...seen, ...SUPPORTS, source })).toEqual(moved)
    expect(await assess(at.db, await who('checker'), { ...seen, ...ANSWER })).toEqual(moved)
    expect(await at.db.source.count({ where: { workspaceId: desk.workspaceId } })).toBe(0)
    const judged = await adjudicate(at.db, await who('editor'), { ...seen, ...ANSWER, reason: 'x' })
    expect(judged).toEqual(moved)
  })

  test('a cosmetic change in between is no move', async () => {
    const seen = await now()
    await reword('The mill  stood by the river')
    expect(await assess(at.db, await who('checker'), { ...seen, ...ANSWER })).toMatchObject({ outcome: 'assessed' })
  })
})

describe('assessing', () => {
  test('again keeps the earlier answer, superseded', async () => {
    const first = await answer('checker')
    const second = await answer('checker', 3, 'refuted')
    await answer('editor')
    const rows = await at.db.assessment.findMany({
      where: { articleId: desk.articleId },
      orderBy: { createdSeq: 'asc' },
    })
    expect(rows.map(({ id, verdict, endReason }) => [id === first || id === second, verdict, endReason])).toEqual([
      [true, 'supported', 'superseded'],
      [true, 'refuted', null],
      [false, 'supported', null],
    ])
    expect(rows[0]?.endedSeq).toBe(rows[1]?.createdSeq)
    expect(await now()).toMatchObject({ status: 'disputed', assessors: 2 })
  })

  test('one’s own wording is refused, unless the desk’s policy allows it', async () => {
    await reword('The mill stood by the canal.')
    const given = { ...(await now()), ...ANSWER }
    expect(await assess(at.db, await who('owner'), given)).toEqual({ outcome: 'own_wording' })
    expect(await assess(at.db, await who('editor'), given)).toMatchObject({ outcome: 'assessed' })
  })

  test('it stays one’s own wording when a colleague touches it up', async () => {
    await reword('The mill stood by the canal.')
    await recordWording(at.db, await who('editor'), {
      ...(await now()),
      text: 'The mill stood by the canal',
      reason: 'Full stop',
    })
    const given = { ...(await now()), ...ANSWER }
    expect(given.text.trim()).toBe('The mill stood by the canal')
    for (const role of ['owner', 'editor'] as const)
      expect(await assess(at.db, await who(role), given)).toEqual({ outcome: 'own_wording' })
    expect(await adjudicate(at.db, await who('owner'), { ...given, reason: 'x' })).toEqual({ outcome: 'own_wording' })
    expect(await assess(at.db, await who('checker'), given)).toMatchObject({ outcome: 'assessed' })
  })

  test('without a dispute about the present words there is nothing to adjudicate', async () => {
    const judge = async () => adjudicate(at.db, await who('editor'), { ...(await now()), ...ANSWER, reason: 'Seen' })
    const nothing = { outcome: 'nothing_to_settle' }
    expect(await judge()).toEqual(nothing)
    await answer('checker')
    await answer('owner')
    expect(await judge()).toEqual(nothing)
    await answer('owner', 3, 'refuted')
    expect(await judge()).toEqual({ outcome: 'adjudicated' })
    await reword('The mill stood by the canal.')
    expect(await judge()).toEqual(nothing)
    expect(await at.db.adjudication.count({ where: { articleId: desk.articleId } })).toBe(1)
  })

  test('an adjudication settles a dispute, one at a time', async () => {
    await cite('checker')
    await answer('checker')
    await answer('editor', 3, 'refuted')
    const judge = async (verdict: 'supported' | 'refuted') =>
      adjudicate(at.db, await who('owner'), { ...(await now()), verdict, confidence: 'high', reason: 'Seen' })
    const party = { ...(await now()), ...ANSWER, reason: 'Mine' }
    expect(await adjudicate(at.db, await who('editor'), party)).toEqual({ outcome: 'own_assessment' })
    await judge('refuted')
    // A refutation with only supporting sources is not enough.
    expect((await now()).status).toBe('in_progress')
    await judge('supported')
    expect((await now()).status).toBe('supported')
    const kept = await at.db.adjudication.findMany({
      where: { articleId: desk.articleId },
      orderBy: { createdSeq: 'asc' },
    })
    expect(kept.map(({ endReason }) => endReason)).toEqual(['superseded', null])
  })

  test('re-affirming carries the answer and the chosen citations over, and keeps the old ones', async () => {
    const [kept, left] = [await cite('checker'), await cite('editor')]
    await answer('checker')
    await answer('editor')
    await reword('The mill stood by the canal.')
    expect(await now()).toMatchObject({ status: 'stale', sources: 0, staleSources: 2, assessors: 0 })
    const again = { ...(await now()), citationIds: [kept.citationId], rationale: '' }
    expect(await reaffirm(at.db, await who('checker'), again)).toEqual({ outcome: 'reaffirmed', citations: 1 })
    expect(await now()).toMatchObject({ status: 'supported', sources: 1, staleSources: 1, assessors: 1 })
    expect(await reaffirm(at.db, await who('checker'), again)).toEqual({ outcome: 'nothing_stale' })
    expect(await reaffirm(at.db, await who('owner'), again)).toEqual({ outcome: 'own_wording' })
    const rows = await at.db.citation.findMany({ where: { articleId: desk.articleId } })
    const byId = new Map(rows.map((row) => [row.id, row]))
    expect(byId.get(kept.citationId)?.endReason).toBe('reaffirmed')
    expect(byId.get(left.citationId)?.endedSeq).toBeNull()
    expect(rows.find((row) => row.reaffirmsId === kept.citationId)).toMatchObject({ substance: 2, endedSeq: null })
    const mine = await at.db.assessment.findMany({
      where: { memberId: desk.seats.checker.memberId },
      orderBy: { createdSeq: 'asc' },
    })
    expect(mine.map(({ rationale, endReason }) => [rationale, endReason])).toEqual([
      [ANSWER.rationale, 'reaffirmed'],
      [ANSWER.rationale, null],
    ])
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('a mark as not checkable goes before all, and marking twice is no change', async () => {
    const editor = await who('editor')
    const { claimId } = await now()
    const mark = (checkable: boolean) => setCheckable(at.db, editor, { claimId, checkable, reason: 'Opinion' })
    expect([await mark(false), await mark(false), (await now()).status]).toEqual([true, false, 'not_checkable'])
    expect([await mark(true), (await now()).status]).toEqual([true, 'unchecked'])
  })
})

describe('discussing', () => {
  const words = { quote: 'river', body: 'Which river?', mentions: [] as string[] }

  test('a reply opens a resolved thread again; resolving or reopening twice is harmless', async () => {
    const threadId = await openThread(at.db, await who('checker'), { ...(await now()), ...words })
    const editor = await who('editor')
    expect((await now()).openThreads).toBe(1)
    expect([await resolveThread(at.db, editor, { threadId }), (await now()).openThreads]).toEqual([true, 0])
    const before = await seq()
    expect([await resolveThread(at.db, editor, { threadId }), await seq()]).toEqual([false, before])
    await addComment(at.db, editor, { threadId, body: 'The Svislač.', mentions: [] })
    expect((await now()).openThreads).toBe(1)
    expect(await reopenThread(at.db, editor, { threadId })).toBe(false)
    await resolveThread(at.db, editor, { threadId })
    expect(await reopenThread(at.db, editor, { threadId })).toBe(true)
  })

  test('a mention reaches a member; someone who is none is refused, and nothing is said', async () => {
    const editor = await who('editor')
    const given = { ...(await now()), ...words }
    await openThread(at.db, await who('checker'), { ...given, mentions: [editor.memberId] })
    expect(await mentionsOf(at.db, editor)).toMatchObject([{ claim: 3, body: 'Which river?' }])
    const theirs = await openDesk(at.db, `Quarry${desks}`)
    const before = await seq()
    for (const stranger of [theirs.seats.editor.memberId, newId()])
      await expect(
        openThread(at.db, await who('checker'), { ...given, mentions: [editor.memberId, stranger] }),
      ).rejects.toMatchObject({ code: 'invalid' })
    expect(await seq()).toBe(before)
    expect(await mentionsOf(at.db, await as(at.db, theirs, 'editor'))).toEqual([])
  })

  test('a mention goes when the member answers, or puts it away; and no one else can', async () => {
    const [editor, checker] = [await who('editor'), await who('checker')]
    const given = { ...(await now()), ...words, mentions: [editor.memberId] }
    const threadId = await openThread(at.db, checker, given)
    await openThread(at.db, checker, { ...given, body: 'And when?' })
    await addComment(at.db, checker, { threadId, body: 'I asked.', mentions: [] })
    expect(await mentionsOf(at.db, editor)).toHaveLength(2)
    await addComment(at.db, editor, { threadId, body: 'The Svislač.', mentions: [] })
    const [left, ...others] = await mentionsOf(at.db, editor)
    expect([left?.body, others]).toEqual(['And when?', []])
    await addComment(at.db, checker, { threadId, body: 'Sure?', mentions: [editor.memberId] })
    expect((await mentionsOf(at.db, editor)).map(({ body }) => body)).toEqual(['Sure?', 'And when?'])
    await expect(putMentionAway(at.db, checker, left?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
    await putMentionAway(at.db, editor, left?.id ?? '')
    expect((await mentionsOf(at.db, editor)).map(({ body }) => body)).toEqual(['Sure?'])
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('another desk’s thread is not found', async () => {
    const threadId = await openThread(at.db, await who('checker'), { ...(await now()), ...words })
    const theirs = await openDesk(at.db, `Quarry${desks}`)
    const stranger = await as(at.db, theirs, 'owner')
    const missing = { code: 'not_found' }
    await expect(addComment(at.db, stranger, { threadId, body: 'x', mentions: [] })).rejects.toMatchObject(missing)
    await expect(resolveThread(at.db, stranger, { threadId })).rejects.toMatchObject(missing)
    await expect(reopenThread(at.db, stranger, { threadId })).rejects.toMatchObject(missing)
  })
})

describe('withdrawing', () => {
  const take = async (role: Role, noun: 'Citation' | 'Assessment' | 'Adjudication' | 'Comment', id: string) =>
    withdraw(at.db, await who(role), noun, { id, reason: 'A mistake' })

  test('a citation or comment goes by its author or an editor; it stays in the record', async () => {
    const byOwner = await cite('owner')
    await expect(take('checker', 'Citation', byOwner.citationId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(take('viewer', 'Citation', byOwner.citationId)).rejects.toMatchObject({ code: 'forbidden' })
    const byChecker = await cite('checker')
    await take('checker', 'Citation', byChecker.citationId)
    await take('editor', 'Citation', byOwner.citationId)
    expect(await now()).toMatchObject({ sources: 0, status: 'unchecked' })
    const before = await seq()
    await take('editor', 'Citation', byOwner.citationId)
    expect(await seq()).toBe(before)
    const rows = await at.db.citation.findMany({ where: { articleId: desk.articleId } })
    expect(rows.map(({ endReason }) => endReason)).toEqual(['A mistake', 'A mistake'])
  })

  test('an assessment is its author’s alone', async () => {
    const id = await answer('checker')
    for (const role of ['editor', 'owner'] as const)
      await expect(take(role, 'Assessment', id)).rejects.toMatchObject({ code: 'forbidden' })
    await take('checker', 'Assessment', id)
    expect((await now()).assessors).toBe(0)
  })

  test('what is another desk’s, or of another kind, is not found', async () => {
    const { citationId, sourceId } = await cite('checker')
    const theirs = await openDesk(at.db, `Quarry${desks}`)
    const stranger = await as(at.db, theirs, 'owner')
    const missing = { code: 'not_found' }
    await expect(withdraw(at.db, stranger, 'Citation', { id: citationId, reason: '' })).rejects.toMatchObject(missing)
    await expect(take('editor', 'Comment', citationId)).rejects.toMatchObject(missing)
    const owner = await as(at.db, theirs, 'owner')
    const grade = { sourceId, reliability: 'E', reason: 'x' } as const
    await expect(gradeSource(at.db, owner, grade)).rejects.toMatchObject(missing)
    await expect(setSourceOrigin(at.db, owner, { sourceId, originId: citationId })).rejects.toMatchObject(missing)
  })
})
