import { folded, type SearchableText } from '../text/searchable.ts'

/** The most places told of words looked for; beyond it there are too many to step through. */
export const PLACE_LIMIT = 500

/**
 * Where words stand in a text, in order: style of quotation marks, dashes, case and runs of white space aside, inside
 * words too. Places don't overlap. None for words of white space alone. Linear in the length of the text.
 */
export function placesOf(within: SearchableText, sought: string): { start: number; end: number }[] {
  const wanted = folded(sought)
  const places: { start: number; end: number }[] = []
  if (wanted === '') return places
  let at = within.folded.indexOf(wanted)
  while (at >= 0 && places.length < PLACE_LIMIT) {
    const last = at + wanted.length
    places.push({ start: within.from[at] ?? 0, end: within.to[last - 1] ?? 0 })
    at = within.folded.indexOf(wanted, last)
  }
  return places
}
