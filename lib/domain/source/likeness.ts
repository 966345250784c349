import { toldDifference } from '../text/meaning-change.ts'
import { folded } from '../text/searchable.ts'
import { words } from '../text/word.ts'
import type { Csl, PartialDate } from './source.ts'

/** What of a record tells whether it is the same as another when neither address nor number does. */
export type Described = Pick<Csl, 'title' | 'issued' | 'container-title'>

/** From here a source is offered as the one that is on the shelf already. */
export const SAME_FLOOR = 0.8

/** Titles of fewer words are common to many sources ("Statement", "Press release"). */
const TELLING_WORDS = 3
/** A title that goes on where the other ends is the same from so many words. */
const HEAD_WORDS = 5

/** A title in words alone: case, punctuation and style aside, parted by single spaces. */
export function titleKey(title: string): string {
  return words(folded(title))
    .map((word) => word.text)
    .join(' ')
}

/**
 * How likely two records describe one source, 0 to 1; the same both ways. By the title, once the name of the site is
 * taken off its end; then by date and container.
 *
 * Another number, denial, name or word in the title, or another year, makes it another source: a desk that is offered
 * the wrong one loses more than one that adds a source twice. A short title needs the same container or date besides.
 * Names in another transliteration are other words, and not the same.
 */
export function likelySame(a: Described, b: Described): number {
  const [one, other] = [bareTitle(a), bareTitle(b)]
  const [first, second] = [titleKey(one), titleKey(other)]
  if (first === '' || second === '') return 0
  const likeness = first === second ? 1 : titleLikeness(first, second, one, other)
  const date = sameDate(a.issued?.['date-parts'][0], b.issued?.['date-parts'][0])
  const place = samePlace(a['container-title'], b['container-title'])
  if (date === 'other year') return likeness * 0.6
  const isShort = Math.min(first.split(' ').length, second.split(' ').length) < TELLING_WORDS
  if (isShort && !(date === 'same' || (place && date !== 'other day'))) return likeness * 0.5
  // What appears under one title day by day is each day another.
  if (date === 'other day') return likeness * (place && first === second ? 0.75 : 0.9)
  return likeness
}

function titleLikeness(first: string, second: string, one: string, other: string): number {
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  const rest = long.slice(short.length)
  if (long.startsWith(`${short} `) && short.split(' ').length >= HEAD_WORDS && !/\p{N}/u.test(rest)) return 0.9
  const likeness = (shareOf(first.split(' '), second.split(' ')) + shareOf(trigrams(first), trigrams(second))) / 2
  return toldDifference(one, other) === null ? Math.max(likeness, 0.7) * 0.99 : likeness * 0.6
}

/** Twice what both have, of all (Dice, 1945). */
function shareOf(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [new Set(a), new Set(b)]
  return (2 * [...one].filter((part) => other.has(part)).length) / (one.size + other.size || 1)
}

function trigrams(text: string): string[] {
  const padded = `  ${text} `
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
}

/** Without the site's name behind a bar or a dash, where the record says that this is its name. */
function bareTitle({ title, 'container-title': container }: Described): string {
  const place = container === undefined ? '' : titleKey(container)
  const match = /^(.*\S)\s+[|–—·-]\s+([^|–—]+)$/u.exec(title.trim())
  return match?.[1] !== undefined && place !== '' && titleKey(match[2] ?? '') === place ? match[1] : title
}

function sameDate(a?: PartialDate, b?: PartialDate): 'same' | 'other year' | 'other day' | 'unknown' {
  if (!a || !b) return 'unknown'
  if (a[0] !== b[0]) return 'other year'
  const parts = Math.min(a.length, b.length)
  if (parts === 1) return 'unknown'
  return a.slice(0, parts).every((part, at) => part === b[at]) ? 'same' : 'other day'
}

function samePlace(a?: string, b?: string): boolean {
  return a !== undefined && b !== undefined && titleKey(a) !== '' && titleKey(a) === titleKey(b)
}
