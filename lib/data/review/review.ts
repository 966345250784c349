import { saidOf, shownLabel } from '@/lib/domain/article/framing.ts'
import { parseStructureChange } from '@/lib/schema/structure.ts'
import type { SettledDto, WaitingArticle } from '@/lib/view/review.ts'
import type { Authority, AuthorizedArticle } from '../access.ts'
import { UNARCHIVED } from '../article/archiving.ts'
import type { Db } from '../db.ts'

/** As many as the page looks back on. */
const SETTLED = 20

type Settled = Pick<SettledDto, 'id' | 'state' | 'authorId' | 'reviewerId' | 'reviewReason' | 'at'> & { seq: number }

/** The proposals of an article settled last, so that an author finds the answer and its reason. */
export async function settledProposals(db: Db, article: AuthorizedArticle): Promise<SettledDto[]> {
  const [wordings, structures] = await Promise.all([
    db.$queryRaw<
      (Settled & { claim: number; text: string; baseText: string; label: string | null; quoted: boolean | null })[]
    >`
      SELECT p."id", c."number" AS "claim", p."text", b."text" AS "baseText", p."label", p."quoted", p."state"::text AS "state", p."authorId", p."reviewerId", p."reviewReason",
        e."at", e."seq"
      FROM "ClaimRevision" p
      JOIN "Claim" c ON c."id" = p."claimId"
      JOIN "ClaimRevision" b ON b."id" = p."baseId"
      JOIN "AuditEvent" e ON e."clockId" = p."articleId" AND e."seq" = coalesce(p."acceptedSeq", p."endedSeq")
      WHERE p."articleId" = ${article.articleId}::uuid AND p."workspaceId" = ${article.workspaceId}::uuid
        AND (p."state" IN ('rejected', 'withdrawn') OR p."acceptedSeq" > p."createdSeq")
      ORDER BY e."seq" DESC LIMIT ${SETTLED}`,
    db.$queryRaw<(Settled & { content: unknown })[]>`
      SELECT s."id", s."content", s."state"::text AS "state", s."authorId", s."reviewerId", s."reviewReason", e."at", e."seq"
      FROM "StructureProposal" s
      JOIN "AuditEvent" e ON e."clockId" = s."articleId" AND e."seq" = s."endedSeq"
      WHERE s."articleId" = ${article.articleId}::uuid AND s."workspaceId" = ${article.workspaceId}::uuid AND s."state" <> 'proposed'
      ORDER BY e."seq" DESC LIMIT ${SETTLED}`,
  ])
  const changes = structures.map(({ content, ...row }) => {
    const change = parseStructureChange(content)
    const claim =
      change.kind === 'merged' ? (change.claims[0] ?? null) : 'claim' in change ? change.claim : change.after
    return { ...row, change, claim }
  })
  const labelled = wordings.map(({ quoted, ...row }) => ({ ...row, label: shownLabel(saidOf({ ...row, quoted })) }))
  return [...labelled, ...changes]
    .sort((one, other) => other.seq - one.seq)
    .slice(0, SETTLED)
    .map(({ seq: _, ...row }) => row)
}

/** Articles of the workspace with proposals that this member may review (their own are someone else's to settle). */
export async function waitingByArticle(db: Db, authority: Authority): Promise<WaitingArticle[]> {
  return db.$queryRaw<WaitingArticle[]>`
    SELECT a."slug", a."title", count(*)::int AS "waiting"
    FROM (
      SELECT "articleId" FROM "ClaimRevision"
      WHERE "workspaceId" = ${authority.workspaceId}::uuid AND "state" = 'proposed' AND "authorId" IS DISTINCT FROM ${authority.memberId}::uuid
      UNION ALL
      SELECT "articleId" FROM "StructureProposal"
      WHERE "workspaceId" = ${authority.workspaceId}::uuid AND "state" = 'proposed' AND "authorId" IS DISTINCT FROM ${authority.memberId}::uuid
    ) p JOIN "Article" a ON a."id" = p."articleId"
    WHERE ${UNARCHIVED}
    GROUP BY a."id" ORDER BY a."id" LIMIT 50`
}
