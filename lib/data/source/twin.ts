import { type Sighting, type Twin, twinsAmong } from '@/lib/domain/source/twin.ts'
import { addressKey, parseWebAddress } from '@/lib/domain/text/web-address.ts'
import type { Tx } from '../db.ts'

/** The most sources of one claim that are compared with one another. */
const MOST = 60

type Row = {
  id: string
  urlKey: string | null
  finalUrl: string | null
  canonical: string | null
  prints: number[] | null
}

/**
 * Which sources of each of some claims look like one although they are counted as several, as the desk knew them at a
 * moment of its clock. Two queries, whatever the number of claims.
 * @param cited the sources of each claim, by the claim's id
 */
export async function twinsOf(
  db: Tx,
  workspaceId: string,
  deskSeq: number,
  familyOf: (sourceId: string) => string,
  cited: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, Twin[]>> {
  const several = [...cited].map(([claim, ids]) => [claim, [...new Set(ids)].slice(0, MOST)] as const)
  const wanted = several.filter(([, ids]) => ids.length > 1)
  const ids = [...new Set(wanted.flatMap(([, own]) => own))]
  if (ids.length === 0) return new Map()
  const [rows, aparts] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT s."id", coalesce(r."urlKey", s."urlKey") AS "urlKey", n."finalUrl", n."canonical", n."fingerprints" AS "prints"
      FROM "Source" s
      LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."createdSeq" <= ${deskSeq} AND (r."endedSeq" IS NULL OR r."endedSeq" > ${deskSeq})
      LEFT JOIN LATERAL (SELECT x."finalUrl", x."canonical", x."fingerprints" FROM "Snapshot" x
        WHERE x."workspaceId" = s."workspaceId" AND x."sourceId" = s."id" AND x."createdSeq" <= ${deskSeq} AND x."problem" IS NULL
        ORDER BY x."createdSeq" DESC LIMIT 1) n ON true
      WHERE s."workspaceId" = ${workspaceId}::uuid AND s."id" = ANY(${ids}::uuid[])`,
    db.sourceApart.findMany({
      where: {
        workspaceId,
        sourceId: { in: ids },
        otherId: { in: ids },
        createdSeq: { lte: deskSeq },
        OR: [{ endedSeq: null }, { endedSeq: { gt: deskSeq } }],
      },
      select: { sourceId: true, otherId: true },
    }),
  ])
  const sightings = new Map(rows.map((row) => [row.id, sightingOf(row)]))
  const parted = new Set(
    aparts.flatMap(({ sourceId, otherId }) => [`${sourceId} ${otherId}`, `${otherId} ${sourceId}`]),
  )
  return new Map(
    wanted.map(([claim, own]) => {
      const seen = own.flatMap((id) => sightings.get(id) ?? [])
      return [claim, twinsAmong(seen, familyOf, (one, other) => parted.has(`${one} ${other}`))]
    }),
  )
}

function sightingOf({ id, urlKey, finalUrl, canonical, prints }: Row): Sighting {
  const keys = [finalUrl, canonical].flatMap((address) => {
    const read = address === null ? null : parseWebAddress(address)
    return read === null ? [] : [addressKey(read)]
  })
  return { sourceId: id, addresses: [...new Set([...(urlKey ? [urlKey] : []), ...keys])], fingerprints: prints ?? [] }
}
