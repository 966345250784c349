import search from 'approx-string-match'

/** How much of what stands before and behind a quote is compared, in units of folded text: one machine word of Myers. */
const SPAN = 32
/** How far from the quote its surroundings may have moved. */
const SLACK = 8
/** Unrelated prose agrees in about half its letters, so that half is nothing. */
const CHANCE = 0.5

/**
 * How well what stands around `[start, end)` of a folded text agrees with a folded prefix and suffix: 0 not more than
 * by chance, 1 the same. A side counts by its length. Null where there is too little of either to tell.
 */
export function contextAgreement(
  text: string,
  start: number,
  end: number,
  prefix: string,
  suffix: string,
): number | null {
  const before = prefix.slice(-SPAN)
  const behind = suffix.slice(0, SPAN)
  const weight = before.length + behind.length
  if (weight < SLACK) return null
  const left = likeness(text.slice(Math.max(0, start - before.length - SLACK), start), before)
  const right = likeness(text.slice(end, end + behind.length + SLACK), behind)
  return (left * before.length + right * behind.length) / weight
}

function likeness(place: string, wanted: string): number {
  if (wanted === '') return 0
  if (place.includes(wanted)) return 1
  const most = Math.floor(wanted.length * (1 - CHANCE))
  const errors = Math.min(...search(place, wanted, most).map((match) => match.errors), most)
  return 1 - errors / wanted.length / (1 - CHANCE) < 0 ? 0 : 1 - errors / (wanted.length * (1 - CHANCE))
}

/** How many units stand the same directly before `start` and behind `end`: a cheap first look. */
export function adjoining(text: string, start: number, end: number, prefix: string, suffix: string): number {
  let left = 0
  while (left < SPAN && left < prefix.length && text[start - 1 - left] === prefix[prefix.length - 1 - left]) left++
  let right = 0
  while (right < SPAN && right < suffix.length && text[end + right] === suffix[right]) right++
  return left + right
}
