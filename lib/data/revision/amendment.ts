import { decideReplacement, type WordingState } from '@/lib/domain/claim/wording.ts'
import { mayChangeProposal, mayTakeOver } from '@/lib/domain/revision/proposal-right.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { claimHead, wordingSeen } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db } from '../db.ts'
import { tellAuthors } from './proposal.ts'
import {
  answerTo,
  conflict,
  frameOf,
  type Recorded,
  readProposal,
  recordWithin,
  type WordingConflict,
} from './wording.ts'

/** `baseId`: the accepted wording that the author saw, which the amended proposal is written against. */
export type Amendment = {
  wordingId: string
  baseId: string
  text: string
  reason: string
  commandId?: string | undefined
  at?: Date
}

export type Amended =
  | { outcome: 'amended'; wordingId: string }
  | { outcome: 'unchanged' }
  | { outcome: 'settled'; state: WordingState }
  | WordingConflict

/**
 * Changes one's own waiting proposal: the one that stood ends as withdrawn, and a new one takes its place, among the
 * same recording, against what the claim says now.
 */
export async function amendWording(db: Db, article: AuthorizedArticle, asked: Amendment): Promise<Amended> {
  const what = { ...scopeOf(article, asked), ability: 'wording.propose', kind: 'wording.amended' } as const
  return change<Amended>(db, what, async (ledger) => {
    const before = await readProposal(ledger.tx, article, asked.wordingId)
    if (!mayChangeProposal(article, before.authorId))
      throw new AppError('forbidden', 'Only its author can amend a proposal. A reviewer rejects it, with a reason.')
    if (before.state !== 'proposed') return { value: { outcome: 'settled', state: before.state } }
    const claim = await claimHead(ledger.tx, article, before.claimId)
    const decision = decideReplacement(claim.head, await wordingSeen(ledger.tx, claim, asked.baseId), asked.text)
    if (decision.outcome === 'unchanged') return { value: decision }
    if (decision.outcome === 'conflict') return { value: await conflict(ledger.tx, claim, asked.baseId, asked.text) }
    if (decision.text === before.text && before.baseId === claim.head.id && asked.reason === before.reason)
      return { value: { outcome: 'unchanged' } }
    const wordingId = newId()
    await ledger.end('ClaimRevision', [before.id], { state: 'withdrawn', reviewReason: 'Amended' })
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
        reason: asked.reason,
        baseId: claim.head.id,
        createdAt: ledger.at,
        ...(before.draftId && { draftId: before.draftId }),
      },
    ])
    return {
      value: { outcome: 'amended', wordingId },
      details: {
        claim: claim.key,
        amends: before.id,
        wording: wordingId,
        from: claim.head.text,
        before: before.text,
        to: decision.text,
        reason: asked.reason,
      },
    }
  })
}

export type TakenOver = Recorded | { outcome: 'settled'; state: WordingState }

/**
 * Records an editor's wording in the place of someone's waiting proposal, which mostly was written against a wording that
 * has changed since: the proposal ends, and its author is told what became of it. The words are the editor's to answer for.
 * @throws AppError forbidden where the proposal is the editor's own, which is amended
 */
export async function takeOverWording(db: Db, article: AuthorizedArticle, asked: Amendment): Promise<TakenOver> {
  const what = { ...scopeOf(article, asked), ability: 'wording.record', kind: 'wording.recorded' } as const
  return change<TakenOver>(db, what, async (ledger) => {
    const before = await readProposal(ledger.tx, article, asked.wordingId)
    if (!mayTakeOver(article, before.authorId))
      throw new AppError('forbidden', 'This proposal is your own: amend it. Nothing was recorded.')
    if (before.state !== 'proposed') return { value: { outcome: 'settled', state: before.state } }
    const claim = await claimHead(ledger.tx, article, before.claimId)
    const { value, details } = await recordWithin(ledger, article, claim, asked, 'recorded', article.memberId)
    if (value.outcome !== 'recorded' || !details) return { value }
    const answer = `Taken over in revision ${value.revision}: ${asked.reason}`
    const reviewer = { reviewerId: article.memberId, reviewReason: answer }
    await ledger.end('ClaimRevision', [before.id], { state: 'rejected', ...reviewer })
    await tellAuthors(ledger, article, [answerTo(before, 'rejected', answer)])
    return { value, details: { ...details, takesOver: before.id } }
  })
}
