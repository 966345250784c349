import { gradeOf, type Reliability } from '@/lib/domain/check/scale.ts'
import { type SourceKeys, sourceKeys } from '@/lib/domain/source/entry.ts'
import { likelySame, SAME_FLOOR, titleKey } from '@/lib/domain/source/likeness.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { whereabouts } from '@/lib/domain/source/source.ts'
import { exactAddressKey } from '@/lib/domain/text/web-address.ts'
import { parseCsl } from '@/lib/schema/csl.ts'
import type { Duplicate } from '@/lib/view/shelf.ts'
import type { Authority } from '../access.ts'
import type { Db, Tx } from '../db.ts'

/** `claimed`: it has the DOI or ISBN only because its page or a register said so, and no one has accepted that. */
type Keyed = { id: string; by: 'doi' | 'isbn' | 'address'; claimed: boolean; url: string | null }

/**
 * Sources of a shelf that have one of these keys, as they stand now. One that was merged is told by its survivor.
 * @param except this source itself
 */
async function keyed(tx: Tx, workspaceId: string, keys: SourceKeys, except?: string): Promise<Keyed[]> {
  const { urlKey, doi, isbn } = keys
  if (urlKey === null && doi === null && isbn === null) return []
  return tx.$queryRaw<Keyed[]>`
    SELECT coalesce(m."intoId", s."id") AS "id",
      CASE WHEN coalesce(r."doi", s."doi") = ${doi} THEN 'doi' WHEN coalesce(r."isbn", s."isbn") = ${isbn} THEN 'isbn' ELSE 'address' END AS "by",
      coalesce(r."csl", s."csl")->>'URL' AS "url",
      NOT coalesce(
        coalesce(r."urlKey", s."urlKey") = ${urlKey} OR s."doi" = ${doi} OR s."isbn" = ${isbn}
        OR (r."doi" = ${doi} AND NOT 'doi' = ANY(r."unconfirmed")) OR (r."isbn" = ${isbn} AND NOT 'isbn' = ANY(r."unconfirmed")), false) AS "claimed"
    FROM (
      SELECT "id" FROM "Source" WHERE "workspaceId" = ${workspaceId}::uuid AND ("urlKey" = ${urlKey} OR "doi" = ${doi} OR "isbn" = ${isbn})
      UNION
      SELECT "sourceId" FROM "SourceRecord" WHERE "workspaceId" = ${workspaceId}::uuid AND "endedSeq" IS NULL
        AND ("urlKey" = ${urlKey} OR "doi" = ${doi} OR "isbn" = ${isbn})
    ) k
    JOIN "Source" s ON s."id" = k."id" AND s."endedSeq" IS NULL
    LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    LEFT JOIN "SourceMerge" m ON m."sourceId" = s."id" AND m."endedSeq" IS NULL
    WHERE (r."id" IS NULL OR r."urlKey" = ${urlKey} OR r."doi" = ${doi} OR r."isbn" = ${isbn})
      AND (${except ?? null}::uuid IS NULL OR (s."id" <> ${except ?? null}::uuid AND m."intoId" IS DISTINCT FROM ${except ?? null}::uuid))
    ORDER BY s."id" LIMIT 20`
}

/**
 * The source of a shelf that is plainly the same: same address, DOI or ISBN. What a page claims of itself makes nothing
 * the same.
 * @param exactly an address: only a source of this very address is the same, not one of another page of the document
 */
export async function sourceWithKeys(
  tx: Tx,
  workspaceId: string,
  keys: SourceKeys,
  { except, exactly }: { except?: string; exactly?: string | undefined } = {},
): Promise<string | null> {
  const found = (await keyed(tx, workspaceId, keys, except)).filter(({ claimed }) => !claimed)
  const own = exactly === undefined ? null : exactAddressKey(exactly)
  return (
    found.find(({ by, url }) => own === null || by !== 'address' || !url || exactAddressKey(url) === own)?.id ?? null
  )
}

type Candidate = { id: string; csl: unknown; reliability: Reliability | null; reason: string | null }

/**
 * What on the shelf may be the source a person is about to add: the same keys, or nearly the same title: those that hold
 * half of its words are judged by `likelySame`. At most five, likeliest first.
 */
export async function likelyDuplicates(db: Db, { workspaceId }: Authority, csl: Csl): Promise<Duplicate[]> {
  const same = await keyed(db, workspaceId, sourceKeys(csl))
  const by = new Map(same.map((row) => [row.id, row.by]))
  const words = titleKey(csl.title).split(' ').filter(Boolean).slice(0, 30)
  const rows = await db.$queryRaw<Candidate[]>`
    SELECT s."id", coalesce(r."csl", s."csl") AS "csl", g."reliability"::text AS "reliability", g."reason"
    FROM "Source" s
    LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    LEFT JOIN "SourceGrade" g ON g."sourceId" = s."id" AND g."endedSeq" IS NULL
    CROSS JOIN LATERAL (
      SELECT count(*) AS "held" FROM unnest(${words}::text[]) AS word WHERE strpos(lower(coalesce(r."title", s."title")), word) > 0
    ) t
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s."endedSeq" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "SourceMerge" m WHERE m."sourceId" = s."id" AND m."endedSeq" IS NULL)
      AND (s."id" = ANY(${[...by.keys()]}::uuid[]) OR t."held" * 2 > ${words.length})
    ORDER BY s."id" = ANY(${[...by.keys()]}::uuid[]) DESC, t."held" DESC, s."id" LIMIT 20`
  return rows
    .map((row) => {
      const found = parseCsl(row.csl)
      const keyOf = by.get(row.id)
      return {
        id: row.id,
        title: found.title,
        imprint: whereabouts(found),
        reliability: row.reliability && gradeOf({ reliability: row.reliability, reason: row.reason ?? '' }),
        by: keyOf ?? ('title' as const),
        likeness: keyOf ? 1 : likelySame(csl, found),
      }
    })
    .filter(({ likeness }) => likeness >= SAME_FLOOR)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
    .map(({ likeness: _, ...duplicate }) => duplicate)
}
