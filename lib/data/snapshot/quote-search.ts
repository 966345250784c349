import { type Checked, checkQuotes, type Quote } from '@/lib/domain/quote/check.ts'
import type { Authority } from '../access.ts'
import type { Tx } from '../db.ts'
import { addJob } from '../job.ts'
import type { Ledger } from '../ledger.ts'
import { quoteRows, quotesOf, textsTakenFrom } from './quote.ts'

/**
 * Looks for quotes in a text; null where that took too much. Jobs look in a process with limits, for a foreign text may
 * take any time (`quotesApart`); by default it is done here.
 */
export type LookForQuotes = (asked: {
  text: string
  quotes: readonly Quote[]
  earlier: ReadonlyMap<string, string>
}) => Promise<Checked[] | null>

export const lookHere: LookForQuotes = async ({ text, quotes, earlier }) => checkQuotes(text, quotes, earlier)

/** A snapshot as it was kept: what is looked for in it is looked for in this text, for places are places of it. */
export type Kept = { id: string; text: string; cut: boolean; problem: string | null }

/** What was found before the change that records it, so that a search never holds up the desk. */
export type Looked = { text: string; found: ReadonlyMap<string, { quote: string; checked: Checked }>; gaveUp: boolean }

export const NOTHING_LOOKED: Looked = { text: '', found: new Map(), gaveUp: false }

type Meant = (quote: Quote) => boolean

/** Looks for a source's quotes in a text that is about to be kept, or was kept as `snapshotId`. */
export async function lookBefore(
  tx: Tx,
  { workspaceId }: Authority,
  sourceId: string,
  { text, snapshotId }: { text: string; snapshotId: string | null },
  look: LookForQuotes,
  isMeant: Meant = () => true,
): Promise<Looked> {
  if (text === '') return NOTHING_LOOKED
  const { due } = await dueIn(tx, workspaceId, sourceId, snapshotId, isMeant)
  const checks = await look({ text, quotes: due, earlier: await textsTakenFrom(tx, workspaceId, due) })
  const asked = new Map(due.map((quote) => [quote.quoteId, spell(quote)]))
  const found = new Map(
    (checks ?? []).map((checked) => [checked.quoteId, { quote: asked.get(checked.quoteId) ?? '', checked }]),
  )
  return { text, found, gaveUp: checks === null }
}

/**
 * Records where the quotes of a source stand in what it says now. What came between looking and recording (another
 * quote, other words of one) is left to a job. Gives how many quotes are lost, and how many could not be looked for.
 */
export async function recordLooked(
  ledger: Ledger,
  authority: Authority,
  sourceId: string,
  { id: snapshotId, text, cut, problem }: Kept,
  looked: Looked,
  isMeant: Meant = () => true,
): Promise<{ lost: number; unlooked: number }> {
  if (text === '') return { lost: 0, unlooked: 0 }
  const { workspaceId, memberId } = authority
  const { quotes, due, last } = await dueIn(ledger.tx, workspaceId, sourceId, snapshotId, isMeant)
  const same = looked.text === text
  const answered = due.flatMap((quote) => {
    const found = same ? looked.found.get(quote.quoteId) : undefined
    return found?.quote === spell(quote) ? [found.checked] : []
  })
  const open = due.length - answered.length
  if (open > 0 && !looked.gaveUp) await addJob(ledger.tx, 'check_quotes', { workspaceId, memberId, sourceId })
  // What was not found may be in the part of a long text that was not kept; and what is not the page, or only the
  // beginning of it, says nothing against a quote at all.
  const checks = answered.filter(({ start, fate }) => (problem === null ? start !== null || !cut : fate !== 'gone'))
  await ledger.add('QuoteCheck', quoteRows(workspaceId, snapshotId, checks))
  // A quote typed by hand that was never found is not lost.
  const had = new Set(quotes.flatMap(({ quoteId, anchor }) => (anchor ? [quoteId] : [])))
  const lost = checks.filter(({ quoteId, fate }) => {
    const before = last.get(quoteId)
    return fate === 'gone' && (before ? before.fate !== 'gone' : had.has(quoteId))
  }).length
  return { lost, unlooked: looked.gaveUp ? open : 0 }
}

/** The quotes that were last looked for in another snapshot than this one. */
async function dueIn(tx: Tx, workspaceId: string, sourceId: string, snapshotId: string | null, isMeant: Meant) {
  const quotes = (await quotesOf(tx, workspaceId, sourceId)).filter(isMeant)
  const last = await lastChecks(
    tx,
    quotes.map(({ quoteId }) => quoteId),
  )
  const due = quotes.filter(({ quoteId }) => snapshotId === null || last.get(quoteId)?.snapshotId !== snapshotId)
  return { quotes, due, last }
}

async function lastChecks(tx: Tx, quoteIds: readonly string[]) {
  const rows = await tx.$queryRaw<{ quoteId: string; snapshotId: string; fate: string }[]>`
    SELECT DISTINCT ON ("quoteId") "quoteId", "snapshotId", "fate"::text AS "fate" FROM "QuoteCheck"
    WHERE "quoteId" = ANY(${quoteIds}::uuid[]) ORDER BY "quoteId", "createdSeq" DESC`
  return new Map(rows.map((row) => [row.quoteId, row]))
}

/** All that a search depends on, so that an answer is only used for the very question it was for. */
const spell = ({ quote, anchor, snapshotId, found }: Quote) =>
  JSON.stringify([quote, anchor, snapshotId ?? null, found ?? null])
