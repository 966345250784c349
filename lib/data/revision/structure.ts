import { claimKey } from '@/lib/domain/claim/claim.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import { mayAccept, mayChangeProposal, mayReject } from '@/lib/domain/revision/proposal-right.ts'
import { planRestructure } from '@/lib/domain/revision/restructure.ts'
import {
  applyStructure,
  mergedText,
  type StructureChange,
  splitAt,
  withFrames,
} from '@/lib/domain/revision/structure.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { parseStructureChange } from '@/lib/schema/structure.ts'
import type { AuthorizedArticle } from '../access.ts'
import { readStanding, type StandingArticle } from '../article/standing.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import { currentPolicy } from '../policy.ts'
import { tellAuthors } from './proposal.ts'
import { recordingDetails, recordPlan } from './revision.ts'

type Command = { reason: string; commandId?: string | undefined; at?: Date }
/** `cuts` and the wordings are those of the claims as the person saw them. */
export type Split = Command & { claimId: string; wordingId: string; cuts: number[] }
export type Merge = Command & { claims: { claimId: string; wordingId: string }[] }

export type Structured =
  | { outcome: 'recorded'; revision: number; claims: number[] }
  | { outcome: 'proposed'; proposalId: string }
  /** The article says something else by now. */
  | { outcome: 'misfit'; why: string }

/** Splits a claim at word boundaries: recorded by whoever may record, proposed by whoever may propose. */
export async function splitClaim(db: Db, article: AuthorizedArticle, asked: Split): Promise<Structured> {
  return structure(db, article, asked, 'claim.split', (now) => {
    const claim = seen(now, asked)
    if ('misfit' in claim) return claim
    const texts = splitAt(claim.text, asked.cuts)
    if (!texts)
      throw new AppError('invalid', 'A claim is split between two words, and every part keeps at least one word.')
    return { kind: 'split', claim: claim.number, says: claim.text, texts }
  })
}

/** Merges neighbours of one block into one claim. */
export async function mergeClaims(db: Db, article: AuthorizedArticle, asked: Merge): Promise<Structured> {
  return structure(db, article, asked, 'claims.merged', (now) => {
    const claims = asked.claims.map((one) => seen(now, one))
    const known = claims.flatMap((claim) => ('misfit' in claim ? [] : [claim]))
    const gone = claims.find((claim) => 'misfit' in claim)
    if (gone) return gone
    const text = mergedText(known.map((claim) => claim.text))
    if (text === null) throw new AppError('invalid', 'Together these claims would be longer than a claim may be.')
    return { kind: 'merged', claims: known.map(({ number }) => number), says: known.map((claim) => claim.text), text }
  })
}

function seen(now: StandingArticle, asked: { claimId: string; wordingId: string }) {
  for (const claim of now.claims.values()) {
    if (claim.id !== asked.claimId) continue
    return claim.wordingId === asked.wordingId
      ? claim
      : { misfit: `${claimKey(claim.number)} says something else by now.` }
  }
  throw new AppError('not_found', 'This article has no such claim (any more).')
}

async function structure(
  db: Db,
  article: AuthorizedArticle,
  asked: Command,
  kind: 'claim.split' | 'claims.merged',
  decide: (now: StandingArticle) => StructureChange | { misfit: string },
): Promise<Structured> {
  const records = may(article.role, 'wording.record')
  const what = records
    ? ({ ...scopeOf(article, asked), ability: 'wording.record', kind } as const)
    : ({ ...scopeOf(article, asked), ability: 'wording.propose', kind: 'structure.proposed' } as const)
  return change<Structured>(db, what, async (ledger) => {
    const now = await readStanding(ledger.tx, article)
    const wanted = decide(now)
    if ('misfit' in wanted) return { value: { outcome: 'misfit', why: wanted.misfit } }
    const fit = fitting(now, wanted)
    if ('misfit' in fit) return { value: { outcome: 'misfit', why: fit.misfit } }
    if (!records) {
      const draftId = newId()
      const [proposalId = ''] = await proposeStructures(ledger, article, [withFrames(now, wanted)], {
        draftId,
        reason: asked.reason,
      })
      return {
        value: { outcome: 'proposed', proposalId },
        details: { proposal: proposalId, structure: wanted.kind, reason: asked.reason },
      }
    }
    const given = {
      plan: fit.plan,
      kind: 'recorded' as const,
      summary: asked.reason,
      moved: [],
      authorId: article.memberId,
    }
    const recording = await recordPlan(ledger, article, now, given)
    const claims = [...recording.reworded, ...recording.fresh]
    return {
      value: { outcome: 'recorded', revision: recording.number, claims },
      details: recordingDetails(recording, asked.reason),
    }
  })
}

function fitting(now: StandingArticle, wanted: StructureChange) {
  const fit = applyStructure(now, wanted)
  if ('misfit' in fit) return fit
  const plan = planRestructure(now, fit.target, now.nextClaimNumber)
  return 'problem' in plan ? { misfit: plan.problem } : { plan }
}

/** Puts changes of structure before the reviewers. @returns the proposals' ids */
export async function proposeStructures(
  ledger: Ledger,
  article: AuthorizedArticle,
  changes: readonly StructureChange[],
  { draftId, reason }: { draftId: string; reason: string },
): Promise<string[]> {
  const rows = changes.map((content) => ({
    ...ownerOf(article),
    id: newId(),
    kind: content.kind,
    state: 'proposed' as const,
    content,
    authorId: article.memberId,
    reason,
    draftId,
    createdAt: ledger.at,
  }))
  await ledger.add('StructureProposal', rows)
  return rows.map(({ id }) => id)
}

export type StructureReview = { proposalId: string; reason: string; commandId?: string | undefined; at?: Date }
export type StructureState = 'accepted' | 'rejected' | 'withdrawn'
export type StructureAnswer =
  | { outcome: 'accepted'; revision: number }
  | { outcome: 'rejected' | 'withdrawn' | 'own_proposal' }
  | { outcome: 'settled'; state: StructureState }
  | { outcome: 'misfit'; why: string }

/** Makes a proposed change of structure the article's, as a new revision, if it still fits what the article says. */
export async function acceptStructure(
  db: Db,
  article: AuthorizedArticle,
  review: StructureReview,
): Promise<StructureAnswer> {
  const what = { ...scopeOf(article, review), ability: 'wording.review', kind: 'structure.accepted' } as const
  return change<StructureAnswer>(db, what, async (ledger) => {
    const proposal = await readProposal(ledger.tx, article, review.proposalId)
    if (proposal.state !== 'proposed') return { value: { outcome: 'settled', state: proposal.state } }
    const { policy } = await currentPolicy(ledger.tx, article)
    if (!mayAccept(article, proposal.authorId, policy.reviewerMustDiffer)) return { value: { outcome: 'own_proposal' } }
    const now = await readStanding(ledger.tx, article)
    const fit = fitting(now, proposal.change)
    if ('misfit' in fit) return { value: { outcome: 'misfit', why: fit.misfit } }
    const summary = proposal.reason || 'Proposed change accepted'
    const recording = await recordPlan(ledger, article, now, {
      plan: fit.plan,
      kind: 'accepted',
      summary,
      moved: proposal.change.kind === 'moved' ? [proposal.change.claim] : [],
      authorId: proposal.authorId,
      reviewer: { id: article.memberId, reason: review.reason || null },
    })
    await ledger.end('StructureProposal', [proposal.id], {
      state: 'accepted',
      reviewerId: article.memberId,
      reviewReason: review.reason || null,
      revisionId: recording.id,
    })
    await tellAuthors(ledger, article, [answer(proposal, 'accepted', review.reason)])
    return {
      value: { outcome: 'accepted', revision: recording.number },
      details: { proposal: proposal.id, ...recordingDetails(recording, summary), reason: review.reason },
    }
  })
}

/** Rejects a proposed change of structure; its author is told why. */
export async function rejectStructure(
  db: Db,
  article: AuthorizedArticle,
  review: StructureReview,
): Promise<StructureAnswer> {
  const what = { ...scopeOf(article, review), ability: 'wording.review', kind: 'structure.rejected' } as const
  return change<StructureAnswer>(db, what, async (ledger) => {
    const proposal = await readProposal(ledger.tx, article, review.proposalId)
    if (proposal.state !== 'proposed') return { value: { outcome: 'settled', state: proposal.state } }
    if (!mayReject(article, proposal.authorId)) return { value: { outcome: 'own_proposal' } }
    const settled = { state: 'rejected', reviewerId: article.memberId, reviewReason: review.reason }
    await ledger.end('StructureProposal', [proposal.id], settled)
    await tellAuthors(ledger, article, [answer(proposal, 'rejected', review.reason)])
    return { value: { outcome: 'rejected' }, details: { proposal: proposal.id, reason: review.reason } }
  })
}

/** Takes one's own proposal back. */
export async function withdrawStructure(
  db: Db,
  article: AuthorizedArticle,
  review: StructureReview,
): Promise<StructureAnswer> {
  const what = { ...scopeOf(article, review), ability: 'wording.propose', kind: 'structure.withdrawn' } as const
  return change<StructureAnswer>(db, what, async (ledger) => {
    const proposal = await readProposal(ledger.tx, article, review.proposalId)
    if (!mayChangeProposal(article, proposal.authorId))
      throw new AppError('forbidden', 'Only its author can withdraw a proposal. A reviewer rejects it, with a reason.')
    if (proposal.state !== 'proposed') return { value: { outcome: 'settled', state: proposal.state } }
    await ledger.end('StructureProposal', [proposal.id], { state: 'withdrawn', reviewReason: review.reason || null })
    return { value: { outcome: 'withdrawn' }, details: { proposal: proposal.id, reason: review.reason } }
  })
}

type Proposal = Awaited<ReturnType<typeof readProposal>>

async function readProposal(tx: Tx, article: AuthorizedArticle, proposalId: string) {
  const row = await tx.structureProposal.findFirst({
    where: { id: proposalId, ...ownerOf(article) },
    select: { id: true, state: true, content: true, authorId: true, reason: true },
  })
  if (!row) throw new AppError('not_found', 'This article has no such proposal.')
  const { content, ...proposal } = row
  return { ...proposal, change: parseStructureChange(content) }
}

function answer({ id, authorId, change: made }: Proposal, settled: 'accepted' | 'rejected', reason: string) {
  const claim = made.kind === 'new' ? made.after : made.kind === 'merged' ? (made.claims[0] ?? null) : made.claim
  return { subjectId: id, authorId, claim, answer: settled, words: wordsOf(made), reason }
}

/** What a change is about, in the article's own words. */
function wordsOf(made: StructureChange): string {
  if (made.kind === 'new')
    return made.blocks
      .flatMap(({ texts }) => texts)
      .join('')
      .trim()
  return (made.kind === 'merged' ? made.says.join('') : made.says).trim()
}
