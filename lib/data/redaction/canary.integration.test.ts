import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids.ts'
import { archiveArticle, bringBackArticle } from '../article/archiving.ts'
import { amendArticle } from '../article/detail.ts'
import { withdraw } from '../claim/annotation.ts'
import { adjudicate, assess, reaffirm } from '../claim/assessment.ts'
import { assignClaim } from '../claim/assignment.ts'
import { setCheckable } from '../claim/checkability.ts'
import { attachCitation } from '../claim/citation.ts'
import { logSearch } from '../claim/search-entry.ts'
import { addComment, openThread } from '../claim/thread.ts'
import { change } from '../clock.ts'
import { mergeClaims, rejectStructure, splitClaim, withdrawStructure } from '../revision/structure.ts'
import { proposeWording, recordWording, rejectWording } from '../revision/wording.ts'
import { currentSnapshot, recordVisit } from '../snapshot/snapshot.ts'
import { addSource } from '../source/source.ts'
import { CANARY, Canary, type Plant, REASON } from '../testing/canary.ts'
import { CLAIMS, claimNow, newsItem, SUPPORTS } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { redactSnapshot } from './snapshot.ts'

const at = ownDatabase()
let canary: Canary

beforeAll(async () => {
  canary = await Canary.open(at)
})
afterAll(() => canary?.close())

/** The claim that says something now. */
async function partOf(of: Canary, text: string) {
  const row = await of.db.claimRevision.findFirstOrThrow({
    where: { articleId: of.desk.articleId, state: 'accepted', text: { startsWith: text } },
    select: { claim: { select: { number: true } } },
  })
  return claimNow(of.db, of.desk, row.claim.number)
}

/** A proposal to add claims, as a recording of a checker makes it; taken back again. */
async function proposeNew(of: Canary, content: object) {
  const checker = await of.checker()
  const id = newId()
  const { workspaceId, articleId } = of.desk
  const what = {
    clockId: articleId,
    authority: checker,
    ability: 'wording.propose',
    kind: 'revision.proposed',
  } as const
  await change(of.db, what, async (ledger) => {
    const row = {
      id,
      workspaceId,
      articleId,
      kind: 'new' as const,
      state: 'proposed' as const,
      content: content as never,
    }
    const who = { authorId: checker.memberId, reason: 'More', draftId: newId(), createdAt: ledger.at }
    await ledger.add('StructureProposal', [{ ...row, ...who }])
    return { value: undefined, details: { reason: 'More' } }
  })
  await withdrawStructure(of.db, checker, { proposalId: id, reason: '' })
  return { id }
}

/** One row a kind of entry of an article. */
const PLANTED: Record<string, Plant> = {
  'a comment, withdrawn with a reason': async (of) => {
    const claim = await claimNow(of.db, of.desk, 2)
    const threadId = await openThread(of.db, await of.checker(), {
      ...claim,
      quote: '',
      body: `${CANARY} saw it.`,
      mentions: [],
    })
    const { id } = await of.db.comment.findFirstOrThrow({ where: { threadId } })
    await withdraw(of.db, await of.checker(), 'Comment', { id, reason: `${CANARY} denies it.` })
    return () => of.redact('comment', id)
  },
  'why details were changed': async (of) => {
    const { seq, ...editor } = await of.editor()
    const changes = { licence: 'CC BY 4.0, as asked' }
    await amendArticle(of.db, editor, { seq, changes, reason: `${CANARY} wrote to us.` })
    const { id } = await of.db.articleAmendment.findFirstOrThrow({ where: { reason: { contains: CANARY } } })
    return () => of.redact('details', id)
  },
  'why the article was archived, and why it was brought back': async (of) => {
    await archiveArticle(of.db, await of.editor(), { reason: `${CANARY} is done with it.` })
    await bringBackArticle(of.db, await of.editor(), { reason: `${CANARY} is not.` })
    const { id } = await of.db.archiving.findFirstOrThrow({ where: { reason: { contains: CANARY } } })
    return () => of.redact('archiving', id)
  },
  'a reply': async (of) => {
    const { id: threadId } = await of.db.thread.findFirstOrThrow({ where: { articleId: of.desk.articleId } })
    await addComment(of.db, await of.checker(), { threadId, body: `Ask ${CANARY}, “the second”.`, mentions: [] })
    const { id } = await of.db.comment.findFirstOrThrow({ where: { body: { contains: CANARY } } })
    return () => of.redact('comment', id)
  },
  'an assessment, copied to both parts of a split claim': async (of) => {
    const claim = await claimNow(of.db, of.desk, 3)
    const answer = { verdict: 'supported', confidence: 'high', rationale: `${CANARY} told us so.` } as const
    await assess(of.db, await of.checker(), { ...claim, ...answer })
    const { id } = await of.db.assessment.findFirstOrThrow({ where: { rationale: answer.rationale } })
    await splitClaim(of.db, await of.editor(), { ...claim, cuts: ['The mill '.length], reason: 'Two things' })
    expect(await of.db.assessment.count({ where: { rationale: answer.rationale } })).toBeGreaterThan(1)
    return () => of.redact('assessment', id)
  },
  'an adjudication': async (of) => {
    const claim = await claimNow(of.db, of.desk, 2)
    const answer = { verdict: 'supported', confidence: 'high', reason: `By the word of ${CANARY}.` } as const
    await adjudicate(of.db, await of.owner(), { ...claim, ...answer })
    const { id } = await of.db.adjudication.findFirstOrThrow({ where: { reason: answer.reason } })
    return () => of.redact('adjudication', id)
  },
  'a citation with its quote, looked for in snapshots, and re-affirmed': async (of) => {
    const claim = await claimNow(of.db, of.desk, 4)
    const url = 'https://fourth.example/mill'
    const { id: sourceId } = await addSource(of.db, await of.checker(), newsItem('Fourth', url))
    const quote = `In May ${CANARY} lit the fire`
    await attachCitation(of.db, await of.checker(), {
      ...claim,
      ...SUPPORTS,
      quote,
      note: `Says ${CANARY}`,
      locator: `${CANARY}, p. 3`,
      source: { id: sourceId },
    })
    const { id } = await of.db.citation.findFirstOrThrow({ where: { quote } })
    await recordVisit(of.db, await of.checker(), {
      sourceId,
      url,
      came: { to: 'answer', snapshot: pageOf(url, 'In June Quillfeather lit the fires, they say, and left.') },
    })
    await recordWording(of.db, await of.editor(), { ...claim, text: 'It burned on 5 May 2021.', reason: 'Day' })
    await reaffirm(of.db, await of.checker(), {
      ...(await claimNow(of.db, of.desk, 4)),
      citationIds: [id],
      rationale: '',
    })
    expect(await of.db.citation.count({ where: { quote } })).toBe(2)
    const { id: snapshotId } = (await currentSnapshot(of.db, of.desk.workspaceId, sourceId)) ?? { id: '' }
    return async () => {
      await of.redact('citation', id)
      await redactSnapshot(of.db, await of.owner(), { snapshotId, reason: REASON })
    }
  },
  'an earlier wording, with its thread’s quote, its summary and a proposed split of it': async (of) => {
    const text = `${CANARY} had been warned. `
    await recordWording(of.db, await of.editor(), {
      ...(await claimNow(of.db, of.desk, 5)),
      text,
      reason: `${CANARY} was the owner`,
    })
    const claim = await claimNow(of.db, of.desk, 5)
    await openThread(of.db, await of.checker(), { ...claim, quote: `${CANARY} had`, body: 'Who?', mentions: [] })
    await splitClaim(of.db, await of.checker(), { ...claim, cuts: [`${CANARY} had `.length], reason: 'Two' })
    // It waits for review, and is shown beside the words it was written against.
    await proposeWording(of.db, await of.checker(), { ...claim, text: 'Nobody had been warned. ', reason: 'Shorter' })
    await recordWording(of.db, await of.editor(), { ...claim, text: 'Someone had been warned.', reason: 'Privacy' })
    const { id } = await of.db.claimRevision.findFirstOrThrow({ where: { reason: `${CANARY} was the owner` } })
    return () => of.redact('wording', id)
  },
  'why a claim was split, and why another was to be': async (of) => {
    const claim = await claimNow(of.db, of.desk, 1)
    const cut = { ...claim, cuts: ['The '.length] }
    const proposed = await splitClaim(of.db, await of.checker(), { ...cut, reason: `${CANARY} asked for it` })
    if (proposed.outcome !== 'proposed') throw new Error(proposed.outcome)
    await rejectStructure(of.db, await of.editor(), { proposalId: proposed.proposalId, reason: `Not for ${CANARY}` })
    await splitClaim(of.db, await of.editor(), { ...cut, reason: `For ${CANARY}, then` })
    const { id } = await of.db.revision.findFirstOrThrow({ where: { summary: { contains: CANARY } } })
    return async () => {
      await of.redact('structure', proposed.proposalId)
      await of.redact('revision', id)
    }
  },
  'claims that someone proposed to add, and withdrew': async (of) => {
    const content = { kind: 'new', after: null, blocks: [{ texts: [`${CANARY} fled. `, 'Then it rained.'] }] }
    const { id } = await proposeNew(of, content)
    return () => of.redact('structure', id)
  },
  'a rejected proposal, which its author was told of': async (of) => {
    const claim = await claimNow(of.db, of.desk, 2)
    const text = `At least 12 people and ${CANARY} were killed in the mill. `
    const made = await proposeWording(of.db, await of.checker(), { ...claim, text, reason: `${CANARY} too` })
    if (made.outcome !== 'proposed') throw new Error(made.outcome)
    await rejectWording(of.db, await of.editor(), { wordingId: made.wordingId, reason: `${CANARY} lives` })
    expect(await of.db.notification.count({ where: { words: { contains: CANARY } } })).toBe(1)
    return () => of.redact('wording', made.wordingId)
  },
  'an entry of the search log': async (of) => {
    const claim = await claimNow(of.db, of.desk, 2)
    await logSearch(of.db, await of.checker(), {
      ...claim,
      place: `${CANARY}’s letters`,
      query: CANARY,
      searchedOn: '2026-02-03',
      result: 'nothing',
      note: `Not even ${CANARY}`,
    })
    const { id } = await of.db.searchEntry.findFirstOrThrow({ where: { query: CANARY } })
    return () => of.redact('search', id)
  },
  'what someone was to do': async (of) => {
    const { claimId } = await claimNow(of.db, of.desk, 2)
    const seat = of.desk.seats.checker.memberId
    const { assignmentId } = await assignClaim(of.db, await of.editor(), {
      claimId,
      assigneeId: seat,
      note: `Ring ${CANARY}`,
    })
    return () => of.redact('assignment', assignmentId)
  },
  'why a claim is not checked': async (of) => {
    const { claimId } = await claimNow(of.db, of.desk, 4)
    await setCheckable(of.db, await of.editor(), { claimId, checkable: false, reason: `${CANARY} thinks so` })
    const { id } = await of.db.checkability.findFirstOrThrow({ where: { reason: { contains: CANARY } } })
    return () => of.redact('checkability', id)
  },
  'an earlier wording that a citation covers, and that a claim inherited when another was merged into it': async (
    of,
  ) => {
    await splitClaim(of.db, await of.editor(), {
      ...(await claimNow(of.db, of.desk, 2)),
      cuts: ['At least 12 people '.length],
      reason: 'Two parts',
    })
    const [two, part] = [await partOf(of, 'At least'), await partOf(of, 'were killed')]
    const text = `were killed, says ${CANARY}. `
    await recordWording(of.db, await of.editor(), { ...part, text, reason: 'Who says so' })
    const { wordingId } = await claimNow(of.db, of.desk, part.number)
    const source = { id: (await addSource(of.db, await of.checker(), newsItem('A letter'))).id }
    const covers = [{ start: 0, end: text.length }]
    await attachCitation(of.db, await of.checker(), { ...part, wordingId, ...SUPPORTS, covers, source })
    const claims = [two, { ...part, wordingId }].map((one) => ({ claimId: one.claimId, wordingId: one.wordingId }))
    await mergeClaims(of.db, await of.editor(), { claims, reason: 'One sentence' })
    const whole = await partOf(of, 'At least')
    expect(whole.text).toContain(CANARY)
    await recordWording(of.db, await of.editor(), { ...whole, text: CLAIMS[1], reason: 'As before' })
    expect(await of.db.claimRevision.count({ where: { text, state: 'inherited' } })).toBe(
      whole.number === part.number ? 0 : 1,
    )
    return async () => {
      await of.redact('wording', wordingId)
      await of.redact('wording', whole.wordingId)
    }
  },
}

test.each(Object.entries(PLANTED))('a canary in %s is nowhere after its redaction, and the record holds', (_, plant) =>
  canary.check(plant),
)

test('a canary had been on every surface that was looked at', () => {
  const surfaces = ['answers', 'assigned', 'comparison', 'dossier', 'galley', 'history', 'report', 'review']
  expect([...canary.seen].sort()).toEqual(expect.arrayContaining(surfaces))
  // Where it was never to be seen, redacted or not.
  for (const never of ['audit', 'server', 'stranger']) expect([...canary.seen]).not.toContain(never)
})
