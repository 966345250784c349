import { adjoining, surroundingsOf } from './anchor-context'
import { type Place, placeNear, placesAnywhere } from './anchor-place'
import { votedPlaces } from './gram-index'
import type { SearchableText } from './searchable'
import { toldDifference } from './told-difference'
import { cutsWord } from './word-bound'

/** What is looked for: the quote as it was, the same folded, its surroundings folded, and where it stood (raw units). */
export type AnchorSearch = { exact: string; pattern: string; prefix: string; suffix: string; position: number }

/** A place weighed. `rank` orders places of one search; `sure`: the quote's own words may be shown there. `tells`: what
 * stands around tells the place, whatever the quote says there now. */
export type Ranked = Place & { score: number; rank: number; agreement: number | null; sure: boolean; tells: boolean }

/**
 * The least score of a place that is shown. With surroundings that agree, three fifths of the quote must be there; with
 * surroundings that don't, seven eighths; with none known, four fifths. Unrelated passages of prose reach about 0.4,
 * a near-duplicate in other surroundings must not differ in a number, name or word.
 */
export const SCORE_FLOOR = 0.68
const QUOTE = 0.78
const CONTEXT = 0.22
const POSITION = 0.02
/** What unknown surroundings count as. */
const UNKNOWN = 0.25
/**
 * A place that says something else than the quote is the quote's only where its surroundings tell it: where so much of
 * quote and surroundings together is the same, or so much of one side. Near-duplicates in text of few patterns are alike
 * in four fifths of them; the place itself, with one mistake in ten characters, in nine tenths.
 */
const WHOLE = 0.84
const SIDE = 0.95
/** Even there so much of the quote itself must stand; more where one side alone tells it. */
const WHOLE_QUOTE = 0.78
const SIDE_QUOTE = 0.9
/** Agreement of surroundings from which they tell the place. */
const AGREES = 0.5
/** Below this they tell nothing: of two sides, not even one is the same. */
const LEAST = 0.4
/** Shorter quotes (folded units) say too little to be known by themselves in other surroundings. */
const TELLING = 24
/** The same of quotes that are only alike. */
const TELLING_LIKE = 40
/** Shorter quotes are too short for likeness: one mistake, and only in surroundings that agree. */
const SHORT = 12
/** The most places of the quote's own words that are looked at, and of those, weighed. */
const OCCURRENCES = 2_000
const WEIGHED = 64
/** The most places like the quote that are measured. */
const PLACES = 24
const LONG_PLACES = 4

/** The best place of the quote's own words; null where they stand nowhere as whole words. */
export function bestExact(within: SearchableText, wanted: AnchorSearch): Ranked | null {
  const { folded } = within
  const { pattern, prefix, suffix } = wanted
  const hint = foldedPosition(within, wanted.position)
  let places = occurrences(folded, pattern, hint).map((start) => ({ start, end: start + pattern.length, errors: 0 }))
  places = places.filter(({ start, end }) => !cutsWord(folded, start, end, prefix, suffix))
  if (places.length > WEIGHED) {
    const near = places.map((place) => ({ place, same: adjoining(folded, place.start, place.end, prefix, suffix) }))
    near.sort((a, b) => b.same - a.same || Math.abs(a.place.start - hint) - Math.abs(b.place.start - hint))
    places = near.slice(0, WEIGHED).map(({ place }) => place)
  }
  return best(places.map((place) => weighed(within, wanted, place, hint)))
}

/** The best place that is like the quote; null where none reaches `SCORE_FLOOR`. */
export function bestFuzzy(within: SearchableText, wanted: AnchorSearch): Ranked | null {
  const { pattern } = wanted
  const hint = foldedPosition(within, wanted.position)
  const ranked = likePlaces(within, wanted, hint).map((place) => weighed(within, wanted, place, hint))
  ranked.sort((a, b) => b.rank - a.rank)
  for (const place of ranked) {
    if (place.score < SCORE_FLOOR) return null
    if (pattern.length < SHORT && (!place.tells || place.errors > 1)) continue
    if (pattern.length < TELLING && place.errors > pattern.length / 4) continue
    if (place.tells) return place
    if (place.agreement !== null && pattern.length < TELLING_LIKE) continue
    const passage = within.text.slice(within.from[place.start], within.to[place.end - 1])
    if (toldDifference(wanted.exact, passage) === null) return place
  }
  return null
}

function likePlaces(within: SearchableText, { pattern, prefix, suffix }: AnchorSearch, hint: number): Place[] {
  if (pattern.length < SHORT)
    return placesAnywhere(within.folded, pattern, pattern.length < 6 ? 0 : 1).slice(0, WEIGHED)
  const head = { pattern: pattern.slice(0, 256), offset: 0, weight: 1 }
  const around = [
    { pattern: prefix.slice(-64), offset: -Math.min(64, prefix.length), weight: 0.5 },
    ...(pattern.length <= 256 ? [{ pattern: suffix.slice(0, 64), offset: pattern.length, weight: 0.5 }] : []),
  ]
  const limit = pattern.length <= 256 ? PLACES : LONG_PLACES
  const starts = [...votedPlaces(within.grams(), [head, ...around], limit), hint]
  const places = new Map<number, Place>()
  for (const start of starts) {
    const place = placeNear(within.folded, pattern, start)
    if (place && place.errors < (places.get(place.start)?.errors ?? Number.POSITIVE_INFINITY))
      places.set(place.start, place)
  }
  return [...places.values()]
}

function weighed(within: SearchableText, wanted: AnchorSearch, place: Place, hint: number): Ranked {
  const { pattern, prefix, suffix } = wanted
  const around = surroundingsOf(within.folded, place.start, place.end, prefix, suffix)
  const { agreement } = around
  const likeness = 1 - place.errors / pattern.length
  const score = QUOTE * likeness + CONTEXT * (agreement ?? UNKNOWN)
  const near = 1 / (1 + Math.abs(place.start - hint) / 1_000)
  const sure = agreement === null || agreement >= AGREES || pattern.length >= TELLING
  const whole = (likeness * pattern.length + around.share * around.length) / (pattern.length + around.length)
  const isWhole = whole >= WHOLE && likeness >= WHOLE_QUOTE
  const isSide = around.side >= SIDE && likeness >= SIDE_QUOTE
  const tells = agreement !== null && agreement >= LEAST && (isWhole || isSide)
  return { ...place, agreement, score, rank: score + POSITION * near, sure, tells }
}

function best(places: readonly Ranked[]): Ranked | null {
  let first: Ranked | null = null
  for (const place of places) if (!first || place.rank > first.rank) first = place
  return first
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

/** The folded unit that a raw position became; by halving. */
function foldedPosition({ from }: SearchableText, position: number): number {
  let [low, high] = [0, from.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}
