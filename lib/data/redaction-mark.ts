import type { RedactionMark } from '@/lib/domain/redaction'
import type { Db } from './db'

type MarkRow = { id: string; memberId: string | null; at: Date; reason: string | null }

/** Who took words out of what of a claim's dossier, when and why, by the id of the entry. A fact of now, at whatever moment one looks. */
export async function redactionsOnClaim(
  db: Db,
  articleId: string,
  claimId: string,
): Promise<Record<string, RedactionMark>> {
  const rows = await db.$queryRaw<MarkRow[]>`
    SELECT r."id", e."memberId", e."at", e."payload" ->> 'reason' AS "reason" FROM (
      SELECT "id", "redactedSeq" FROM "ClaimRevision" WHERE "claimId" = ${claimId}::uuid AND "redactedSeq" IS NOT NULL
      UNION ALL SELECT "id", "redactedSeq" FROM "Citation" WHERE "articleId" = ${articleId}::uuid AND "claimId" = ${claimId}::uuid AND "redactedSeq" IS NOT NULL AND "quote" || "note" || "locator" LIKE '%[redacted]%'
      UNION ALL SELECT "id", "redactedSeq" FROM "Assessment" WHERE "articleId" = ${articleId}::uuid AND "claimId" = ${claimId}::uuid AND "redactedSeq" IS NOT NULL
      UNION ALL SELECT "id", "redactedSeq" FROM "Adjudication" WHERE "articleId" = ${articleId}::uuid AND "claimId" = ${claimId}::uuid AND "redactedSeq" IS NOT NULL
      UNION ALL SELECT "id", "redactedSeq" FROM "SearchEntry" WHERE "articleId" = ${articleId}::uuid AND "claimId" = ${claimId}::uuid AND "redactedSeq" IS NOT NULL
      UNION ALL SELECT "id", "redactedSeq" FROM "Comment" WHERE "articleId" = ${articleId}::uuid AND "redactedSeq" IS NOT NULL
    ) r JOIN "AuditEvent" e ON e."clockId" = ${articleId}::uuid AND e."seq" = r."redactedSeq"
    LIMIT 5000`
  return Object.fromEntries(rows.map((row) => [row.id, markOf(row)]))
}

/** The same of a source and its snapshots, oldest first; `field` is null where a snapshot went. */
export async function redactionsOfSource(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<(RedactionMark & { id: string; field: string | null })[]> {
  const rows = await db.$queryRaw<(MarkRow & { field: string | null })[]>`
    SELECT "payload" ->> 'id' AS "id", "payload" ->> 'field' AS "field", "memberId", "at", "payload" ->> 'reason' AS "reason"
    FROM "AuditEvent" WHERE "clockId" = ${workspaceId}::uuid AND "kind" = 'record.redacted'
      AND "payload" ->> 'what' IN ('source', 'snapshot') AND "payload" ->> 'id' = ANY(${ids})
    ORDER BY "seq" LIMIT 200`
  return rows.map((row) => ({ ...markOf(row), id: row.id, field: row.field }))
}

function markOf({ memberId, at, reason }: MarkRow): RedactionMark {
  return { memberId, at: at.toISOString(), reason: reason ?? '' }
}
