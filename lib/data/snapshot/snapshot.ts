import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import type { Quote } from '@/lib/domain/quote/check.ts'
import type { ReadableBlock } from '@/lib/domain/quote/snapshot.ts'
import { sourceKeys } from '@/lib/domain/source/entry.ts'
import type { FoundValue } from '@/lib/domain/source/found.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { Authority } from '../access.ts'
import { change } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import { foundColumn, foundOf } from '../source/record.ts'
import { requireSource } from '../source/source.ts'
import { holdFile, type KeepFile } from './kept-file.ts'
import { type Kept, type LookForQuotes, lookBefore, lookHere, NOTHING_LOOKED, recordLooked } from './quote-search.ts'

/** A snapshot as it comes from reading what was fetched or given. The bytes lie in the store already. */
export type NewSnapshot = {
  sha256: string
  bytes: number
  mediaType: string
  /** How the bytes came; null where a person gave the file. */
  fetched: {
    url: string
    finalUrl: string
    redirects: { status: number; from: string; to: string }[]
    status: number
    headers: [string, string][]
  } | null
  fileName: string | null
  text: string
  blocks: ReadableBlock[]
  language: string | null
  cut: boolean
  problem: string | null
  /** What the page calls its own address. */
  canonical: string | null
  fingerprints: number[]
}

/** The bibliographic record with fields that the page itself filled; they wait to be accepted. */
export type Filled = { csl: Csl; unconfirmed: string[]; found?: readonly FoundValue[] }

export type NewVisit = {
  sourceId: string
  url: string
  at?: Date
  came:
    | {
        to: 'answer'
        snapshot: NewSnapshot
        fill?: (record: Filled, isFirst: boolean) => Filled | null
        /** Puts its bytes into the store again, should they be gone. */
        keep?: KeepFile
      }
    | { to: 'gone' | 'failed'; status: number | null; words: string }
}

export type Visited = {
  visitId: string
  outcome: 'first' | 'same' | 'changed' | 'gone' | 'failed'
  snapshotId: string | null
  /** Quotes that the source no longer says, of those it said when last looked at. */
  lost: number
  /** Quotes that could not be looked for, because that took too much. */
  unlooked: number
}

/**
 * Records that a source's address was asked, and what came of it: the same bytes are the snapshot that is there; other
 * bytes are one more. Every quote taken from the source is looked for again in it.
 */
export async function recordVisit(
  db: Db,
  authority: Authority,
  visit: NewVisit,
  look: LookForQuotes = lookHere,
): Promise<Visited> {
  const { workspaceId, memberId } = authority
  const came = visit.came.to === 'answer' ? visit.came.snapshot : null
  const looked = came && (await lookIn(db, authority, visit.sourceId, came, look))
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.visited' } as const
  return change<Visited>(db, { ...what, ...(visit.at && { at: visit.at }) }, async (ledger) => {
    const { sourceId, url, came } = visit
    await requireSource(ledger.tx, workspaceId, sourceId)
    const visitId = newId()
    const row = { id: visitId, workspaceId, memberId, sourceId, url, createdAt: ledger.at }
    if (came.to !== 'answer') {
      const { to: outcome, status, words } = came
      await ledger.add('Visit', [{ ...row, outcome, status, words }])
      return {
        value: { visitId, outcome, snapshotId: null, lost: 0, unlooked: 0 },
        details: { source: sourceId, outcome, status },
      }
    }
    const before = await currentSnapshot(ledger.tx, workspaceId, sourceId)
    const outcome = before === null ? 'first' : before.sha256 === came.snapshot.sha256 ? 'same' : 'changed'
    await holdFile(ledger.tx, came.snapshot.sha256, came.keep)
    const kept = await keepSnapshot(ledger, authority, sourceId, came.snapshot)
    const snapshotId = kept.id
    const { status } = came.snapshot.fetched ?? { status: null }
    await ledger.add('Visit', [{ ...row, outcome, status, words: '', snapshotId }])
    const { lost, unlooked } = await recordLooked(ledger, authority, sourceId, kept, looked ?? NOTHING_LOOKED)
    if (came.fill)
      await fillRecord(ledger, authority, sourceId, (record) => came.fill?.(record, before === null) ?? null)
    return {
      value: { visitId, outcome, snapshotId, lost, unlooked },
      details: { source: sourceId, outcome, snapshot: snapshotId, sha256: came.snapshot.sha256, lost },
    }
  })
}

/** Records a file that a person gave as what the source says. */
export async function recordGiven(
  db: Db,
  authority: Authority,
  given: {
    sourceId: string
    snapshot: NewSnapshot
    fill?: (record: Filled, isFirst: boolean) => Filled | null
    at?: Date
  },
  look: LookForQuotes = lookHere,
): Promise<{ snapshotId: string; lost: number; unlooked: number }> {
  const { workspaceId } = authority
  const { sourceId, snapshot, fill, at } = given
  const looked = await lookIn(db, authority, sourceId, snapshot, look)
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.snapshot_given' } as const
  return change(db, { ...what, ...(at && { at }) }, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, sourceId)
    const before = await currentSnapshot(ledger.tx, workspaceId, sourceId)
    // The capture it was given by names the file until this is recorded.
    await holdFile(ledger.tx, snapshot.sha256)
    const kept = await keepSnapshot(ledger, authority, sourceId, snapshot)
    const snapshotId = kept.id
    const { lost, unlooked } = await recordLooked(ledger, authority, sourceId, kept, looked)
    if (fill) await fillRecord(ledger, authority, sourceId, (record) => fill(record, before === null))
    const { sha256, fileName } = snapshot
    const details = { source: sourceId, snapshot: snapshotId, sha256, file: fileName }
    return { value: { snapshotId, lost, unlooked }, details }
  })
}

/**
 * Looks for the quotes of a source that were taken since it was visited, from an older snapshot or typed by hand, in what
 * it says now. What was taken from the newest snapshot itself stands there.
 */
export async function checkNewQuotes(
  db: Db,
  authority: Authority,
  sourceId: string,
  look: LookForQuotes = lookHere,
): Promise<{ lost: number }> {
  const { workspaceId } = authority
  const before = await currentText(db, workspaceId, sourceId)
  if (!before) return { lost: 0 }
  const isOf = (id: string) => (quote: Quote) => quote.snapshotId !== id
  const at = { text: before.text, snapshotId: before.id }
  const looked = await lookBefore(db, authority, sourceId, at, look, isOf(before.id))
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.quotes_checked' } as const
  return change(db, what, async (ledger) => {
    const kept = await currentText(ledger.tx, workspaceId, sourceId)
    if (!kept) return { value: { lost: 0 } }
    const { lost } = await recordLooked(ledger, authority, sourceId, kept, looked, isOf(kept.id))
    const details = { source: sourceId, snapshot: kept.id, lost }
    return { value: { lost }, ...(ledger.holds('QuoteCheck') && { details }) }
  })
}

async function currentText(tx: Tx, workspaceId: string, sourceId: string): Promise<Kept | null> {
  const current = await currentSnapshot(tx, workspaceId, sourceId)
  // What was redacted says nothing any more, neither for a quote nor against one.
  if (!current || current.sha256 === ERASED_FILE) return null
  const select = { id: true, text: true, cut: true, problem: true } as const
  return tx.snapshot.findUniqueOrThrow({ where: { id: current.id }, select })
}

/** Looks for the quotes in the text that `keepSnapshot` is going to keep. */
async function lookIn(db: Db, authority: Authority, sourceId: string, snapshot: NewSnapshot, look: LookForQuotes) {
  const known = await knownSnapshot(db, authority.workspaceId, sourceId, snapshot)
  const at = { text: known?.text ?? storable(snapshot.text), snapshotId: known?.id ?? null }
  return lookBefore(db, authority, sourceId, at, look)
}

/** What a source says now: the snapshot of its newest visit that had one, or the newest that was given. */
export async function currentSnapshot(
  tx: Tx,
  workspaceId: string,
  sourceId: string,
): Promise<{ id: string; sha256: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; sha256: string }[]>`
    SELECT n."id", n."sha256" FROM (
      SELECT "id", "createdSeq" FROM "Snapshot" WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${sourceId}::uuid
      UNION ALL
      SELECT "snapshotId", "createdSeq" FROM "Visit"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${sourceId}::uuid AND "snapshotId" IS NOT NULL
    ) s JOIN "Snapshot" n ON n."id" = s."id" ORDER BY s."createdSeq" DESC LIMIT 1`
  return row ?? null
}

/** The snapshot that holds the same bytes, unless they can be read now and could not be then. */
async function knownSnapshot(
  tx: Tx,
  workspaceId: string,
  sourceId: string,
  { sha256, problem }: Pick<NewSnapshot, 'sha256' | 'problem'>,
): Promise<Kept | null> {
  const known = await tx.snapshot.findFirst({
    where: { workspaceId, sourceId, sha256 },
    orderBy: { createdSeq: 'desc' },
    select: { id: true, text: true, cut: true, problem: true },
  })
  return known && (known.problem === null || problem !== null) ? known : null
}

/** The same bytes are kept once; where they could not be read before and now could, they are kept as read now. */
async function keepSnapshot(
  ledger: Ledger,
  { workspaceId, memberId }: Authority,
  sourceId: string,
  given: NewSnapshot,
): Promise<Kept> {
  const known = await knownSnapshot(ledger.tx, workspaceId, sourceId, given)
  if (known) return known
  const { fetched, text, problem, ...snapshot } = given
  const id = newId()
  const came = fetched ?? { url: null, finalUrl: null, redirects: [], status: null, headers: [] }
  const words = { text: storable(text), problem: problem && storable(problem) }
  await ledger.add('Snapshot', [
    { id, workspaceId, memberId, sourceId, ...came, ...snapshot, ...words, createdAt: ledger.at },
  ])
  return { id, ...words, cut: snapshot.cut }
}

/** What the database takes: no zero character, no half of a pair. One for one, so that places stay where they are. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd')
}

async function fillRecord(
  ledger: Ledger,
  { workspaceId, memberId }: Authority,
  sourceId: string,
  fill: (record: Filled) => Filled | null,
): Promise<void> {
  const [standing] = await ledger.tx.$queryRaw<{ recordId: string | null; csl: Csl; unconfirmed: string[] | null }[]>`
    SELECT r."id" AS "recordId", coalesce(r."csl", s."csl") AS "csl", CASE WHEN r."id" IS NULL THEN s."unconfirmed" ELSE r."unconfirmed" END AS "unconfirmed"
    FROM "Source" s LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    WHERE s."id" = ${sourceId}::uuid`
  const filled = standing && fill({ csl: standing.csl, unconfirmed: standing.unconfirmed ?? [] })
  if (!standing || !filled) return
  const { csl, unconfirmed } = filled
  const found = foundColumn(await foundOf(ledger.tx, sourceId), filled.found ?? [])
  if (standing.recordId) await ledger.end('SourceRecord', [standing.recordId])
  const record = { csl, title: csl.title, ...sourceKeys(csl), unconfirmed, ...(found && { found }) }
  await ledger.add('SourceRecord', [{ id: newId(), workspaceId, memberId, sourceId, ...record, createdAt: ledger.at }])
}
