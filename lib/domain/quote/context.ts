import search from 'approx-string-match'

/** How much of what stands before and behind a quote is compared, in units of folded text: three machine words of Myers. */
const SPAN = 96
/** How far from the quote its surroundings may have moved. */
const SLACK = 10
/** Unrelated prose agrees in about half its letters, so that half is nothing. */
const CHANCE = 0.5
/** With one mistake in ten characters, surroundings are the same. */
const SAME = 0.9

/** What stood on one side of a quote: `length` units are compared, `errors` of them differ; more than by chance is not counted. */
export type Side = { length: number; errors: number }

/**
 * What stands around a place, against what stood around the quote. `agreement`: 0 not more than by chance, 1 the same,
 * a side counted by its length; null where too little is known to tell.
 */
export type Surroundings = { agreement: number | null; left: Side; right: Side }

/** Compares what stands around `[start, end)` of a folded text with a folded prefix and suffix. */
export function surroundingsOf(text: string, start: number, end: number, prefix: string, suffix: string): Surroundings {
  const before = prefix.slice(-SPAN)
  const behind = suffix.slice(0, SPAN)
  const left = sideOf(text.slice(Math.max(0, start - before.length - SLACK), start + SLACK / 2), before)
  const right = sideOf(text.slice(Math.max(0, end - SLACK / 2), end + behind.length + SLACK), behind)
  const length = left.length + right.length
  if (length < SLACK) return { agreement: null, left, right }
  const share = 1 - (left.errors + right.errors) / length
  return { agreement: Math.min(1, Math.max(0, (share - CHANCE) / (SAME - CHANCE))), left, right }
}

/** How many units need a change. */
function sideOf(place: string, wanted: string): Side {
  const { length } = wanted
  if (length === 0 || place.includes(wanted)) return { length, errors: 0 }
  const most = Math.ceil(length * (1 - CHANCE))
  let errors = most
  for (const match of search(place, wanted, most)) if (match.errors < errors) errors = match.errors
  return { length, errors }
}

/** How many units stand the same directly before `start` and behind `end`: a cheap first look. */
export function adjoining(text: string, start: number, end: number, prefix: string, suffix: string): number {
  let left = 0
  while (left < SPAN && left < prefix.length && text[start - 1 - left] === prefix[prefix.length - 1 - left]) left++
  let right = 0
  while (right < SPAN && right < suffix.length && text[end + right] === suffix[right]) right++
  return left + right
}
