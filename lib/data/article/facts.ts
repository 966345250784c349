import type { ClaimFacts } from '@/lib/domain/claim/claim.ts'
import { type OriginEdge, originFamilies } from '@/lib/domain/source/origin.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Tx } from '../db.ts'
import { hiddenNow } from './blindness.ts'

type Wording = ClaimFacts['claims'][number]

/**
 * Everything the status of an article's claims depends on, as of one moment of its clock: a handful of set-based
 * queries side by side, whatever the number of claims. Rows of a moment are those recorded by then and not ended by
 * then, so the queries agree with one another without a transaction. What a hidden answer says is left out, whatever the
 * moment: it is hidden now.
 * @param only ids of some claims; null for all of the article
 */
export async function claimFacts(
  db: Tx,
  article: AuthorizedArticle,
  { seq, deskSeq }: Moment,
  only: readonly string[] | null = null,
) {
  const id = article.articleId
  const [
    claims,
    citations,
    lost,
    withdrawn,
    assessments,
    adjudications,
    openThreads,
    proposals,
    assignments,
    familyOf,
    hidden,
  ] = await Promise.all([
    db.$queryRaw<Wording[]>`
      SELECT c."id", c."number", w."id" AS "wordingId", w."text", w."substance", coalesce(k."checkable", true) AS "checkable"
      FROM "Claim" c
      JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."acceptedSeq" <= ${seq} AND (w."endedSeq" IS NULL OR w."endedSeq" > ${seq})
      LEFT JOIN "Checkability" k ON k."claimId" = c."id" AND k."createdSeq" <= ${seq} AND (k."endedSeq" IS NULL OR k."endedSeq" > ${seq})
      WHERE c."articleId" = ${id}::uuid AND c."createdSeq" <= ${seq} AND (c."endedSeq" IS NULL OR c."endedSeq" > ${seq})
        AND (${only}::uuid[] IS NULL OR c."id" = ANY(${only}::uuid[]))
      ORDER BY c."number"`,
    db.$queryRaw<ClaimFacts['citations'][number][]>`
      SELECT c."claimId", c."sourceId", c."stance"::text AS "stance", c."substance", c."covers", w."text" AS "madeFor" FROM "Citation" c
      LEFT JOIN "ClaimRevision" w ON c."covers" IS NOT NULL AND w."id" = c."wordingId"
      WHERE c."articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR c."claimId" = ANY(${only}::uuid[])) AND c."createdSeq" <= ${seq}
        AND (c."endedSeq" IS NULL OR c."endedSeq" > ${seq})`,
    db.$queryRaw<ClaimFacts['lost'][number][]>`
      SELECT c."claimId", count(*)::int AS "count" FROM "Citation" c
      LEFT JOIN "SourceMerge" o ON o."workspaceId" = c."workspaceId" AND o."sourceId" = c."sourceId"
        AND o."createdSeq" <= ${deskSeq} AND (o."endedSeq" IS NULL OR o."endedSeq" > ${deskSeq})
      LEFT JOIN LATERAL (SELECT q."fate", c."anchor" IS NOT NULL OR EXISTS (SELECT 1 FROM "QuoteCheck" f
          WHERE f."workspaceId" = q."workspaceId" AND f."quoteId" = q."quoteId" AND f."createdSeq" <= ${deskSeq} AND f."fate" <> 'gone') AS "wasFound"
        FROM "QuoteCheck" q JOIN "Snapshot" n ON n."id" = q."snapshotId"
        LEFT JOIN "SourceMerge" m ON m."workspaceId" = n."workspaceId" AND m."sourceId" = n."sourceId"
          AND m."createdSeq" <= ${deskSeq} AND (m."endedSeq" IS NULL OR m."endedSeq" > ${deskSeq})
        WHERE q."workspaceId" = c."workspaceId" AND q."quoteId" = c."quoteId" AND q."createdSeq" <= ${deskSeq}
          AND coalesce(m."intoId", n."sourceId") = coalesce(o."intoId", c."sourceId")
        ORDER BY q."createdSeq" DESC LIMIT 1) q ON true
      LEFT JOIN LATERAL (SELECT v."outcome" FROM "Visit" v WHERE v."workspaceId" = c."workspaceId" AND v."sourceId" IN (c."sourceId", o."intoId")
        AND v."createdSeq" <= ${deskSeq} ORDER BY v."createdSeq" DESC LIMIT 1) v ON true
      WHERE c."articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR c."claimId" = ANY(${only}::uuid[])) AND c."createdSeq" <= ${seq}
        AND (c."endedSeq" IS NULL OR c."endedSeq" > ${seq}) AND ((q."fate" = 'gone' AND q."wasFound") OR v."outcome" = 'gone')
      GROUP BY 1`,
    db.$queryRaw<ClaimFacts['lost'][number][]>`
      SELECT c."claimId", count(*)::int AS "count" FROM "Citation" c
      JOIN "ClaimRevision" w ON w."claimId" = c."claimId" AND w."acceptedSeq" <= ${seq} AND (w."endedSeq" IS NULL OR w."endedSeq" > ${seq})
        AND w."substance" = c."substance"
      WHERE c."articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR c."claimId" = ANY(${only}::uuid[])) AND c."endedSeq" <= ${seq}
        AND NOT EXISTS (SELECT 1 FROM "Citation" n WHERE n."claimId" = c."claimId" AND c."id" IN (n."amendsId", n."reaffirmsId"))
        AND EXISTS (SELECT 1 FROM "Assessment" a WHERE a."articleId" = c."articleId" AND a."claimId" = c."claimId" AND a."substance" = c."substance"
          AND a."createdSeq" BETWEEN c."createdSeq" AND c."endedSeq" AND (a."endedSeq" IS NULL OR a."endedSeq" > ${seq}))
      GROUP BY 1`,
    db.$queryRaw<(ClaimFacts['assessments'][number] & { id: string })[]>`
      SELECT "id", "claimId", "memberId", "verdict"::text AS "verdict", "substance" FROM "Assessment"
      WHERE "articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR "claimId" = ANY(${only}::uuid[])) AND "createdSeq" <= ${seq} AND ("endedSeq" IS NULL OR "endedSeq" > ${seq})`,
    db.$queryRaw<ClaimFacts['adjudications'][number][]>`
      SELECT "claimId", "verdict"::text AS "verdict", "substance" FROM "Adjudication"
      WHERE "articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR "claimId" = ANY(${only}::uuid[])) AND "createdSeq" <= ${seq} AND ("endedSeq" IS NULL OR "endedSeq" > ${seq})`,
    db.$queryRaw<ClaimFacts['openThreads'][number][]>`
      SELECT coalesce(m."claimId", t."claimId") AS "claimId", count(*)::int AS "count"
      FROM "Thread" t LEFT JOIN "ThreadMove" m ON m."articleId" = t."articleId" AND m."threadId" = t."id"
        AND m."createdSeq" <= ${seq} AND (m."endedSeq" IS NULL OR m."endedSeq" > ${seq})
      WHERE t."articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR coalesce(m."claimId", t."claimId") = ANY(${only}::uuid[])) AND t."createdSeq" <= ${seq}
        AND NOT EXISTS (SELECT 1 FROM "Resolution" r WHERE r."articleId" = t."articleId" AND r."threadId" = t."id"
          AND r."createdSeq" <= ${seq} AND (r."endedSeq" IS NULL OR r."endedSeq" > ${seq}))
      GROUP BY 1`,
    db.$queryRaw<ClaimFacts['proposals'][number][]>`
      SELECT "claimId", count(*)::int AS "count" FROM "ClaimRevision"
      WHERE "articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR "claimId" = ANY(${only}::uuid[])) AND "createdSeq" <= ${seq} AND coalesce("acceptedSeq", "endedSeq", 2147483647) > ${seq}
        AND "baseId" IS NOT NULL
      GROUP BY "claimId"`,
    db.$queryRaw<ClaimFacts['assignments'][number][]>`
      SELECT "claimId", "assigneeId" FROM "Assignment"
      WHERE "articleId" = ${id}::uuid AND (${only}::uuid[] IS NULL OR "claimId" = ANY(${only}::uuid[])) AND "createdSeq" <= ${seq} AND ("endedSeq" IS NULL OR "endedSeq" > ${seq})
      ORDER BY "createdSeq"`,
    originsAsOf(db, article.workspaceId, deskSeq),
    hiddenNow(db, article, only),
  ])
  const facts: ClaimFacts = {
    claims,
    citations,
    lost,
    withdrawn,
    assessments: assessments.map(({ id, ...row }) => (hidden.has(id) ? { ...row, verdict: null } : row)),
    adjudications,
    openThreads,
    proposals,
    assignments,
  }
  return { facts, familyOf }
}

/** Which sources are of one family, as a desk knew them at a moment of its own clock: derived from one another, or merged. */
export async function originsAsOf(db: Tx, workspaceId: string, deskSeq: number): Promise<(sourceId: string) => string> {
  const edges = await db.$queryRaw<OriginEdge[]>`
    SELECT "sourceId", "originId" FROM "SourceOrigin"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "createdSeq" <= ${deskSeq}
      AND ("endedSeq" IS NULL OR "endedSeq" > ${deskSeq})
    UNION ALL
    SELECT "sourceId", "intoId" FROM "SourceMerge"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "createdSeq" <= ${deskSeq}
      AND ("endedSeq" IS NULL OR "endedSeq" > ${deskSeq})`
  return originFamilies(edges)
}
