import type { ReadableBlock } from '@/lib/domain/snapshot'
import type { Csl } from '@/lib/domain/source'
import { sourceKeys } from '@/lib/domain/source-entry'
import { newId } from '@/lib/platform/ids'
import type { Authority } from './access'
import { change } from './clock'
import type { Db, Tx } from './db'
import type { Ledger } from './ledger'
import { checkQuotes, type Quote, quoteRows, quotesOf, textsTakenFrom } from './quote'
import { requireSource } from './source'

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
export type Filled = { csl: Csl; unconfirmed: string[] }

export type NewVisit = {
  sourceId: string
  url: string
  at?: Date
  came:
    | { to: 'answer'; snapshot: NewSnapshot; fill?: (record: Filled, isFirst: boolean) => Filled | null }
    | { to: 'gone' | 'failed'; status: number | null; words: string }
}

export type Visited = {
  visitId: string
  outcome: 'first' | 'same' | 'changed' | 'gone' | 'failed'
  snapshotId: string | null
  /** Quotes that the source no longer says, of those it said when last looked at. */
  lost: number
}

/**
 * Records that a source's address was asked, and what came of it: the same bytes are the snapshot that is there; other
 * bytes are one more. Every quote taken from the source is looked for again in it.
 */
export async function recordVisit(db: Db, authority: Authority, visit: NewVisit): Promise<Visited> {
  const { workspaceId, memberId } = authority
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
        value: { visitId, outcome, snapshotId: null, lost: 0 },
        details: { source: sourceId, outcome, status },
      }
    }
    const before = await currentSnapshot(ledger.tx, workspaceId, sourceId)
    const outcome = before === null ? 'first' : before.sha256 === came.snapshot.sha256 ? 'same' : 'changed'
    const kept = await keepSnapshot(ledger, authority, sourceId, came.snapshot)
    const snapshotId = kept.id
    const { status } = came.snapshot.fetched ?? { status: null }
    await ledger.add('Visit', [{ ...row, outcome, status, words: '', snapshotId }])
    const lost = await lookAgain(ledger, workspaceId, sourceId, kept)
    if (came.fill)
      await fillRecord(ledger, authority, sourceId, (record) => came.fill?.(record, before === null) ?? null)
    return {
      value: { visitId, outcome, snapshotId, lost },
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
): Promise<{ snapshotId: string; lost: number }> {
  const { workspaceId } = authority
  const { sourceId, snapshot, fill, at } = given
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.snapshot_given' } as const
  return change(db, { ...what, ...(at && { at }) }, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, sourceId)
    const before = await currentSnapshot(ledger.tx, workspaceId, sourceId)
    const kept = await keepSnapshot(ledger, authority, sourceId, snapshot)
    const snapshotId = kept.id
    const lost = await lookAgain(ledger, workspaceId, sourceId, kept)
    if (fill) await fillRecord(ledger, authority, sourceId, (record) => fill(record, before === null))
    const { sha256, fileName } = snapshot
    return { value: { snapshotId, lost }, details: { source: sourceId, snapshot: snapshotId, sha256, file: fileName } }
  })
}

/**
 * Looks for the quotes of a source that were taken since it was visited, from an older snapshot or typed by hand, in what
 * it says now. What was taken from the newest snapshot itself stands there.
 */
export async function checkNewQuotes(db: Db, authority: Authority, sourceId: string): Promise<{ lost: number }> {
  const { workspaceId } = authority
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.quotes_checked' } as const
  return change(db, what, async (ledger) => {
    const current = await currentSnapshot(ledger.tx, workspaceId, sourceId)
    if (!current) return { value: { lost: 0 } }
    const select = { id: true, text: true, cut: true, problem: true } as const
    const kept = await ledger.tx.snapshot.findUniqueOrThrow({ where: { id: current.id }, select })
    const lost = await lookAgain(ledger, workspaceId, sourceId, kept, ({ snapshotId }) => snapshotId !== kept.id)
    const details = { source: sourceId, snapshot: kept.id, lost }
    return { value: { lost }, ...(ledger.holds('QuoteCheck') && { details }) }
  })
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

/** A snapshot as it was kept: what is looked for in it is looked for in this text, for places are places of it. */
type Kept = { id: string; text: string; cut: boolean; problem: string | null }

/** The same bytes are kept once; where they could not be read before and now could, they are kept as read now. */
async function keepSnapshot(
  ledger: Ledger,
  { workspaceId, memberId }: Authority,
  sourceId: string,
  { fetched, text, problem, ...snapshot }: NewSnapshot,
): Promise<Kept> {
  const known = await ledger.tx.snapshot.findFirst({
    where: { workspaceId, sourceId, sha256: snapshot.sha256 },
    orderBy: { createdSeq: 'desc' },
    select: { id: true, text: true, cut: true, problem: true },
  })
  if (known && (known.problem === null || problem !== null)) return known
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

/** Looks for every quote of the source in what it says now, unless that is what was looked at last. */
async function lookAgain(
  ledger: Ledger,
  workspaceId: string,
  sourceId: string,
  { id: snapshotId, text, cut, problem }: Kept,
  isMeant: (quote: Quote) => boolean = () => true,
): Promise<number> {
  if (text === '') return 0
  const quotes = (await quotesOf(ledger.tx, workspaceId, sourceId)).filter(isMeant)
  const last = await lastChecks(
    ledger.tx,
    quotes.map(({ quoteId }) => quoteId),
  )
  const due = quotes.filter(({ quoteId }) => last.get(quoteId)?.snapshotId !== snapshotId)
  const found = checkQuotes(text, due, await textsTakenFrom(ledger.tx, workspaceId, due))
  // What was not found may be in the part of a long text that was not kept; and what is not the page, or only the
  // beginning of it, says nothing against a quote at all.
  const checks = found.filter(({ start, fate }) => (problem === null ? start !== null || !cut : fate !== 'gone'))
  await ledger.add('QuoteCheck', quoteRows(workspaceId, snapshotId, checks))
  // A quote typed by hand that was never found is not lost.
  const had = new Set(quotes.flatMap(({ quoteId, anchor }) => (anchor ? [quoteId] : [])))
  return checks.filter(({ quoteId, fate }) => {
    const before = last.get(quoteId)
    return fate === 'gone' && (before ? before.fate !== 'gone' : had.has(quoteId))
  }).length
}

async function lastChecks(tx: Tx, quoteIds: readonly string[]) {
  const rows = await tx.$queryRaw<{ quoteId: string; snapshotId: string; fate: string }[]>`
    SELECT DISTINCT ON ("quoteId") "quoteId", "snapshotId", "fate"::text AS "fate" FROM "QuoteCheck"
    WHERE "quoteId" = ANY(${quoteIds}::uuid[]) ORDER BY "quoteId", "createdSeq" DESC`
  return new Map(rows.map((row) => [row.quoteId, row]))
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
  if (standing.recordId) await ledger.end('SourceRecord', [standing.recordId])
  const { csl, unconfirmed } = filled
  const record = { csl, title: csl.title, ...sourceKeys(csl), unconfirmed }
  await ledger.add('SourceRecord', [{ id: newId(), workspaceId, memberId, sourceId, ...record, createdAt: ledger.at }])
}
