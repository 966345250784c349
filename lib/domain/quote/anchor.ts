import { type FoldedText, foldedForQuotes, type SearchableText, searchable } from '../text/searchable.ts'
import { atWordBounds, withoutSpace } from '../text/word-boundary.ts'
import { chosen } from './choice.ts'
import { edgeNear } from './edge.ts'
import { isTwin, type Twins, twinsAround, twinsIn } from './own.ts'
import { elidedPlace, partedPlace } from './parts.ts'
import { exactPlaces, hintOf, isTelling, likePlaces, MARGIN, type Ranked, tellsExact, tellsLike } from './rank.ts'
import type { AnchorSearch } from './search.ts'
import { isWithdrawn } from './withdrawal.ts'

/**
 * Where a quote stands in a snapshot: W3C Web Annotation's TextQuoteSelector (`exact`, `prefix`, `suffix`) and
 * TextPositionSelector (`start`, `end`), in UTF-16 units of its readable text.
 */
export type Anchor = { exact: string; prefix: string; suffix: string; start: number; end: number }

/** `score` runs from 0 to 1; it is 1 for the quote's own words, style of quotation marks, dashes and spaces aside. */
export type Found = { start: number; end: number; score: number; how: HowFound }

/**
 * `exact`: its own words; `fuzzy`: words like them; `elided`: its parts, with what it leaves out by "[…]" between;
 * `parted`: its own words with others put between; `withdrawn`: the words are there to be taken back or denied.
 */
export type HowFound = 'exact' | 'fuzzy' | 'elided' | 'parted' | 'withdrawn'

export { type SearchableText, searchable } from '../text/searchable.ts'
export { SCORE_FLOOR } from './rank.ts'

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
 * by short runs of it and its surroundings, then measured by Myers' search), and what is now where the quote was. All
 * places are weighed by how like the quote and its surroundings are, and where nothing else decides, by the old position
 * (the idea is that of Hypothesis' `match-quote.ts`). Last, its words are sought with others between them. A place below
 * `SCORE_FLOOR` is none: better orphaned than wrong.
 * @param earlier the text the anchor was made in, where it is at hand: an equal passage that stood in it elsewhere is
 *   not the quote's
 */
export function findIn(within: SearchableText, anchor: Anchor, earlier?: SearchableText): Found | null {
  const still = inPlace(within.text, anchor)
  if (still) return still
  const wanted = searchOf(anchor)
  const twins = () => {
    const known = earlier?.text.startsWith(anchor.exact, anchor.start) ? earlier.forQuotes() : null
    return known ? twinsIn(known, wanted.pattern, anchor.start) : twinsAround(anchor, wanted.pattern)
  }
  const wasWithdrawn = isWithdrawn(
    anchor.prefix + anchor.exact + anchor.suffix,
    anchor.prefix.length,
    anchor.prefix.length + anchor.exact.length,
  )
  return found(within.forQuotes(), wanted, twins, wasWithdrawn)
}

/**
 * Finds a quote typed by hand, of which neither place nor surroundings are known: the first best one. Words that state
 * another number, or another word in the place of one, are not found. Quotation marks around it are none of its words.
 */
export function findQuote(text: string, quote: string): Found | null {
  return findQuoteIn(searchable(text), quote)
}

/** The same in a text made searchable once. */
export function findQuoteIn(within: SearchableText, quote: string): Found | null {
  const typed = { exact: unquoted(quote), prefix: '', suffix: '', start: null }
  return found(within.forQuotes(), searchOf(typed), () => null, false)
}

/** Without the quotation marks that are typed around the whole of a quote, or left over at one end of it. */
function unquoted(quote: string): string {
  const marks = /["“”„‟«»‘’‚‹›「」『』]/gu
  const own = quote.trim()
  const [first, last] = [/^["“”„‟«»‹›「『]/u.test(own), /["“”„‟«»‹›」』]$/u.test(own)]
  const inner = own.slice(first ? 1 : 0, last ? -1 : undefined)
  return (first || last) && !marks.test(inner.replace(/(?<=\p{L})[’‘](?=\p{L})/gu, '')) ? inner : own
}

function inPlace(text: string, { exact, prefix, suffix, start, end }: Anchor): Found | null {
  if (exact === '' || start < prefix.length || !text.startsWith(exact, start)) return null
  const same = text.startsWith(suffix, end) && text.startsWith(prefix, start - prefix.length)
  return same && prefix.length + suffix.length > 0 ? { start, end: start + exact.length, score: 1, how: 'exact' } : null
}

/** Folded as one, for a mark or a number at an edge is known by what stands next to it. */
function searchOf({
  exact,
  prefix,
  suffix,
  start,
}: Omit<Anchor, 'start' | 'end'> & { start: number | null }): AnchorSearch {
  const { folded, from } = foldedForQuotes(prefix + exact + suffix)
  const place = (raw: number) => {
    const at = from.findIndex((unit) => unit >= raw)
    return at < 0 ? folded.length : at
  }
  const [begin, end] = [place(prefix.length), place(prefix.length + exact.length)]
  const whole = folded.slice(begin, end)
  const pattern = whole.trim()
  const lead = whole.length - whole.trimStart().length
  const tail = whole.length - whole.trimEnd().length
  const [before, behind] = [folded.slice(0, begin + lead), folded.slice(end - (pattern === '' ? 0 : tail))]
  return { exact, pattern, prefix: before, suffix: behind, position: start }
}

function found(
  within: FoldedText,
  wanted: AnchorSearch,
  twins: () => Twins | null,
  wasWithdrawn: boolean,
): Found | null {
  if (wanted.pattern === '') return null
  const hint = wanted.position === null ? null : hintOf(within, wanted)
  const exact = exactPlaces(within, wanted)
  const isTaken = (place: Ranked) => !wasWithdrawn && isWithdrawn(within.text, ...rawOf(within, place))
  // Its own words in its own surroundings: nothing can be better.
  const sure = exact.filter((place) => (place.agreement === null || isSame(place)) && !isTaken(place))
  if (sure.length > 0) return shown(within, wanted, chosen(sure, hint), wasWithdrawn)
  const known = twins()
  const own = exact.filter((place) => !(known && isTwin(within, place, known)) && !isTaken(place))
  const like = wanted.pattern.length <= FUZZY_LIMIT ? likePlaces(within, wanted) : []
  const starts = new Set(exact.map(({ start }) => start))
  const all = [...own, ...like.filter(({ start }) => !starts.has(start))].sort((a, b) => b.weight - a.weight)
  const told = all.filter((place) =>
    place.errors === 0 && starts.has(place.start)
      ? tellsExact(place, wanted)
      : tellsLike(place, wanted, within) && (!known || (isTelling(place.left) && isTelling(place.right))),
  )
  const best = chosen(told, hint)
  // Where the likeliest place can't be sworn to, a less likely one can't either.
  const sworn = best && (all[0]?.weight ?? 0) - best.weight < MARGIN ? best : null
  // Its own words with others between are told better as such.
  const parts = sworn?.errors === 0 ? null : (elidedPlace(within, wanted.exact) ?? partedPlace(within, wanted))
  const isThere = !sworn || (parts && parts.start < sworn.end && parts.end > sworn.start)
  if (sworn && !(parts && isThere)) return shown(within, wanted, sworn, wasWithdrawn)
  if (parts) {
    const [start, end] = rawOf(within, parts)
    return withdrawnOr(within.text, { start, end, score: PARTS_SCORE, how: parts.how }, wasWithdrawn)
  }
  const taken = exact.filter((place) => tellsExact(place, wanted) && isTaken(place))
  return shown(within, wanted, taken[0] ?? null, wasWithdrawn)
}

/** All words are there, but not as they were. */
const PARTS_SCORE = 0.9

function rawOf({ from, to }: FoldedText, place: { start: number; end: number }): [number, number] {
  return [from[place.start] ?? 0, to[place.end - 1] ?? 0]
}

function withdrawnOr(text: string, place: Found, wasWithdrawn: boolean): Found {
  return !wasWithdrawn && isWithdrawn(text, place.start, place.end) ? { ...place, how: 'withdrawn' } : place
}

function isSame({ left, right }: Ranked): boolean {
  return left.errors + right.errors <= (1 - SAME_SURROUNDINGS) * (left.length + right.length)
}

function shown(within: FoldedText, wanted: AnchorSearch, place: Ranked | null, wasWithdrawn: boolean): Found | null {
  if (!place) return null
  if (place.errors === 0) {
    const [start, end] = rawOf(within, place)
    return withdrawnOr(within.text, { start, end, score: 1, how: 'exact' }, wasWithdrawn)
  }
  const { pattern, prefix, suffix } = wanted
  const from = edgeNear(within.folded, prefix, pattern, place.start)
  const to = edgeNear(within.folded, pattern, suffix, place.end)
  const edges = from >= 0 && to > from ? { start: from, end: to } : place
  const words = atWordBounds(within.text, ...rawOf(within, edges))
  const score = Math.min(place.score, 0.99)
  return withdrawnOr(within.text, { ...words, score, how: 'fuzzy' }, wasWithdrawn)
}
