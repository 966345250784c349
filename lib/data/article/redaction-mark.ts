import type { RedactionMark } from '@/lib/domain/desk/redaction.ts'
import type { Db } from '../db.ts'

type MarkRow = { id: string; memberId: string | null; at: Date; reason: string | null }

/** More are not shown of one claim. */
const MOST = 5_000

const ON_CLAIM = `"articleId" = $1::uuid AND "claimId" = $2::uuid`
/** Entries of a claim, by which of their rows lost words: a row may also have lost what is not its own. */
const DIRECT = [
  ['ClaimRevision', ON_CLAIM],
  ['Citation', `${ON_CLAIM} AND "quote" || "note" || "locator" LIKE '%[redacted]%'`],
  ['Assessment', ON_CLAIM],
  ['Adjudication', ON_CLAIM],
  ['SearchEntry', ON_CLAIM],
  ['Assignment', ON_CLAIM],
  ['Checkability', ON_CLAIM],
  ['Comment', `"articleId" = $1::uuid AND $2::uuid IS NOT NULL`],
] as const

/** Entries that repeat an earlier one, which had lost its words by then: what they repeat, and the words they have. */
const REPEATS = [
  ['Citation', 'coalesce("reaffirmsId", "amendsId", "carriedFromId")', '"quote" || "note" || "locator"'],
  ['Assessment', 'coalesce("reaffirmsId", "carriedFromId")', '"rationale"'],
  ['Adjudication', '"carriedFromId"', '"reason"'],
  ['SearchEntry', '"carriedFromId"', '"place" || "query" || "note"'],
] as const

/**
 * Who took words out of what of a claim's dossier, when and why, by the id of the entry. A fact of now, at whatever moment
 * one looks.
 * @param hidden answers that the reader may not see, whose redactions they are not shown either
 */
export async function redactionsOnClaim(
  db: Db,
  articleId: string,
  claimId: string,
  hidden: ReadonlySet<string>,
): Promise<Record<string, RedactionMark>> {
  const direct = DIRECT.map(
    ([noun, where]) => `SELECT "id", "redactedSeq" FROM "${noun}" WHERE ${where} AND "redactedSeq" IS NOT NULL`,
  )
  const repeated = REPEATS.map(
    ([noun, link, words]) => `SELECT "id", "redactedSeq" FROM (
      WITH RECURSIVE back AS (
        SELECT "id", ${link} AS "link", NULL::int AS "redactedSeq" FROM "${noun}"
        WHERE ${ON_CLAIM} AND "redactedSeq" IS NULL AND ${words} LIKE '%[redacted]%'
        UNION ALL
        SELECT b."id", CASE WHEN n."redactedSeq" IS NULL THEN n."link" END, n."redactedSeq"
        FROM back b JOIN (SELECT "id" AS "of", ${link} AS "link", "redactedSeq" FROM "${noun}") n ON n."of" = b."link"
      ) SELECT * FROM back WHERE "redactedSeq" IS NOT NULL) "of${noun}"`,
  )
  const rows = await db.$queryRawUnsafe<MarkRow[]>(
    `SELECT r."id", e."memberId", e."at", e."payload" ->> 'reason' AS "reason" FROM (
      ${[...direct, ...repeated].join('\nUNION ALL ')}
    ) r JOIN "AuditEvent" e ON e."clockId" = $1::uuid AND e."seq" = r."redactedSeq" LIMIT ${MOST}`,
    articleId,
    claimId,
  )
  return Object.fromEntries(rows.filter(({ id }) => !hidden.has(id)).map((row) => [row.id, markOf(row)]))
}

/** The same of the summaries of some revisions. */
export async function redactionsOfRevisions(
  db: Db,
  articleId: string,
  ids: readonly string[],
): Promise<Record<string, RedactionMark>> {
  const rows = await db.$queryRaw<MarkRow[]>`
    SELECT r."id", e."memberId", e."at", e."payload" ->> 'reason' AS "reason" FROM "Revision" r
    JOIN "AuditEvent" e ON e."clockId" = r."articleId" AND e."seq" = r."redactedSeq"
    WHERE r."articleId" = ${articleId}::uuid AND r."id" = ANY(${ids}::uuid[])`
  return Object.fromEntries(rows.map((row) => [row.id, markOf(row)]))
}

/** The same of a source, its snapshots, its grades and its merges, oldest first; `field` is null but for a field of its record. */
export async function redactionsOfSource(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<(RedactionMark & { id: string; field: string | null })[]> {
  const rows = await db.$queryRaw<(MarkRow & { field: string | null })[]>`
    SELECT "payload" ->> 'id' AS "id", "payload" ->> 'field' AS "field", "memberId", "at", "payload" ->> 'reason' AS "reason"
    FROM "AuditEvent" WHERE "clockId" = ${workspaceId}::uuid AND "kind" = 'record.redacted'
      AND "payload" ->> 'what' IN ('source', 'snapshot', 'grade', 'merge') AND "payload" ->> 'id' = ANY(${ids})
    ORDER BY "seq" LIMIT 200`
  return rows.map((row) => ({ ...markOf(row), id: row.id, field: row.field }))
}

function markOf({ memberId, at, reason }: MarkRow): RedactionMark {
  return { memberId, at: at.toISOString(), reason: reason ?? '' }
}
