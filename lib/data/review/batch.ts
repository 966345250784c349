import { decideAcceptance } from '@/lib/domain/claim/wording.ts'
import { mayAccept, mayReject } from '@/lib/domain/revision/proposal-right.ts'
import { type Obstacle, obstacleWords, type SettledOne } from '@/lib/domain/revision/review-outcome.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import { type ClaimHead, claimHeads } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import { Repeated } from '../command.ts'
import type { Db, Tx } from '../db.ts'
import { currentPolicy } from '../policy.ts'
import { tellAuthors } from '../revision/proposal.ts'
import { addRevision, against, answerTo, PROPOSAL } from '../revision/wording.ts'

export type ReviewOfMany = { wordingIds: readonly string[]; reason: string; commandId?: string | undefined; at?: Date }

/**
 * Accepts proposed wordings of one article together, as one revision. What cannot be accepted (the claim says something
 * else by now, it is one's own, another of the selection took its place, someone settled it) stays as it is and is
 * named; the rest is accepted. Sent again, it answers what became of each.
 */
export async function acceptWordings(db: Db, article: AuthorizedArticle, review: ReviewOfMany): Promise<SettledOne[]> {
  const what = { ...scopeOf(article, review), ability: 'wording.review', kind: 'wording.accepted' } as const
  return once(db, article, review, 'accepted', () =>
    change<SettledOne[]>(db, what, async (ledger) => {
      const judged = await judge(ledger.tx, article, review.wordingIds)
      const going = judged.flatMap((one) => ('accept' in one ? [one] : []))
      const left = judged.flatMap((one) => ('left' in one ? [one.left] : []))
      const [first] = going
      if (!first) return { value: left }
      const reasons = new Set(going.map(({ proposal }) => proposal.reason))
      const [reason = ''] = reasons
      const summary = reasons.size === 1 && reason !== '' ? reason : `${going.length} proposed wordings accepted`
      const revision = await addRevision(
        ledger,
        article,
        first.accept,
        'accepted',
        summary,
        going.map(({ proposal, accept }) => ({ before: accept.head.text, after: proposal.text })),
      )
      await ledger.end(
        'ClaimRevision',
        going.map(({ accept }) => accept.head.id),
        { state: 'superseded' },
      )
      const reviewed = { reviewerId: article.memberId, reviewReason: review.reason || null }
      for (const { proposal, substance } of going)
        await ledger.accept(proposal.id, { substance, revisionId: revision.id, ...reviewed })
      await tellAuthors(
        ledger,
        article,
        going.map(({ proposal }) => answerTo(proposal, 'accepted', review.reason)),
      )
      const accepted = going.map(({ proposal }): SettledOne => {
        return { ...nameOf(article, proposal), outcome: 'accepted', revision: revision.number }
      })
      return {
        value: [...accepted, ...left],
        details: {
          revision: revision.number,
          reason: review.reason,
          wordings: going.map(({ proposal, accept }) => ({
            claim: accept.key,
            wording: proposal.id,
            from: accept.head.text,
            to: proposal.text,
          })),
        },
      }
    }),
  )
}

/** Rejects proposed wordings of one article together; each author is told why. One's own are left: one withdraws them. */
export async function rejectWordings(db: Db, article: AuthorizedArticle, review: ReviewOfMany): Promise<SettledOne[]> {
  const what = { ...scopeOf(article, review), ability: 'wording.review', kind: 'wording.rejected' } as const
  return once(db, article, review, 'rejected', () =>
    change<SettledOne[]>(db, what, async (ledger) => {
      const proposals = await readProposals(ledger.tx, article, review.wordingIds)
      const obstacleOf = (proposal: Proposal): Obstacle | null => {
        if (proposal.state !== 'proposed') return 'settled'
        return mayReject(article, proposal.authorId) ? null : 'own_proposal'
      }
      const going = proposals.filter((proposal) => obstacleOf(proposal) === null)
      const value = proposals.map((proposal): SettledOne => {
        const obstacle = obstacleOf(proposal)
        return obstacle ? leftBy(article, proposal, obstacle) : { ...nameOf(article, proposal), outcome: 'rejected' }
      })
      if (going.length === 0) return { value }
      await ledger.end(
        'ClaimRevision',
        going.map(({ id }) => id),
        { state: 'rejected', reviewerId: article.memberId, reviewReason: review.reason },
      )
      await tellAuthors(
        ledger,
        article,
        going.map((proposal) => answerTo(proposal, 'rejected', review.reason)),
      )
      const wordings = going.map(({ id, text, claim }) => ({ claim: claim.number, wording: id, to: text }))
      return { value, details: { wordings, reason: review.reason } }
    }),
  )
}

type Proposal = Awaited<ReturnType<typeof readProposals>>[number]

async function readProposals(tx: Tx, article: AuthorizedArticle, wordingIds: readonly string[]) {
  const found = await tx.claimRevision.findMany({
    where: { id: { in: [...wordingIds] }, ...ownerOf(article) },
    select: { ...PROPOSAL, reviewerId: true, revision: { select: { number: true } } },
    take: wordingIds.length,
  })
  const byId = new Map(found.map((proposal) => [proposal.id, against(proposal)]))
  return wordingIds.map((id) => {
    const proposal = byId.get(id)
    if (!proposal) throw new AppError('not_found', 'This article has no such proposal.')
    return proposal
  })
}

type Judged = { left: SettledOne } | { proposal: Proposal; accept: ClaimHead; substance: number }

/** Decides on each, in the order they were named: of two for one claim, the first is accepted. */
async function judge(tx: Tx, article: AuthorizedArticle, wordingIds: readonly string[]): Promise<Judged[]> {
  const proposals = await readProposals(tx, article, wordingIds)
  const claimIds = [...new Set(proposals.map(({ claimId }) => claimId))]
  const [heads, { policy }] = [await claimHeads(tx, article, claimIds), await currentPolicy(tx, article)]
  const taken = new Set<string>()
  return proposals.map((proposal) => {
    const accept = heads.get(proposal.claimId)
    if (!accept) return { left: leftBy(article, proposal, 'settled') }
    const decision = decideAcceptance(
      proposal,
      accept.head,
      mayAccept(article, proposal.authorId, policy.reviewerMustDiffer),
    )
    if (decision.outcome !== 'accept') return { left: leftBy(article, proposal, decision.outcome) }
    if (taken.has(proposal.claimId)) return { left: leftBy(article, proposal, 'second') }
    taken.add(proposal.claimId)
    return { proposal, accept, substance: decision.substance }
  })
}

/** A command that had been carried out before answers what it came to then, as far as the record tells. */
async function once(
  db: Db,
  article: AuthorizedArticle,
  { wordingIds }: ReviewOfMany,
  outcome: 'accepted' | 'rejected',
  run: () => Promise<SettledOne[]>,
): Promise<SettledOne[]> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Repeated)) throw error
    const judged = await judge(db, article, wordingIds)
    const proposals = await readProposals(db, article, wordingIds)
    return proposals.map((proposal, at): SettledOne => {
      const mine = proposal.reviewerId === article.memberId
      if (mine && outcome === 'accepted' && proposal.revision)
        return { ...nameOf(article, proposal), outcome, revision: proposal.revision.number }
      if (mine && outcome === 'rejected' && proposal.state === 'rejected')
        return { ...nameOf(article, proposal), outcome }
      const now = judged[at]
      return now && 'left' in now ? now.left : leftBy(article, proposal, 'second')
    })
  }
}

function nameOf({ articleId }: AuthorizedArticle, { id, claim }: Proposal) {
  return { id, articleId, claim: claim.number }
}

function leftBy(article: AuthorizedArticle, proposal: Proposal, obstacle: Obstacle): SettledOne {
  return { ...nameOf(article, proposal), outcome: 'left', why: obstacleWords(obstacle, proposal.claim.number) }
}
