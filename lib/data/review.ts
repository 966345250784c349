import type { ProposalDto, SettledDto, WaitingArticle } from '@/lib/schema/review'
import type { Authority, AuthorizedArticle } from './access'
import type { Db } from './db'

type Row = Omit<ProposalDto, 'atStake' | 'conflict'> & { baseId: string; citations: number; assessments: number }

/** At most this many proposals are shown at once; the count says how many wait in all. */
const REVIEW_PAGE = 100

/** Proposals that wait for review, oldest first, each with what it would replace and what is at stake. */
export async function waitingProposals(
  db: Db,
  article: AuthorizedArticle,
): Promise<{ proposals: ProposalDto[]; total: number }> {
  const id = article.articleId
  const [rows, total] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT p."id", c."number" AS "claim", c."id" AS "claimId", p."text", p."reason", p."authorId", p."createdAt" AS "at",
        b."id" AS "baseId", b."text" AS "baseText", h."id" AS "headId", h."text" AS "headText",
        (SELECT count(*)::int FROM "Citation" x WHERE x."articleId" = p."articleId" AND x."claimId" = c."id" AND x."endedSeq" IS NULL AND x."substance" = h."substance") AS "citations",
        (SELECT count(*)::int FROM "Assessment" x WHERE x."articleId" = p."articleId" AND x."claimId" = c."id" AND x."endedSeq" IS NULL AND x."substance" = h."substance") AS "assessments"
      FROM "ClaimRevision" p
      JOIN "Claim" c ON c."id" = p."claimId"
      JOIN "ClaimRevision" b ON b."id" = p."baseId"
      JOIN "ClaimRevision" h ON h."claimId" = p."claimId" AND h."state" = 'accepted'
      WHERE p."articleId" = ${id}::uuid AND p."workspaceId" = ${article.workspaceId}::uuid AND p."state" = 'proposed'
      ORDER BY p."createdSeq" LIMIT ${REVIEW_PAGE}`,
    db.claimRevision.count({ where: { articleId: id, state: 'proposed' } }),
  ])
  const proposals = rows.map(({ baseId, citations, assessments, ...row }) => ({
    ...row,
    conflict: baseId !== row.headId,
    atStake: { citations, assessments },
  }))
  return { proposals, total }
}

/** The proposals settled last, so that an author finds the answer and its reason. */
export async function settledProposals(db: Db, article: AuthorizedArticle): Promise<SettledDto[]> {
  return db.$queryRaw<SettledDto[]>`
    SELECT p."id", c."number" AS "claim", p."text", b."text" AS "baseText", p."state"::text AS "state", p."authorId", p."reviewerId", p."reviewReason",
      e."at"
    FROM "ClaimRevision" p
    JOIN "Claim" c ON c."id" = p."claimId"
    JOIN "ClaimRevision" b ON b."id" = p."baseId"
    JOIN "AuditEvent" e ON e."clockId" = p."articleId" AND e."seq" = coalesce(p."acceptedSeq", p."endedSeq")
    WHERE p."articleId" = ${article.articleId}::uuid AND p."workspaceId" = ${article.workspaceId}::uuid
      AND (p."reviewerId" IS NOT NULL OR p."state" = 'withdrawn')
    ORDER BY e."seq" DESC LIMIT 20`
}

/** Articles of the workspace with proposals that this member may review (their own are somebody else's to settle). */
export async function waitingByArticle(db: Db, authority: Authority): Promise<WaitingArticle[]> {
  return db.$queryRaw<WaitingArticle[]>`
    SELECT a."slug", a."title", count(*)::int AS "waiting"
    FROM "ClaimRevision" p JOIN "Article" a ON a."id" = p."articleId"
    WHERE p."workspaceId" = ${authority.workspaceId}::uuid AND p."state" = 'proposed' AND p."authorId" IS DISTINCT FROM ${authority.memberId}::uuid
    GROUP BY a."id" ORDER BY a."id" LIMIT 50`
}
