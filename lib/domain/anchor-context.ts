import search from 'approx-string-match'

/** How much of what stands before and behind a quote is compared, in units of folded text: two machine words of Myers. */
const SPAN = 64
/** How far from the quote its surroundings may have moved. */
const SLACK = 8
/** Unrelated prose agrees in about half its letters, so that half is nothing. */
const CHANCE = 0.5

/** A side of fewer units does not tell a place by itself. */
const TELLING = 24

/**
 * What stands around a place, against what stood around the quote. `agreement`: 0 not more than by chance, 1 the same,
 * a side counted by its length; null where too little is known to tell. `share` of `length` units are the same; `side`
 * is that share on the better side, of those long enough.
 */
export type Surroundings = { agreement: number | null; share: number; length: number; side: number }

/** Compares what stands around `[start, end)` of a folded text with a folded prefix and suffix. */
export function surroundingsOf(text: string, start: number, end: number, prefix: string, suffix: string): Surroundings {
  const before = prefix.slice(-SPAN)
  const behind = suffix.slice(0, SPAN)
  const length = before.length + behind.length
  if (length < SLACK) return { agreement: null, share: 0, length: 0, side: 0 }
  const left = sameShare(text.slice(Math.max(0, start - before.length - SLACK), start), before)
  const right = sameShare(text.slice(end, end + behind.length + SLACK), behind)
  const share = (left * before.length + right * behind.length) / length
  const side = Math.max(before.length < TELLING ? 0 : left, behind.length < TELLING ? 0 : right)
  return { agreement: Math.max(0, (share - CHANCE) / (1 - CHANCE)), share, length, side }
}

/** The share of units that need no change; what is below chance is given as chance. */
function sameShare(place: string, wanted: string): number {
  if (wanted === '') return 0
  if (place.includes(wanted)) return 1
  const most = Math.floor(wanted.length * (1 - CHANCE))
  return 1 - Math.min(most, ...search(place, wanted, most).map((match) => match.errors)) / wanted.length
}

/** How many units stand the same directly before `start` and behind `end`: a cheap first look. */
export function adjoining(text: string, start: number, end: number, prefix: string, suffix: string): number {
  let left = 0
  while (left < SPAN && left < prefix.length && text[start - 1 - left] === prefix[prefix.length - 1 - left]) left++
  let right = 0
  while (right < SPAN && right < suffix.length && text[end + right] === suffix[right]) right++
  return left + right
}
