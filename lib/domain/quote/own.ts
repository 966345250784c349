import search from 'approx-string-match'
import { votedPlaces } from '../text/ngram-index.ts'
import { type FoldedText, foldedForQuotes } from '../text/searchable.ts'
import { surroundingsOf } from './context.ts'
import type { Place } from './place.ts'
import type { AnchorSearch } from './search.ts'

/** How much of either side tells where the quote was, and the least that does (folded units). */
const SIDE = 64
const SIDE_LEAST = 16
/** The share of a side that may differ. */
const SIDE_RATE = 0.15
/** How far from where it is voted to be a side is looked for. */
const REACH = 96
const VOTES = 6
/** The longest quote that is looked for so: a longer one is found by its own words. */
const LONGEST = 256

/**
 * Where the quote was: between what was before it and what was behind it, whatever is there now. So a line that
 * states another number is found though the same words are in the next line. `errors` tells how many units between
 * differ from the quote.
 */
export function ownPlaces(within: FoldedText, wanted: AnchorSearch, hint: number): Place[] {
  const { pattern, prefix, suffix } = wanted
  const [left, right] = [prefix.slice(-SIDE), suffix.slice(0, SIDE)]
  if (left.length < SIDE_LEAST || right.length < SIDE_LEAST || pattern.length > LONGEST) return []
  const votes = votedPlaces(
    within.grams(),
    [
      { pattern: left, offset: -left.length, weight: 1 },
      { pattern: right, offset: pattern.length, weight: 1 },
    ],
    VOTES,
  )
  const places = new Map<number, Place>()
  for (const near of [...votes, hint]) {
    const place = between(within.folded, wanted.pattern, left, right, near)
    if (place) places.set(place.start, place)
  }
  return [...places.values()]
}

function between(text: string, pattern: string, left: string, right: string, near: number): Place | null {
  const low = Math.max(0, near - left.length - REACH)
  const before = nearest(text.slice(low, near + REACH), left, (match) => match.end, near - low)
  if (before === null) return null
  const start = low + before
  const behind = nearest(text.slice(start, start + 2 * pattern.length + right.length + REACH), right, first, 0)
  if (behind === null) return null
  const passage = text.slice(start, start + behind)
  const trimmed = passage.trim()
  const from = start + passage.indexOf(trimmed)
  const most = Math.ceil(0.6 * pattern.length)
  const errors = trimmed === '' ? pattern.length : (search(trimmed, pattern, most)[0]?.errors ?? pattern.length)
  const off = Math.max(0, trimmed.length - pattern.length - errors)
  return trimmed === '' ? null : { start: from, end: from + trimmed.length, errors: Math.max(errors, off) }
}

const first = (match: { start: number }) => match.start

/** Of the best matches of one side, the edge nearest to where it is expected. */
function nearest(
  text: string,
  side: string,
  edge: (match: { start: number; end: number }) => number,
  expected: number,
): number | null {
  let best: number | null = null
  for (const match of search(text, side, Math.floor(side.length * SIDE_RATE))) {
    const at = edge(match)
    if (best === null || Math.abs(at - expected) < Math.abs(best - expected)) best = at
  }
  return best
}

/** What is around a passage with the quote's words, and of it what is on the same line; folded. */
type Surrounded = { prefix: string; suffix: string; line: { prefix: string; suffix: string } }

/** The quote as it was taken, and the other passages that had its words then. */
export type Twins = { own: Surrounded; others: Surrounded[] }

/** How much of what is around twins is compared, and how many are. */
const CONTEXT = 96
const TWINS = 32
/** By how many units a place must be more like a twin's to be it. */
const CLEARLY = 2

/**
 * The passages of an earlier text that have the quote's words: the quote itself, and those nearest to it; null where it
 * is the only one.
 * @param start where the quote is in that text, UTF-16 units
 */
export function twinsIn(earlier: FoldedText, pattern: string, start: number): Twins | null {
  const { folded, from } = earlier
  const starts: number[] = []
  for (let at = folded.indexOf(pattern); at >= 0 && starts.length < 2_000; at = folded.indexOf(pattern, at + 1))
    starts.push(at)
  const off = (at: number) => Math.abs((from[at] ?? 0) - start)
  starts.sort((a, b) => off(a) - off(b))
  const [own, ...others] = starts.slice(0, TWINS + 1).map((at) => surrounded(earlier, at, at + pattern.length))
  return own && others.length > 0 ? { own, others } : null
}

/** The twins that were so near that the quote's own surroundings hold them. */
export function twinsAround(anchor: { exact: string; prefix: string; suffix: string }, pattern: string): Twins | null {
  const { exact, prefix, suffix } = anchor
  return twinsIn(foldedForQuotes(prefix + exact + suffix), pattern, prefix.length)
}

function surrounded({ text, folded, from, to }: FoldedText, start: number, end: number): Surrounded {
  const [prefix, suffix] = [folded.slice(Math.max(0, start - CONTEXT), start), folded.slice(end, end + CONTEXT)]
  const lineStart = text.lastIndexOf('\n', Math.max(0, (from[start] ?? 0) - 1)) + 1
  const [first, last] = [from[start] ?? 0, to[end - 1] ?? 0]
  const lineEnd = text.indexOf('\n', last)
  let [before, behind] = [0, 0]
  while (before < prefix.length && (from[start - 1 - before] ?? 0) >= Math.min(lineStart, first)) before++
  while (behind < suffix.length && (lineEnd < 0 || (to[end + behind] ?? 0) <= lineEnd)) behind++
  return { prefix, suffix, line: { prefix: prefix.slice(prefix.length - before), suffix: suffix.slice(0, behind) } }
}

/**
 * Whether a place of the quote's words is one that was there beside the quote, and not the quote's: what is on its line
 * decides, and where that is the same, what is around.
 */
export function isTwin({ folded }: FoldedText, { start, end }: Place, { own, others }: Twins): boolean {
  const wrong = (prefix: string, suffix: string) => {
    const { left, right } = surroundingsOf(folded, start, end, prefix, suffix)
    return left.errors + right.errors
  }
  return others.some((twin) => {
    const lines = wrong(own.line.prefix, own.line.suffix) - wrong(twin.line.prefix, twin.line.suffix)
    if (lines !== 0) return lines > 0
    // A twin whose surroundings are known in part is compared in that part alone.
    const before = Math.min(twin.prefix.length, own.prefix.length)
    const behind = Math.min(twin.suffix.length, own.suffix.length)
    const of = ({ prefix, suffix }: Surrounded) => wrong(prefix.slice(prefix.length - before), suffix.slice(0, behind))
    return of(own) - of(twin) >= CLEARLY
  })
}
