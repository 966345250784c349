import type { OriginKind } from '@/lib/domain/source/derivation.ts'
import { imprint } from '@/lib/domain/source/source.ts'
import { isNearIdentical, likeness } from '@/lib/domain/text/fingerprint.ts'
import { parseCsl } from '@/lib/schema/csl.ts'
import type { SourceDto, SourceName, Suggestion } from '@/lib/view/shelf.ts'
import type { Authority } from '../access.ts'
import type { Db } from '../db.ts'

/** The largest family that is drawn; of a larger one the nearest are. */
const FAMILY = 200

/** Every source that is joined to this one by some path of derivations, and what joins them. */
export async function familyOfSource(db: Db, workspaceId: string, sourceId: string): Promise<SourceDto['family']> {
  const sources = await db.$queryRaw<SourceName[]>`
    WITH RECURSIVE "family" ("id") AS (
      SELECT ${sourceId}::uuid
      UNION
      SELECT CASE WHEN e."sourceId" = f."id" THEN e."originId" ELSE e."sourceId" END
      FROM "family" f JOIN "SourceOrigin" e ON e."workspaceId" = ${workspaceId}::uuid AND e."endedSeq" IS NULL
        AND (e."sourceId" = f."id" OR e."originId" = f."id")
    )
    SELECT s."id", coalesce(r."title", s."title") AS "title"
    FROM (SELECT "id" FROM "family" LIMIT ${FAMILY}) f JOIN "Source" s ON s."id" = f."id" AND s."workspaceId" = ${workspaceId}::uuid
    LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    ORDER BY s."id"`
  const ids = sources.map(({ id }) => id)
  const edges = await db.sourceOrigin.findMany({
    where: { workspaceId, endedSeq: null, sourceId: { in: ids }, originId: { in: ids } },
    orderBy: [{ sourceId: 'asc' }, { originId: 'asc' }],
    take: 1_000,
    select: { sourceId: true, originId: true, kind: true },
  })
  return { sources, edges: edges.map((edge) => ({ ...edge, kind: (edge.kind ?? 'repeats') satisfies OriginKind })) }
}

type Candidate = { id: string; csl: unknown; mine: number[]; theirs: number[] }

/**
 * Sources whose snapshots say nearly the same as this one's, most alike first, at most five: none that a person joined to
 * it, merged with it or found to be apart from it already. The database finds what shares fingerprints; the rule decides.
 */
export async function likeSources(db: Db, { workspaceId }: Authority, sourceId: string): Promise<Suggestion[]> {
  const rows = await db.$queryRaw<Candidate[]>`
    WITH "mine" AS (
      SELECT "fingerprints" FROM "Snapshot" WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${sourceId}::uuid
        AND cardinality("fingerprints") > 0 ORDER BY "createdSeq" DESC LIMIT 1
    )
    SELECT DISTINCT ON (n."sourceId") n."sourceId" AS "id", coalesce(r."csl", s."csl") AS "csl", mine."fingerprints" AS "mine", n."fingerprints" AS "theirs"
    FROM "mine" JOIN "Snapshot" n ON n."workspaceId" = ${workspaceId}::uuid AND n."fingerprints" && mine."fingerprints" AND n."sourceId" <> ${sourceId}::uuid
    JOIN "Source" s ON s."id" = n."sourceId" AND s."endedSeq" IS NULL
    LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM "SourceMerge" m WHERE m."sourceId" = n."sourceId" AND m."endedSeq" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "SourceOrigin" e WHERE e."endedSeq" IS NULL
        AND ((e."sourceId" = ${sourceId}::uuid AND e."originId" = n."sourceId") OR (e."originId" = ${sourceId}::uuid AND e."sourceId" = n."sourceId")))
      AND NOT EXISTS (SELECT 1 FROM "SourceApart" p WHERE p."endedSeq" IS NULL
        AND p."sourceId" = least(${sourceId}::uuid, n."sourceId") AND p."otherId" = greatest(${sourceId}::uuid, n."sourceId"))
    ORDER BY n."sourceId", n."createdSeq" DESC LIMIT 100`
  return rows
    .filter(({ mine, theirs }) => isNearIdentical(mine, theirs))
    .map(({ id, csl: stored, mine, theirs }) => {
      const csl = parseCsl(stored)
      return { id, title: csl.title, imprint: imprint(csl), containment: likeness(mine, theirs).containment }
    })
    .sort((a, b) => b.containment - a.containment || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
}
