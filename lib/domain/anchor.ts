import { chosen } from './anchor-choice'
import { edgeNear } from './anchor-edge'
import {
  type AnchorSearch,
  exactPlaces,
  hintOf,
  likePlaces,
  MARGIN,
  type Ranked,
  tellsExact,
  tellsLike,
} from './anchor-rank'
import { folded, type SearchableText, searchable } from './searchable'
import { atWordBounds, withoutSpace } from './word-bound'

/**
 * Where a quote stands in a snapshot: W3C Web Annotation's TextQuoteSelector (`exact`, `prefix`, `suffix`) and
 * TextPositionSelector (`start`, `end`), in UTF-16 units of its readable text.
 */
export type Anchor = { exact: string; prefix: string; suffix: string; start: number; end: number }

/** `score` runs from 0 to 1; it is 1 for the quote's own words, style of quotation marks, dashes and spaces aside. */
export type Found = { start: number; end: number; score: number; how: 'exact' | 'fuzzy' }

export { SCORE_FLOOR } from './anchor-rank'
export { type SearchableText, searchable } from './searchable'

/** How much of the text is kept on either side: at most the second, from the beginning of a word if that leaves the first. */
const CONTEXT = 96
const CONTEXT_MOST = 128
/** Agreement of surroundings from which no other place need be looked for. */
const SAME_SURROUNDINGS = 0.9
/** Longer quotes are found again exactly or not at all (UTF-16 units): following one piece by piece costs its length. */
export const FUZZY_LIMIT = 20_000

/**
 * The anchor of `[start, end)` of a text. White space at the edges of the selection is left out, and no surrogate pair
 * is cut: a selection that begins or ends inside one is widened to hold it.
 * @throws RangeError where nothing but white space is selected, or the place is not in the text
 */
export function anchorOf(text: string, start: number, end: number): Anchor {
  if (!(start >= 0 && start <= end && end <= text.length)) throw new RangeError(`${start}–${end} is not in the text`)
  const own = withoutSpace(text, isInsidePair(text, start) ? start - 1 : start, isInsidePair(text, end) ? end + 1 : end)
  if (own.start === own.end) throw new RangeError('an anchor needs a word')
  let from = Math.max(0, own.start - CONTEXT_MOST)
  if (from > 0) {
    const space = text.slice(from - 1, own.start - CONTEXT).search(/\s/)
    if (space >= 0) from += space
  }
  let to = Math.min(text.length, own.end + CONTEXT_MOST)
  if (to < text.length) {
    const space = text.slice(own.end + CONTEXT, to + 1).search(/\s\S*$/)
    if (space >= 0) to = own.end + CONTEXT + space
  }
  if (isInsidePair(text, from)) from++
  if (isInsidePair(text, to)) to--
  return {
    exact: text.slice(own.start, own.end),
    prefix: text.slice(from, own.start),
    suffix: text.slice(own.end, to),
    ...own,
  }
}

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}

/** Finds an anchor again in a text; see `findIn`. An unchanged text is answered without making it searchable. */
export function findAnchor(text: string, anchor: Anchor): Found | null {
  return inPlace(text, anchor) ?? findIn(searchable(text), anchor)
}

/**
 * Finds an anchor again: null where it is orphaned.
 *
 * Plan: what stands where it stood is taken at once. Otherwise the quote's own words are sought, and where they stand
 * several times or in other surroundings, and where they don't stand at all, places that are like the quote (voted for
 * by short runs of it and its surroundings, then measured by Myers' search). All places are weighed by how like the
 * quote and its surroundings are, and where nothing else decides, by the old position (the idea is that of Hypothesis'
 * `match-quote.ts`). A place below `SCORE_FLOOR` is none: better orphaned than wrong.
 */
export function findIn(within: SearchableText, anchor: Anchor): Found | null {
  const still = inPlace(within.text, anchor)
  if (still) return still
  const wanted: AnchorSearch = {
    exact: anchor.exact,
    pattern: folded(anchor.exact),
    prefix: searchable(anchor.prefix).folded,
    suffix: searchable(anchor.suffix).folded,
    position: anchor.start,
  }
  return found(within, wanted)
}

/**
 * Finds a quote typed by hand, of which neither place nor surroundings are known: the first best one. Words that state
 * another number, or another word in the place of one, are not found.
 */
export function findQuote(text: string, quote: string): Found | null {
  return findQuoteIn(searchable(text), quote)
}

/** The same in a text made searchable once. */
export function findQuoteIn(within: SearchableText, quote: string): Found | null {
  return found(within, { exact: quote, pattern: folded(quote), prefix: '', suffix: '', position: null })
}

function inPlace(text: string, { exact, prefix, suffix, start, end }: Anchor): Found | null {
  if (exact === '' || start < prefix.length || !text.startsWith(exact, start)) return null
  const same = text.startsWith(suffix, end) && text.startsWith(prefix, start - prefix.length)
  return same && prefix.length + suffix.length > 0 ? { start, end: start + exact.length, score: 1, how: 'exact' } : null
}

function found(within: SearchableText, wanted: AnchorSearch): Found | null {
  if (wanted.pattern === '') return null
  const hint = wanted.position === null ? null : hintOf(within, wanted)
  const exact = exactPlaces(within, wanted)
  const [first] = exact
  // Its own words in its own surroundings: nothing can be better.
  if (first && (first.agreement === null || isSame(first))) return shown(within, wanted, chosen(exact, hint))
  const like = wanted.pattern.length <= FUZZY_LIMIT ? likePlaces(within, wanted) : []
  const starts = new Set(exact.map(({ start }) => start))
  const all = [...exact, ...like.filter(({ start }) => !starts.has(start))].sort((a, b) => b.weight - a.weight)
  const told = all.filter((place) =>
    place.errors === 0 && starts.has(place.start) ? tellsExact(place, wanted) : tellsLike(place, wanted, within),
  )
  const best = chosen(told, hint)
  // Where the likeliest place can't be sworn to, a less likely one can't either.
  return shown(within, wanted, best && (all[0]?.weight ?? 0) - best.weight < MARGIN ? best : null)
}

function isSame({ left, right }: Ranked): boolean {
  return left.errors + right.errors <= (1 - SAME_SURROUNDINGS) * (left.length + right.length)
}

function shown(within: SearchableText, wanted: AnchorSearch, place: Ranked | null): Found | null {
  if (!place) return null
  if (place.errors === 0) {
    const [start, end] = [within.from[place.start] ?? 0, within.to[place.end - 1] ?? 0]
    return { start, end, score: 1, how: 'exact' }
  }
  const { pattern, prefix, suffix } = wanted
  const from = edgeNear(within.folded, prefix, pattern, place.start)
  const to = edgeNear(within.folded, pattern, suffix, place.end)
  const edges = from >= 0 && to > from ? { start: from, end: to } : place
  const [start, end] = [within.from[edges.start] ?? 0, within.to[edges.end - 1] ?? 0]
  return { ...atWordBounds(within.text, start, end), score: Math.min(place.score, 0.99), how: 'fuzzy' }
}
