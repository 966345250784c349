import { type Framing, labelled, saidOf } from '@/lib/domain/article/framing.ts'
import { decideAcceptance, decideReplacement, type WordingState, whyNotRestore } from '@/lib/domain/claim/wording.ts'
import { countsOfWordings } from '@/lib/domain/revision/count.ts'
import { mayAccept, mayChangeProposal, mayReject } from '@/lib/domain/revision/proposal-right.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { RevisionKind } from '@/prisma/generated/enums.ts'
import type { AuthorizedArticle } from '../access.ts'
import { type ClaimHead, claimHead, wordingSeen } from '../article/head.ts'
import { change, type Done, ownerOf, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import { currentPolicy } from '../policy.ts'
import { keptCounts } from './counts.ts'
import { type Answered, tellAuthors } from './proposal.ts'

/** Three texts, so that no one has to remember one: what it was based on, what stands now, what was asked for. */
export type WordingConflict = { outcome: 'conflict'; base: string; theirs: string; mine: string; headId: string }

export type Typed = {
  claimId: string
  baseId: string
  text: string
  reason: string
  commandId?: string | undefined
  at?: Date
}

export type Proposed = { outcome: 'proposed'; wordingId: string } | { outcome: 'unchanged' } | WordingConflict
export type Recorded =
  | { outcome: 'recorded'; wordingId: string; revision: number; madeStale: boolean }
  | { outcome: 'unchanged' }
  | WordingConflict

/** Puts a wording before the reviewers. */
export async function proposeWording(db: Db, article: AuthorizedArticle, typed: Typed): Promise<Proposed> {
  const what = { ...scopeOf(article, typed), ability: 'wording.propose', kind: 'wording.proposed' } as const
  return change<Proposed>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, typed.claimId)
    const decision = decideReplacement(claim.head, await wordingSeen(ledger.tx, claim, typed.baseId), typed.text)
    if (decision.outcome === 'unchanged') return { value: decision }
    if (decision.outcome === 'conflict') return { value: await conflict(ledger.tx, claim, typed.baseId, typed.text) }
    const wordingId = newId()
    await ledger.add('ClaimRevision', [
      {
        ...ownerOf(article),
        id: wordingId,
        claimId: claim.claimId,
        number: claim.nextNumber,
        text: decision.text,
        ...frameOf(claim.head),
        state: 'proposed',
        authorId: article.memberId,
        reason: typed.reason,
        baseId: claim.head.id,
        createdAt: ledger.at,
      },
    ])
    return {
      value: { outcome: 'proposed', wordingId },
      details: { claim: claim.key, from: claim.head.text, to: decision.text, reason: typed.reason },
    }
  })
}

/**
 * Records a wording at once, as an editor may: a new revision of the article.
 * @param authorId who wrote the words: whoever records them, or of restored ones whoever wrote them then
 */
export async function recordWording(
  db: Db,
  article: AuthorizedArticle,
  typed: Typed,
  how: 'recorded' | 'restored' = 'recorded',
  authorId: string | null = article.memberId,
): Promise<Recorded> {
  const ability = how === 'restored' ? 'wording.restore' : 'wording.record'
  const what = { ...scopeOf(article, typed), ability, kind: `wording.${how}` } as const
  return change<Recorded>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, typed.claimId)
    return recordWithin(ledger, article, claim, typed, how, authorId)
  })
}

/** The same within a change that does more. */
export async function recordWithin(
  ledger: Ledger,
  article: AuthorizedArticle,
  claim: ClaimHead,
  typed: Pick<Typed, 'baseId' | 'text' | 'reason'>,
  how: 'recorded' | 'restored',
  authorId: string | null,
): Promise<Done<Recorded>> {
  const decision = decideReplacement(claim.head, await wordingSeen(ledger.tx, claim, typed.baseId), typed.text)
  if (decision.outcome === 'unchanged') return { value: decision }
  if (decision.outcome === 'conflict') return { value: await conflict(ledger.tx, claim, typed.baseId, typed.text) }
  const wordingId = newId()
  const revision = await addRevision(ledger, article, claim, how, typed.reason, [
    { before: claim.head.text, after: decision.text },
  ])
  await ledger.end('ClaimRevision', [claim.head.id], { state: 'superseded' })
  await ledger.add('ClaimRevision', [
    {
      ...ownerOf(article),
      id: wordingId,
      claimId: claim.claimId,
      number: claim.nextNumber,
      text: decision.text,
      ...frameOf(claim.head),
      state: 'accepted',
      authorId,
      reason: typed.reason,
      baseId: claim.head.id,
      createdAt: ledger.at,
      acceptedSeq: ledger.seq,
      substance: decision.substance,
      revisionId: revision.id,
    },
  ])
  const madeStale = decision.substance !== claim.head.substance
  return {
    value: { outcome: 'recorded', wordingId, revision: revision.number, madeStale },
    details: {
      claim: claim.key,
      from: claim.head.text,
      to: decision.text,
      reason: typed.reason,
      revision: revision.number,
    },
  }
}

/** Makes an earlier wording of a claim the accepted one again, as a new revision. */
export async function restoreWording(
  db: Db,
  article: AuthorizedArticle,
  asked: { claimId: string; wordingId: string; baseId: string; reason: string; commandId?: string | undefined },
): Promise<Recorded> {
  const earlier = await db.claimRevision.findFirst({
    where: { id: asked.wordingId, claimId: asked.claimId, articleId: article.articleId },
    select: { text: true, authorId: true, state: true },
  })
  const why = earlier && whyNotRestore(earlier)
  if (!earlier || why === 'inherited') throw new AppError('not_found', 'This claim never had that wording.')
  if (why === 'waiting')
    throw new AppError('invalid', 'This wording waits for review: it is decided on there. Nothing was recorded.')
  if (why === 'redacted')
    throw new AppError('invalid', 'This wording was redacted, so there is nothing to restore. Nothing was recorded.')
  return recordWording(db, article, { ...asked, text: earlier.text }, 'restored', earlier.authorId)
}

export type Review = { wordingId: string; reason: string; commandId?: string | undefined; at?: Date }
export type Accepted =
  | { outcome: 'accepted'; revision: number; madeStale: boolean }
  | { outcome: 'settled'; state: WordingState }
  | { outcome: 'own_proposal' }
  | WordingConflict

/** Accepts a proposal in place of the wording it was written against, as a new revision. */
export async function acceptWording(db: Db, article: AuthorizedArticle, review: Review): Promise<Accepted> {
  const what = { ...scopeOf(article, review), ability: 'wording.review', kind: 'wording.accepted' } as const
  return change<Accepted>(db, what, async (ledger) => {
    const proposal = await readProposal(ledger.tx, article, review.wordingId)
    const claim = await claimHead(ledger.tx, article, proposal.claimId)
    const { policy } = await currentPolicy(ledger.tx, article)
    const decision = decideAcceptance(
      proposal,
      claim.head,
      mayAccept(article, proposal.authorId, policy.reviewerMustDiffer),
    )
    if (decision.outcome === 'conflict')
      return { value: await conflict(ledger.tx, claim, proposal.baseId ?? '', proposal.text) }
    if (decision.outcome !== 'accept') return { value: decision }
    const summary = proposal.reason || 'Proposed wording accepted'
    const revision = await addRevision(ledger, article, claim, 'accepted', summary, [
      { before: claim.head.text, after: proposal.text },
    ])
    await ledger.end('ClaimRevision', [claim.head.id], { state: 'superseded' })
    await ledger.accept(proposal.id, {
      substance: decision.substance,
      revisionId: revision.id,
      reviewerId: article.memberId,
      reviewReason: review.reason || null,
    })
    await tellAuthors(ledger, article, [answerTo(proposal, 'accepted', review.reason)])
    return {
      value: {
        outcome: 'accepted',
        revision: revision.number,
        madeStale: decision.substance !== claim.head.substance,
      },
      details: {
        claim: claim.key,
        wording: proposal.id,
        from: claim.head.text,
        to: proposal.text,
        reason: review.reason,
        revision: revision.number,
      },
    }
  })
}

export type Rejected =
  | { outcome: 'rejected' }
  | { outcome: 'settled'; state: WordingState }
  | { outcome: 'own_proposal' }

/** Rejects a proposal; its author learns the reason. */
export async function rejectWording(db: Db, article: AuthorizedArticle, review: Review): Promise<Rejected> {
  const what = { ...scopeOf(article, review), ability: 'wording.review', kind: 'wording.rejected' } as const
  return change<Rejected>(db, what, async (ledger) => {
    const proposal = await readProposal(ledger.tx, article, review.wordingId)
    if (proposal.state !== 'proposed') return { value: { outcome: 'settled', state: proposal.state } }
    if (!mayReject(article, proposal.authorId)) return { value: { outcome: 'own_proposal' } }
    await ledger.end('ClaimRevision', [proposal.id], {
      state: 'rejected',
      reviewerId: article.memberId,
      reviewReason: review.reason,
    })
    await tellAuthors(ledger, article, [answerTo(proposal, 'rejected', review.reason)])
    return {
      value: { outcome: 'rejected' },
      details: { wording: proposal.id, to: proposal.text, reason: review.reason },
    }
  })
}

export type Withdrawn = { outcome: 'withdrawn' } | { outcome: 'settled'; state: WordingState }

/** Takes one's own proposal back. */
export async function withdrawWording(db: Db, article: AuthorizedArticle, review: Review): Promise<Withdrawn> {
  const what = { ...scopeOf(article, review), ability: 'wording.propose', kind: 'wording.withdrawn' } as const
  return change<Withdrawn>(db, what, async (ledger) => {
    const proposal = await readProposal(ledger.tx, article, review.wordingId)
    if (!mayChangeProposal(article, proposal.authorId))
      throw new AppError('forbidden', 'Only its author can withdraw a proposal. A reviewer rejects it, with a reason.')
    if (proposal.state !== 'proposed') return { value: { outcome: 'settled', state: proposal.state } }
    await ledger.end('ClaimRevision', [proposal.id], { state: 'withdrawn', reviewReason: review.reason || null })
    return { value: { outcome: 'withdrawn' }, details: { wording: proposal.id, reason: review.reason } }
  })
}

/** What an author is told of a proposal. */
export function answerTo(
  { id, authorId, claim, text, base }: Awaited<ReturnType<typeof readProposal>>,
  answer: 'accepted' | 'rejected',
  reason: string,
): Answered {
  return {
    subjectId: id,
    authorId,
    claim: claim.number,
    answer,
    words: labelled(base ?? undefined, text.trim()),
    reason,
  }
}

/** The article's next revision, in its present layout. */
export async function addRevision(
  ledger: Ledger,
  article: AuthorizedArticle,
  now: Pick<ClaimHead, 'headNumber' | 'layoutId'>,
  kind: RevisionKind,
  summary: string,
  wordings: readonly { before: string; after: string }[],
): Promise<{ id: string; number: number }> {
  const revision = { id: newId(), number: now.headNumber + 1 }
  await ledger.add('Revision', [
    {
      ...ownerOf(article),
      ...revision,
      createdAt: ledger.at,
      memberId: article.memberId,
      kind,
      summary,
      layoutId: now.layoutId,
      counts: keptCounts(countsOfWordings(wordings)),
    },
  ])
  await ledger.tx.article.update({
    where: { id: article.articleId },
    data: { headNumber: revision.number },
    select: { id: true },
  })
  return revision
}

/** What a decision on a proposal has to know of it. */
export const PROPOSAL = {
  id: true,
  claimId: true,
  text: true,
  state: true,
  authorId: true,
  baseId: true,
  base: { select: { id: true, text: true, label: true, quoted: true } },
  reason: true,
  draftId: true,
  claim: { select: { number: true } },
} as const

/** The frame that a wording is recorded with. */
export function frameOf({ label, quoted }: Framing): Framing {
  return { ...(label !== undefined && { label }), ...(quoted && { quoted }) }
}

/** A proposal with what its author had before them. */
export function against<P extends { base: (Parameters<typeof saidOf>[0] & { id: string }) | null }>(proposal: P) {
  return { ...proposal, base: proposal.base && { id: proposal.base.id, ...saidOf(proposal.base) } }
}

export async function readProposal(tx: Tx, article: AuthorizedArticle, wordingId: string) {
  const proposal = await tx.claimRevision.findFirst({
    where: { id: wordingId, ...ownerOf(article) },
    select: PROPOSAL,
  })
  if (!proposal) throw new AppError('not_found', 'This article has no such proposal.')
  return against(proposal)
}

/** The three texts of a conflict. */
export async function conflict(tx: Tx, claim: ClaimHead, baseId: string, mine: string): Promise<WordingConflict> {
  const base = await tx.claimRevision.findFirst({
    where: { id: baseId, claimId: claim.claimId },
    select: { text: true },
  })
  return { outcome: 'conflict', base: base?.text ?? '', theirs: claim.head.text, mine, headId: claim.head.id }
}
