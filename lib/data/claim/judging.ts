import type { Judging } from '@/lib/domain/check/judging.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { ClaimHead } from '../article/head.ts'
import type { Tx } from '../db.ts'
import { currentPolicy } from '../policy.ts'

/**
 * Who wrote what the claim says now, and what the policy says of them. Whoever touched up the words since has not taken
 * them over: every accepted wording of the present substance counts, and so does what the claim inherited when it was
 * split off or took another in.
 */
export async function judgingOf(tx: Tx, article: AuthorizedArticle, claim: ClaimHead): Promise<Judging> {
  const [rows, { policy, assessorMayAdjudicate }] = [
    await tx.claimRevision.findMany({
      where: {
        claimId: claim.claimId,
        authorId: { not: null },
        OR: [{ substance: claim.head.substance }, { state: 'inherited' }],
      },
      select: { authorId: true },
      distinct: ['authorId'],
    }),
    await currentPolicy(tx, article),
  ]
  const authors = rows.flatMap(({ authorId }) => authorId ?? [])
  return { authors, authorMayAssess: policy.authorMayAssess, assessorMayAdjudicate }
}
