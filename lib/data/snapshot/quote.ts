import { REDACTED } from '@/lib/domain/desk/redaction.ts'
import { type Checked, type Quote, takenFrom } from '@/lib/domain/quote/check.ts'
import { newId } from '@/lib/platform/ids.ts'
import { parseAnchor } from '@/lib/schema/anchor.ts'
import type { Tx } from '../db.ts'
import type { Row } from '../recorded.ts'

/** At most so many quotes of one source are looked for again when it is visited; those of the newest citations. */
const MOST = 1_000

/** The quotes of a source, or of one merged into it, that citations rest on now. */
export async function quotesOf(tx: Tx, workspaceId: string, sourceId: string): Promise<Quote[]> {
  const rows = await tx.$queryRaw<(Omit<Quote, 'anchor'> & { anchor: unknown })[]>`
    SELECT DISTINCT ON (c."quoteId") c."quoteId", c."quote", c."anchor", c."snapshotId", f."found" FROM "Citation" c
    LEFT JOIN LATERAL (
      SELECT json_build_object('snapshotId', q."snapshotId", 'start', q."start", 'end', q."end") AS "found" FROM "QuoteCheck" q
      WHERE c."anchor" IS NULL AND q."workspaceId" = c."workspaceId" AND q."quoteId" = c."quoteId" AND q."fate" = 'says_so' AND q."start" IS NOT NULL
      ORDER BY q."createdSeq" DESC LIMIT 1) f ON true
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c."endedSeq" IS NULL AND c."quoteId" IS NOT NULL
      AND NOT (c."quote" = ${REDACTED} AND EXISTS (
        SELECT FROM "Citation" o WHERE o."id" = c."quoteId" AND o."redactedSeq" IS NOT NULL))
      AND (c."sourceId" = ${sourceId}::uuid OR c."sourceId" IN (
        SELECT "sourceId" FROM "SourceMerge" WHERE "workspaceId" = ${workspaceId}::uuid AND "intoId" = ${sourceId}::uuid AND "endedSeq" IS NULL))
    ORDER BY c."quoteId" DESC, c."createdSeq" DESC LIMIT ${MOST}`
  return rows.map(({ anchor, ...row }) => ({ ...row, anchor: anchor === null ? null : parseAnchor(anchor) }))
}

/** The most, and the longest in all, of the older snapshots that are read for comparison. */
const EARLIER_MOST = 8
const EARLIER_LENGTH = 4_000_000

/** The texts that quotes were taken from, newest first. */
export async function textsTakenFrom(
  tx: Tx,
  workspaceId: string,
  quotes: readonly Quote[],
): Promise<Map<string, string>> {
  const ids = [...new Set(quotes.flatMap((quote) => takenFrom(quote) ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
    SELECT t."id", t."text" FROM (
      SELECT s."id", s."text", sum(length(s."text")) OVER (ORDER BY s."createdSeq" DESC, s."id") AS "sum" FROM "Snapshot" s
      WHERE s."workspaceId" = ${workspaceId}::uuid AND s."id" = ANY(${ids}::uuid[])
      ORDER BY s."createdSeq" DESC, s."id" LIMIT ${EARLIER_MOST}
    ) t WHERE t."sum" <= ${EARLIER_LENGTH}`
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export function quoteRows(workspaceId: string, snapshotId: string, checks: readonly Checked[]): Row<'QuoteCheck'>[] {
  return checks.map((check) => ({ id: newId(), workspaceId, snapshotId, ...check }))
}
