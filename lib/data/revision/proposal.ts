import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { ownerOf } from '../clock.ts'
import type { Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'

export type Answered = {
  subjectId: string
  authorId: string | null
  claim: number | null
  answer: 'accepted' | 'rejected'
  words: string
  reason: string
}

/** Tells the authors of proposals what became of them. No one is told of what they did themselves. */
export async function tellAuthors(
  ledger: Ledger,
  article: AuthorizedArticle,
  answers: readonly Answered[],
): Promise<void> {
  const told = answers.filter(({ authorId }) => authorId !== null && authorId !== article.memberId)
  await ledger.add(
    'Notification',
    told.map(({ authorId, ...answer }) => ({
      ...ownerOf(article),
      ...answer,
      id: newId(),
      memberId: authorId ?? '',
      createdAt: ledger.at,
    })),
  )
}

/**
 * Proposals for claims that leave the article are settled with it, so that none waits for a claim no one can see: the
 * one who recorded it rejects them, with the reason; the house, which is no reviewer, has them withdrawn.
 */
export async function settleGone(
  ledger: Ledger,
  article: AuthorizedArticle,
  claimIds: readonly string[],
  why: string,
): Promise<void> {
  if (claimIds.length === 0) return
  const waiting = await ledger.tx.$queryRaw<{ id: string; text: string; authorId: string | null; claim: number }[]>`
    SELECT w."id", w."text", w."authorId", c."number" AS "claim"
    FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
    WHERE w."claimId" = ANY(${[...claimIds]}::uuid[]) AND w."state" = 'proposed'`
  const ids = waiting.map(({ id }) => id)
  const { memberId } = article
  if (memberId === null) await ledger.end('ClaimRevision', ids, { state: 'withdrawn', reviewReason: why })
  else await ledger.end('ClaimRevision', ids, { state: 'rejected', reviewerId: memberId, reviewReason: why })
  await tellAuthors(
    ledger,
    article,
    waiting.map(({ id, text, ...row }) => ({ ...row, subjectId: id, answer: 'rejected', words: text, reason: why })),
  )
}

/** How many changes of an article's structure wait for review. */
export async function countStructureProposals(
  tx: Pick<Tx, 'structureProposal'>,
  article: AuthorizedArticle,
): Promise<number> {
  return tx.structureProposal.count({ where: { ...ownerOf(article), state: 'proposed' } })
}
