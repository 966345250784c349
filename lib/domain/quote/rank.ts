import search from 'approx-string-match'
import { votedPlaces } from '../text/ngram-index.ts'
import type { FoldedText } from '../text/searchable.ts'
import { atWordBounds, cutsWord } from '../text/word-boundary.ts'
import { adjoining, type Side, surroundingsOf } from './context.ts'
import { unexplained } from './noise.ts'
import { ownPlaces } from './own.ts'
import { type Place, placeNear, placesAnywhere } from './place.ts'
import type { AnchorSearch } from './search.ts'

/**
 * A place weighed. `weight` says how much likelier the quote, misread, stands there than something else (nats), and
 * orders the places of one search; `score` is what is shown of it, from 0 to 1.
 */
export type Ranked = Place & { score: number; weight: number; agreement: number | null; left: Side; right: Side }

/**
 * The least score of a place that is shown. With surroundings that agree, three fifths of the quote must be there; with
 * none known, four fifths.
 */
export const SCORE_FLOOR = 0.68
const QUOTE = 0.78
const CONTEXT = 0.22
/** What unknown surroundings count as. */
const UNKNOWN = 0.25

/**
 * What a letter that is the same says for a place, and one that differs against it: log-likelihoods of a text with one
 * mistake in eight against an unrelated one, aligned as well as it goes, with more than one in two.
 */
const SAME = Math.log(0.88 / 0.45)
const MISTAKE = Math.log(0.12 / 0.55)
/** Two places whose weights differ by less than two mistakes do are equally likely. */
export const MARGIN = 2 * (SAME - MISTAKE)

/** The share of a side that may differ where it still tells the place; a shorter side doesn't tell. */
const SIDE_RATE = 0.33
const SIDE_LENGTH = 16
/** The share of the quote that may differ where both sides tell, one does, none does, and none is known. */
const QUOTE_RATE = { both: 0.33, one: 0.25, none: 0.08, unknown: 0.25 }
/** With more mistakes than this, a place is compared with the neighbours of the quote as well. */
const NEIGHBOUR_RATE = 0.15
/** Beyond this share of mistakes in all, and in a side, the words must bear out that they are mistakes. */
const CLEAR = 0.2
const CLEAR_SIDE = 0.25
/** The share of words that may be others even so. */
const OTHER_WORDS = 0.15
/** Shorter quotes (folded units) say too little to be known by themselves in other surroundings; and those only alike. */
const TELLING = 24
const TELLING_LIKE = 40
/** Shorter quotes are too short for likeness: one mistake, and only in surroundings that agree. */
const SHORT = 12
/** The most places of the quote's own words that are looked at, and of those, weighed. */
const OCCURRENCES = 2_000
const WEIGHED = 64
/** The most places like the quote that are measured. */
const PLACES = 24
const LONG_PLACES = 4

/** The places of the quote's own words as whole words, weighed, best first. */
export function exactPlaces(within: FoldedText, wanted: AnchorSearch): Ranked[] {
  const { folded } = within
  const { pattern, prefix, suffix } = wanted
  const hint = hintOf(within, wanted)
  let places = occurrences(folded, pattern, hint).map((start) => ({ start, end: start + pattern.length, errors: 0 }))
  places = places.filter((place) => !cutsWordOf(within, place, wanted))
  if (places.length > WEIGHED) {
    const near = places.map((place) => ({ place, same: adjoining(folded, place.start, place.end, prefix, suffix) }))
    near.sort((a, b) => b.same - a.same || Math.abs(a.place.start - hint) - Math.abs(b.place.start - hint))
    places = near.slice(0, WEIGHED).map(({ place }) => place)
  }
  return ranked(within, wanted, places)
}

/** Whether a place begins or ends inside a word; the parts of a compound ("Soviet-era") are words. */
function cutsWordOf(within: FoldedText, { start, end }: Place, { prefix, suffix }: AnchorSearch): boolean {
  const { text, folded, from, to } = within
  if (!cutsWord(folded, start, end, prefix, suffix)) return false
  const hyphenated = (at: number) => at > 0 && /[-‐‑]/u.test(text.slice(to[at - 1], from[at] ?? 0))
  const [head, tail] = [hyphenated(start), hyphenated(end)]
  if (!head && !tail) return true
  const [left, right] = [head ? '' : prefix, tail ? '' : suffix]
  const own = folded.slice(start, end)
  const around = (head ? ' ' : folded.slice(Math.max(0, start - 2), start)) + own
  const whole = around + (tail ? ' ' : folded.slice(end, end + 2))
  return cutsWord(whole, around.length - own.length, around.length, left, right)
}

/** The places that are like the quote, weighed, best first. */
export function likePlaces(within: FoldedText, wanted: AnchorSearch): Ranked[] {
  return ranked(within, wanted, measured(within, wanted))
}

/** Whether the quote's own words may be shown at a place: its surroundings tell it, or the words do. */
export function tellsExact({ agreement, left, right }: Ranked, { pattern }: AnchorSearch): boolean {
  return agreement === null || pattern.length >= TELLING || isTelling(left) || isTelling(right)
}

/** Whether a place that is only like the quote is the quote's. */
export function tellsLike(place: Ranked, wanted: AnchorSearch, within: FoldedText): boolean {
  const { score, errors, agreement, left, right } = place
  const { length } = wanted.pattern
  if (score < SCORE_FLOOR) return false
  const sides = [left, right].filter(isTelling)
  if (length < SHORT && (errors > 1 || sides.length === 0)) return false
  if (length < TELLING && errors > length / 3) return false
  const rate = errors / length
  if (rate > NEIGHBOUR_RATE && isNeighbour(place, wanted, within)) return false
  // Whole words: of a word half inside, what is left looks like a misreading of any other.
  const whole = atWordBounds(within.text, within.from[place.start] ?? 0, within.to[place.end - 1] ?? 0)
  const passage = within.text.slice(whole.start, whole.end)
  const others = () => unexplained(wanted.exact, passage, within.counts())
  if (agreement === null) return rate <= QUOTE_RATE.unknown && others() === 0
  if (sides.length === 0) return length >= TELLING_LIKE && rate <= QUOTE_RATE.none && others() === 0
  // A side where next to nothing stood, at an edge of the text it was taken from, is none that disagrees.
  const both = sides.length === [left, right].filter((side) => side.length >= SIDE_LENGTH).length
  if (rate > (both ? QUOTE_RATE.both : QUOTE_RATE.one)) return false
  // One side alone may be that of another line of a list, or a line that stands on every page.
  if (!both && others() > 0) return false
  return isClear(errors, length, sides) || readsLike(place, wanted, within)
}

/** Whether what is there stood next to the quote already: the line before or behind it is not what it became. */
function isNeighbour({ start, end, errors }: Place, { prefix, suffix }: AnchorSearch, { folded }: FoldedText): boolean {
  const passage = folded.slice(start, Math.min(end, start + 64))
  return [prefix, suffix].some((side) => search(side, passage, Math.floor(errors / 2)).length > 0)
}

function isClear(errors: number, length: number, sides: readonly Side[]): boolean {
  const [all, wrong] = sides.reduce((sum, side) => [sum[0] + side.length, sum[1] + side.errors] as [number, number], [
    length,
    errors,
  ] as [number, number])
  return wrong <= CLEAR * all && sides.every((side) => side.errors <= CLEAR_SIDE * side.length)
}

/** Whether few enough words of the surroundings that tell are others, and not misread. */
function readsLike({ start, end, left, right }: Ranked, wanted: AnchorSearch, within: FoldedText): boolean {
  const { folded } = within
  const before = isTelling(left) ? wanted.prefix.slice(-left.length) : ''
  const behind = isTelling(right) ? wanted.suffix.slice(0, right.length) : ''
  const quote = before + wanted.pattern + behind
  const passage = folded.slice(Math.max(0, start - before.length), end + behind.length)
  return unexplained(quote, passage, within.counts()) <= OTHER_WORDS * quote.split(' ').length
}

/** Whether a side is long enough, and enough like what stood there, to tell the place. */
export function isTelling({ length, errors }: Side): boolean {
  return length >= SIDE_LENGTH && errors <= SIDE_RATE * length
}

function measured(within: FoldedText, wanted: AnchorSearch): Place[] {
  const places = new Map<number, Place>()
  const hint = hintOf(within, wanted)
  for (const place of [...likeAnywhere(within, wanted, hint), ...ownPlaces(within, wanted, hint)])
    if (place.errors < (places.get(place.start)?.errors ?? Number.POSITIVE_INFINITY)) places.set(place.start, place)
  return [...places.values()]
}

function likeAnywhere(within: FoldedText, wanted: AnchorSearch, hint: number): Place[] {
  const { pattern, prefix, suffix } = wanted
  if (pattern.length < SHORT)
    return placesAnywhere(within.folded, pattern, pattern.length < 6 ? 0 : 1).slice(0, WEIGHED)
  const head = { pattern: pattern.slice(0, 256), offset: 0, weight: 1 }
  const around = [
    { pattern: prefix.slice(-64), offset: -Math.min(64, prefix.length), weight: 0.5 },
    ...(pattern.length <= 256 ? [{ pattern: suffix.slice(0, 64), offset: pattern.length, weight: 0.5 }] : []),
  ]
  const limit = pattern.length <= 256 ? PLACES : LONG_PLACES
  const starts = votedPlaces(within.grams(), [head, ...around], limit)
  if (wanted.position !== null) starts.push(hint)
  return starts.flatMap((start) => placeNear(within.folded, pattern, start) ?? [])
}

function ranked(within: FoldedText, wanted: AnchorSearch, places: readonly Place[]): Ranked[] {
  return places.map((place) => weighed(within, wanted, place)).sort((a, b) => b.weight - a.weight || a.start - b.start)
}

function weighed(within: FoldedText, wanted: AnchorSearch, place: Place): Ranked {
  const { length } = wanted.pattern
  const around = surroundingsOf(within.folded, place.start, place.end, wanted.prefix, wanted.suffix)
  const { agreement, left, right } = around
  const score = QUOTE * (1 - place.errors / length) + CONTEXT * (agreement ?? UNKNOWN)
  const weight = weightOf({ length, errors: place.errors }) + Math.max(0, weightOf(left)) + Math.max(0, weightOf(right))
  return { ...place, ...around, score, weight }
}

function weightOf({ length, errors }: Side): number {
  return SAME * (length - errors) + MISTAKE * errors
}

/** Where a pattern stands, from the hint outwards as far as the limit goes. */
function occurrences(text: string, pattern: string, hint: number): number[] {
  const found: number[] = []
  let ahead = text.indexOf(pattern, hint)
  let back = hint > 0 ? text.lastIndexOf(pattern, hint - 1) : -1
  while (found.length < OCCURRENCES && (ahead >= 0 || back >= 0)) {
    if (ahead >= 0) {
      found.push(ahead)
      ahead = text.indexOf(pattern, ahead + 1)
    }
    if (back >= 0) {
      found.push(back)
      back = back > 0 ? text.lastIndexOf(pattern, back - 1) : -1
    }
  }
  return found
}

/** The folded unit that the raw position became; by halving. */
export function hintOf({ from }: FoldedText, { position }: AnchorSearch): number {
  let [low, high] = [0, from.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) < (position ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
