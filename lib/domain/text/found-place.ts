import { plainLetters } from './plain-letters.ts'

/** A text as it is searched, and the place in the text of each of its letters; one more for the end. */
type Findable = { letters: string; places: number[] }

const SAME: [RegExp, string][] = [
  [/[‘’ʼ`´]/u, "'"],
  [/[“”„«»]/u, '"'],
  [/[‐‑‒–—−]/u, '-'],
]

/** A mark between the thousands of a number ("200,000", "200 000"). */
const THOUSANDS = /(?<=\d)[,.'’\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/gu

/** What each letter is searched as: an article has few different ones, and is searched with every key. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000

function asSearched(letter: string): string {
  const before = known.get(letter)
  if (before !== undefined) return before
  const plain = /\s/u.test(letter) ? ' ' : (SAME.find(([like]) => like.test(letter))?.[1] ?? plainLetters(letter))
  if (known.size < MOST_KNOWN) known.set(letter, plain)
  return plain
}

function findable(text: string): Findable {
  const between = new Set([...text.matchAll(THOUSANDS)].map(({ index }) => index))
  const places: number[] = []
  let letters = ''
  let at = 0
  for (const letter of text) {
    const plain = asSearched(letter)
    const isMore = plain === ' ' && letters.endsWith(' ')
    if (!isMore && !between.has(at)) {
      letters += plain
      for (let unit = 0; unit < plain.length; unit++) places.push(at)
    }
    at += letter.length
  }
  return { letters, places: [...places, text.length] }
}

/**
 * Where a text has what someone searches for, without minding case, accents, the kind of quotation marks and dashes, how
 * thousands are set off, and white space. In order, none inside another. Linear in the text.
 */
export function foundPlaces(text: string, search: string): { start: number; end: number }[] {
  const wanted = findable(search.trim()).letters
  if (wanted === '') return []
  const { letters, places } = findable(text)
  const found: { start: number; end: number }[] = []
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + wanted.length)) {
    const last = places[at + wanted.length - 1] ?? 0
    const start = places[at] ?? 0
    // What belongs to the last letter, as its accents do, is part of it.
    let next = at + wanted.length
    while (places[next] === last) next++
    const end = places[next] ?? text.length
    found.push({ start, end: text.slice(start, end).trimEnd().length + start })
  }
  return found
}

/** Whether a text has what someone searches for. */
export function isFound(text: string, search: string): boolean {
  const wanted = findable(search.trim()).letters
  return wanted === '' || findable(text).letters.includes(wanted)
}
