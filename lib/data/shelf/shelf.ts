import { gradeOf, type Reliability } from '@/lib/domain/check/scale.ts'
import { HEALTHS, type Health, healthOf } from '@/lib/domain/source/health.ts'
import { whereabouts } from '@/lib/domain/source/source.ts'
import { parseCsl } from '@/lib/schema/csl.ts'
import type { ShelfFilter } from '@/lib/schema/shelf-filter.ts'
import type { ShelfRow } from '@/lib/view/shelf.ts'
import type { Authority } from '../access.ts'
import type { Db } from '../db.ts'

export const SHELF_PAGE = 50

type Found = {
  id: string
  csl: unknown
  unconfirmed: string[] | null
  reliability: Reliability | null
  gradeReason: string | null
  citations: number
  repeats: string | null
  lastVisit: Parameters<typeof healthOf>[0]
  file: boolean
  snapshots: number
  excerpt: string | null
}

/**
 * The shelf, newest first: all of it, or what was asked for. Words are looked for in the title, the address, the authors,
 * the publication and the publisher, to the letter; and in the readable text of its snapshots, by Postgres' full-text
 * search (whole words or their beginnings, whatever the case). Entries merged into another are told as that one.
 * At most `SHELF_PAGE` a call; `after` is the last id of the page before.
 */
export async function searchShelf(
  db: Db,
  { workspaceId }: Authority,
  asked: ShelfFilter & { after?: string | undefined; take?: number },
): Promise<ShelfRow[]> {
  const words = (asked.text ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const take = Math.min(asked.take ?? SHELF_PAGE, SHELF_PAGE)
  const { type = null, reliability = null, health = null, cited = null, unconfirmed = null, after = null } = asked
  const visits = health === null ? null : visitsOf(health)
  const rows = await db.$queryRaw<Found[]>`
    WITH "named" AS (
      SELECT s."id" FROM "Source" s LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
      CROSS JOIN LATERAL (
        SELECT lower(concat_ws(' ', coalesce(r."title", s."title"), coalesce(r."urlKey", s."urlKey"), coalesce(r."csl", s."csl")->>'container-title',
          coalesce(r."csl", s."csl")->>'publisher',
          (SELECT string_agg(name #>> '{}', ' ') FROM jsonb_path_query(coalesce(r."csl", s."csl"), '$.author[*].*') AS name))) AS "said"
      ) t
      WHERE s."workspaceId" = ${workspaceId}::uuid AND ${words.length > 0}
        AND (SELECT bool_and(strpos(t."said", lower(word)) > 0) FROM unnest(${words}::text[]) AS word)
    ), "saying" AS (
      SELECT n."sourceId" AS "id", max(n."createdSeq") AS "seq" FROM "Snapshot" n
      WHERE n."workspaceId" = ${workspaceId}::uuid AND ${words.length > 0} AND n."search" @@ to_tsquery('simple', ${tsQuery(words)})
      GROUP BY 1
    ), "meant" AS (
      SELECT coalesce(m."intoId", k."id") AS "id", max(k."seq") AS "seq" FROM (
        SELECT "id", NULL::int AS "seq" FROM "named" UNION ALL SELECT "id", "seq" FROM "saying"
        UNION ALL SELECT "id", NULL FROM "Source" WHERE "workspaceId" = ${workspaceId}::uuid AND ${words.length === 0}
      ) k LEFT JOIN "SourceMerge" m ON m."sourceId" = k."id" AND m."endedSeq" IS NULL
      GROUP BY 1
    ), "chosen" AS (
      -- What is not asked about is not looked up: each condition is a question of its own.
      SELECT c."id", c."seq" FROM "meant" c JOIN "Source" s ON s."id" = c."id" AND s."endedSeq" IS NULL
      WHERE (${after}::uuid IS NULL OR c."id" < ${after}::uuid)
        AND (${type}::text IS NULL OR coalesce((SELECT r."csl" FROM "SourceRecord" r WHERE r."sourceId" = s."id" AND r."endedSeq" IS NULL), s."csl")->>'type' = ${type})
        AND (${reliability}::text IS NULL OR EXISTS (
          SELECT 1 FROM "SourceGrade" g WHERE g."sourceId" = s."id" AND g."endedSeq" IS NULL AND g."reliability"::text = ${reliability}
            AND NOT (g."reliability" = 'F' AND g."reason" = 'Not graded yet')))
        AND (${cited}::boolean IS NULL OR EXISTS (
          SELECT 1 FROM "Citation" x WHERE x."workspaceId" = s."workspaceId" AND x."endedSeq" IS NULL AND (x."sourceId" = s."id" OR x."sourceId" IN (
            SELECT u."sourceId" FROM "SourceMerge" u WHERE u."workspaceId" = s."workspaceId" AND u."intoId" = s."id" AND u."endedSeq" IS NULL))) = ${cited})
        AND (${unconfirmed}::boolean IS NULL OR (coalesce(cardinality(CASE
          WHEN EXISTS (SELECT 1 FROM "SourceRecord" r WHERE r."sourceId" = s."id" AND r."endedSeq" IS NULL)
          THEN (SELECT r."unconfirmed" FROM "SourceRecord" r WHERE r."sourceId" = s."id" AND r."endedSeq" IS NULL) ELSE s."unconfirmed" END), 0) > 0) = ${unconfirmed})
        AND (${visits?.outcomes ?? null}::text[] IS NULL OR coalesce((SELECT w."outcome"::text FROM "Visit" w
          WHERE w."workspaceId" = s."workspaceId" AND w."sourceId" = s."id" ORDER BY w."createdSeq" DESC LIMIT 1), 'none') = ANY(${visits?.outcomes ?? null}::text[]))
        AND (${visits?.file ?? null}::boolean IS NULL OR EXISTS (
          SELECT 1 FROM "Snapshot" x WHERE x."workspaceId" = s."workspaceId" AND x."sourceId" = s."id" AND x."url" IS NULL) = ${visits?.file ?? null})
        AND (${visits?.address ?? null}::boolean IS NULL
          OR (coalesce((SELECT r."csl" FROM "SourceRecord" r WHERE r."sourceId" = s."id" AND r."endedSeq" IS NULL), s."csl") ? 'URL') = ${visits?.address ?? null})
      ORDER BY c."id" DESC LIMIT ${take}
    )
    SELECT s."id", coalesce(r."csl", s."csl") AS "csl", CASE WHEN r."id" IS NULL THEN s."unconfirmed" ELSE r."unconfirmed" END AS "unconfirmed",
      g."reliability"::text AS "reliability", g."reason" AS "gradeReason",
      (SELECT w."outcome"::text FROM "Visit" w WHERE w."workspaceId" = s."workspaceId" AND w."sourceId" = s."id" ORDER BY w."createdSeq" DESC LIMIT 1) AS "lastVisit",
      (SELECT count(*)::int FROM "Citation" x WHERE x."workspaceId" = s."workspaceId" AND x."endedSeq" IS NULL
        AND (x."sourceId" = s."id" OR x."sourceId" IN (SELECT u."sourceId" FROM "SourceMerge" u WHERE u."workspaceId" = s."workspaceId" AND u."intoId" = s."id" AND u."endedSeq" IS NULL))) AS "citations",
      (SELECT count(*)::int FROM "Snapshot" x WHERE x."workspaceId" = s."workspaceId" AND x."sourceId" = s."id") AS "snapshots",
      EXISTS (SELECT 1 FROM "Snapshot" x WHERE x."workspaceId" = s."workspaceId" AND x."sourceId" = s."id" AND x."url" IS NULL) AS "file",
      (SELECT coalesce(y."title", o."title") FROM "SourceOrigin" e JOIN "Source" o ON o."id" = e."originId"
        LEFT JOIN "SourceRecord" y ON y."sourceId" = o."id" AND y."endedSeq" IS NULL
        WHERE e."sourceId" = s."id" AND e."endedSeq" IS NULL ORDER BY e."createdSeq" LIMIT 1) AS "repeats",
      (SELECT substr(n."text", greatest(1, strpos(lower(left(n."text", 300000)), lower(${words[0] ?? ''})) - 60), 220) FROM "Snapshot" n
        WHERE c."seq" IS NOT NULL AND n."workspaceId" = s."workspaceId" AND n."createdSeq" = c."seq"
          AND (n."sourceId" = s."id" OR n."sourceId" IN (SELECT u."sourceId" FROM "SourceMerge" u WHERE u."workspaceId" = s."workspaceId" AND u."intoId" = s."id")) LIMIT 1) AS "excerpt"
    FROM "chosen" c JOIN "Source" s ON s."id" = c."id"
    LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    LEFT JOIN "SourceGrade" g ON g."sourceId" = s."id" AND g."endedSeq" IS NULL
    ORDER BY s."id" DESC`
  return rows.map(({ csl: stored, lastVisit, file, gradeReason, ...row }) => {
    const csl = parseCsl(stored)
    return {
      ...row,
      title: csl.title,
      imprint: whereabouts(csl),
      type: csl.type,
      reliability: row.reliability && gradeOf({ reliability: row.reliability, reason: gradeReason ?? '' }),
      unconfirmed: row.unconfirmed?.length ?? 0,
      health: healthOf(lastVisit, { address: csl.URL !== undefined, file }),
    }
  })
}

/** Which newest visits, and what else, make a health: the reverse of `healthOf`. */
function visitsOf(health: Health): { outcomes: string[]; file?: boolean; address?: boolean } {
  const answers = ['first', 'same', 'changed', 'gone', 'failed'] as const
  const outcomes = answers.filter((last) => healthOf(last, { address: true, file: false }) === health)
  if (outcomes.length > 0) return { outcomes }
  for (const file of [false, true])
    for (const address of [false, true])
      if (healthOf(null, { address, file }) === health)
        return { outcomes: ['none'], file, ...(HEALTHS.indexOf(health) > HEALTHS.indexOf('kept') && { address }) }
  return { outcomes: ['none'] }
}

/** Every word, or a word that begins so; what Postgres would read as an operator is quoted. */
function tsQuery(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`).join(' & ')
}
