import { searchable } from '../text/searchable.ts'
import { type Anchor, anchorOf, findIn, findQuoteIn } from './anchor.ts'
import { fateOf, type QuoteFate } from './fate.ts'

/**
 * A quote of the record: the citation it was first taken for, its words, and its selectors where it has some.
 * `found`: where one that was typed by hand was last found in its own words.
 */
export type Quote = {
  quoteId: string
  quote: string
  anchor: Anchor | null
  snapshotId?: string | null
  found?: { snapshotId: string; start: number; end: number } | null
}

/** The snapshot a quote was taken from, where one is known. */
export function takenFrom({ anchor, snapshotId, found }: Quote): string | null {
  return (anchor ? snapshotId : found?.snapshotId) ?? null
}

/** `said` is what stands there, where it is not the very words. */
export type Checked = {
  quoteId: string
  fate: QuoteFate
  score: number
  start: number | null
  end: number | null
  said: string
}

/**
 * Looks for quotes in a snapshot's readable text; pure. Texts are made ready once for all quotes.
 * @param earlierTexts the snapshots that quotes were taken from, by id, so that a passage that stood there beside the
 *   quote is not taken for it
 */
export function checkQuotes(
  text: string,
  quotes: readonly Quote[],
  earlierTexts: ReadonlyMap<string, string> = new Map(),
): Checked[] {
  if (quotes.length === 0) return []
  const ready = searchable(text)
  const earlier = new Map([...earlierTexts].map(([id, kept]) => [id, searchable(kept)]))
  return quotes.map((asked) => {
    const { quoteId, quote, found: taken } = asked
    const from = takenFrom(asked) ?? ''
    const before = earlierTexts.get(from)
    // What was typed and found has surroundings from then on.
    const anchor = asked.anchor ?? (taken && before !== undefined ? anchorOf(before, taken.start, taken.end) : null)
    const found = anchor ? findIn(ready, anchor, earlier.get(from)) : findQuoteIn(ready, quote)
    const fate = fateOf(found, anchor?.exact ?? quote, text)
    const place = found ? { start: found.start, end: found.end } : { start: null, end: null }
    const stands = found ? text.slice(found.start, found.end) : ''
    const said = stands === (anchor?.exact ?? quote) ? '' : stands
    return { quoteId, fate, score: Math.round((found?.score ?? 0) * 1_000), ...place, said }
  })
}
