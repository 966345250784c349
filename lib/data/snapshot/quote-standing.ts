import type { QuoteStanding, SourceLink } from '@/lib/view/dossier.ts'
import type { Db } from '../db.ts'

type Cited = { quoteId: string | null; sourceId: string }

export type Standings = {
  /** How a quote stood when it was last looked for; undefined where it never was. */
  quote: (quoteId: string | null) => QuoteStanding | null
  /** How the address of a source answered last. */
  link: (sourceId: string) => SourceLink | null
  /** The newest snapshot of a source. */
  newest: (sourceId: string) => string | null
  /** The address of the newest copy in a public archive. */
  archived: (sourceId: string) => string | null
}

/**
 * How the quotes and the sources of some citations stand, as their desk knew it at a moment of its clock. Three queries,
 * whatever their number. A source that was merged goes by its own address and by its survivor's, whichever was asked last.
 */
export async function standingsAt(
  db: Db,
  workspaceId: string,
  deskSeq: number,
  citations: readonly Cited[],
): Promise<Standings> {
  const quoteIds = [...new Set(citations.flatMap(({ quoteId }) => quoteId ?? []))]
  const sourceIds = [...new Set(citations.map(({ sourceId }) => sourceId))]
  const [checks, sources] = await Promise.all([
    quoteIds.length === 0 ? [] : checksAt(db, workspaceId, deskSeq, quoteIds),
    sourceIds.length === 0 ? [] : sourcesAt(db, workspaceId, deskSeq, sourceIds),
  ])
  const byQuote = new Map(
    checks.map(({ quoteId, at, score, ...row }) => [quoteId, { ...row, score: score / 1_000, at: at.toISOString() }]),
  )
  const bySource = new Map(sources.map((row) => [row.id, row]))
  return {
    quote: (quoteId) => (quoteId ? (byQuote.get(quoteId) ?? null) : null),
    link: (sourceId) => {
      const row = bySource.get(sourceId)
      if (!row?.outcome || !row.at) return null
      const { outcome, words, problem, answeredWith: snapshotId } = row
      return { outcome, words: words || (problem ?? ''), at: row.at.toISOString(), snapshotId }
    },
    newest: (sourceId) => bySource.get(sourceId)?.snapshotId ?? null,
    archived: (sourceId) => bySource.get(sourceId)?.archived ?? null,
  }
}

type CheckRow = Omit<QuoteStanding, 'at'> & { quoteId: string; at: Date }

/** The newest check of each quote. One in what another source says counts while a merge makes the two one, and no longer. */
function checksAt(db: Db, workspaceId: string, deskSeq: number, quoteIds: string[]) {
  return db.$queryRaw<CheckRow[]>`
    SELECT DISTINCT ON (q."quoteId") q."quoteId", q."fate"::text AS "fate", q."score"::int AS "score", q."said", q."snapshotId", n."createdAt" AS "at", n."sha256",
      NOT EXISTS (SELECT 1 FROM "Citation" t WHERE t."workspaceId" = q."workspaceId" AND t."quoteId" = q."quoteId" AND t."createdSeq" <= c."createdSeq" AND t."anchor" IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM "QuoteCheck" f WHERE f."workspaceId" = q."workspaceId" AND f."quoteId" = q."quoteId" AND f."createdSeq" <= ${deskSeq} AND f."fate" <> 'gone') AS "neverFound"
    FROM "QuoteCheck" q JOIN "Snapshot" n ON n."id" = q."snapshotId" JOIN "Citation" c ON c."id" = q."quoteId"
    LEFT JOIN "SourceMerge" m ON m."workspaceId" = q."workspaceId" AND m."sourceId" = n."sourceId"
      AND m."createdSeq" <= ${deskSeq} AND (m."endedSeq" IS NULL OR m."endedSeq" > ${deskSeq})
    LEFT JOIN "SourceMerge" o ON o."workspaceId" = q."workspaceId" AND o."sourceId" = c."sourceId"
      AND o."createdSeq" <= ${deskSeq} AND (o."endedSeq" IS NULL OR o."endedSeq" > ${deskSeq})
    WHERE q."workspaceId" = ${workspaceId}::uuid AND q."quoteId" = ANY(${quoteIds}::uuid[]) AND q."createdSeq" <= ${deskSeq}
      AND coalesce(m."intoId", n."sourceId") = coalesce(o."intoId", c."sourceId")
    ORDER BY q."quoteId", q."createdSeq" DESC`
}

type SourceRow = {
  id: string
  outcome: SourceLink['outcome'] | null
  words: string | null
  at: Date | null
  answeredWith: string | null
  problem: string | null
  snapshotId: string | null
  archived: string | null
}

function sourcesAt(db: Db, workspaceId: string, deskSeq: number, sourceIds: string[]) {
  return db.$queryRaw<SourceRow[]>`
    WITH "kin" AS (
      SELECT s."id", s."id" AS "kin" FROM unnest(${sourceIds}::uuid[]) AS s("id")
      UNION
      SELECT m."sourceId", m."intoId" FROM "SourceMerge" m WHERE m."workspaceId" = ${workspaceId}::uuid
        AND m."sourceId" = ANY(${sourceIds}::uuid[]) AND m."createdSeq" <= ${deskSeq} AND (m."endedSeq" IS NULL OR m."endedSeq" > ${deskSeq})
    )
    SELECT s."id", v."outcome"::text AS "outcome", v."words", v."createdAt" AS "at", v."snapshotId" AS "answeredWith", v."problem", n."id" AS "snapshotId", a."address" AS "archived"
    FROM unnest(${sourceIds}::uuid[]) AS s("id")
    LEFT JOIN LATERAL (SELECT v."outcome", v."words", v."createdAt", v."snapshotId", w."problem" FROM "kin" k JOIN "Visit" v
      ON v."workspaceId" = ${workspaceId}::uuid AND v."sourceId" = k."kin" AND v."createdSeq" <= ${deskSeq}
      LEFT JOIN "Snapshot" w ON w."id" = v."snapshotId"
      WHERE k."id" = s."id" ORDER BY v."createdSeq" DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT n."id" FROM (
        SELECT x."id", x."createdSeq" FROM "kin" k JOIN "Snapshot" x ON x."workspaceId" = ${workspaceId}::uuid AND x."sourceId" = k."kin" WHERE k."id" = s."id"
        UNION ALL
        SELECT x."snapshotId", x."createdSeq" FROM "kin" k JOIN "Visit" x ON x."workspaceId" = ${workspaceId}::uuid AND x."sourceId" = k."kin"
          AND x."snapshotId" IS NOT NULL WHERE k."id" = s."id"
      ) n WHERE n."createdSeq" <= ${deskSeq} ORDER BY n."createdSeq" DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT x."address" FROM "kin" k JOIN "ArchiveCopy" x ON x."workspaceId" = ${workspaceId}::uuid AND x."sourceId" = k."kin"
      AND x."createdSeq" <= ${deskSeq} AND x."address" IS NOT NULL WHERE k."id" = s."id" ORDER BY x."createdSeq" DESC LIMIT 1) a ON true`
}
