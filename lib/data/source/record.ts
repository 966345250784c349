import { type FoundValue, mergeFound } from '@/lib/domain/source/found.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { parseCsl } from '@/lib/schema/csl.ts'
import { parseFound } from '@/lib/schema/found.ts'
import type { Prisma } from '@/prisma/generated/client.ts'
import type { Tx } from '../db.ts'
import { countsAt } from '../moment-rows.ts'

const RECORD = { csl: true, title: true, unconfirmed: true } satisfies Prisma.SourceRecordSelect
const NEWEST = { orderBy: { createdSeq: 'desc' as const }, take: 1, select: RECORD }
/** A source's survivor stands in its place: a person merged the two. */
const intoAt = (where: Prisma.SourceMergeWhereInput, records: Prisma.SourceRecordWhereInput) => ({
  where,
  take: 1,
  select: { into: { select: { id: true, ...RECORD, records: { where: records, ...NEWEST } } } },
})

/** What is asked of a source to word it, as its desk knew it at a moment (now, without one). */
export function recordSelect(deskSeq?: number) {
  const counts = deskSeq === undefined ? { endedSeq: null } : countsAt(deskSeq)
  return {
    id: true,
    ...RECORD,
    records: { where: counts, ...NEWEST },
    merges: intoAt(counts, counts),
  } satisfies Prisma.SourceSelect
}

type Recorded = { csl: unknown; title: string; unconfirmed: string[]; records: Omit<Recorded, 'records'>[] }

/** A source's record as it counts: the newest of it. */
export function recordOf(row: Recorded): { csl: Csl; title: string; unconfirmed: string[] } {
  const { csl, title, unconfirmed } = row.records[0] ?? row
  return { csl: parseCsl(csl), title, unconfirmed: unconfirmed ?? [] }
}

/** The record a source goes by, and the id of the entry that is: its own, or that of the one it was merged into. */
export function standingRecord(row: Recorded & { id: string; merges: { into: Recorded & { id: string } }[] }) {
  const standing = row.merges[0]?.into ?? row
  return { id: standing.id, ...recordOf(standing) }
}

/** What was found of a source's fields, as its newest record has it. */
export async function foundOf(tx: Tx, sourceId: string): Promise<FoundValue[]> {
  const row = await tx.sourceRecord.findFirst({ where: { sourceId, endedSeq: null }, select: { found: true } })
  return mergeFound(parseFound(row?.found), [])
}

/** The column for what was found now, beside what was found before; null where that is nothing. */
export function foundColumn(before: readonly FoundValue[], now: readonly FoundValue[]): FoundValue[] | null {
  const found = mergeFound(before, now)
  return found.length > 0 ? found : null
}
