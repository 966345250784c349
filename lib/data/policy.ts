import { DEFAULT_POLICY, type Policy } from '@/lib/domain/check/policy.ts'
import type { Tx } from './db.ts'

const COLUMNS = {
  minOrigins: true,
  minOriginsHumanToll: true,
  minAssessors: true,
  minAssessorsHumanToll: true,
  authorMayAssess: true,
  blindAssessments: true,
  reviewerMustDiffer: true,
} as const

/**
 * The policy in force for an article: its own where it has one, else the workspace's, else the default.
 * @param deskSeq as of this moment of the desk's clock; now, where none is given
 */
export async function currentPolicy(
  db: Tx,
  where: { workspaceId: string; articleId: string },
  deskSeq?: number,
): Promise<{ policy: Policy; number: number; assessorMayAdjudicate: boolean }> {
  const inForce =
    deskSeq === undefined
      ? { endedSeq: null }
      : { createdSeq: { lte: deskSeq }, AND: { OR: [{ endedSeq: null }, { endedSeq: { gt: deskSeq } }] } }
  const found = await db.policyVersion.findMany({
    where: {
      workspaceId: where.workspaceId,
      ...inForce,
      OR: [{ articleId: where.articleId }, { articleId: null }],
    },
    select: { ...COLUMNS, number: true, articleId: true, assessorMayAdjudicate: true },
    take: 2,
  })
  const chosen = found.find((row) => row.articleId !== null) ?? found[0]
  if (!chosen) return { policy: DEFAULT_POLICY, number: 0, assessorMayAdjudicate: false }
  const { number, articleId: _, assessorMayAdjudicate, ...policy } = chosen
  return { policy, number, assessorMayAdjudicate: assessorMayAdjudicate ?? false }
}

/** In which of these articles a proposal is accepted by someone other than its author, as the policies stand now. */
export async function reviewersMustDiffer(
  db: Tx,
  workspaceId: string,
  articleIds: readonly string[],
): Promise<(articleId: string) => boolean> {
  const rows = await db.policyVersion.findMany({
    where: { workspaceId, endedSeq: null, OR: [{ articleId: null }, { articleId: { in: [...articleIds] } }] },
    select: { articleId: true, reviewerMustDiffer: true },
    take: articleIds.length + 1,
  })
  const of = new Map(rows.map((row) => [row.articleId, row.reviewerMustDiffer]))
  return (articleId) => of.get(articleId) ?? of.get(null) ?? DEFAULT_POLICY.reviewerMustDiffer
}
