import { toldDifference } from '../text/meaning-change.ts'
import { sameSubstance } from '../text/substance.ts'
import type { Found } from './anchor.ts'

/** What became of a quote in a newer snapshot. */
export type QuoteFate = 'says_so' | 'reworded' | 'gone'

const LABELS: Record<QuoteFate, string> = {
  says_so: 'The page says so',
  reworded: 'The page words it differently',
  gone: 'The page no longer says this',
}

/**
 * The same of a quote as it is recorded. A quote typed by hand that no snapshot had is not known to have been there: that
 * the page "no longer" says it would be untrue of the source.
 */
export function fateLabel({ fate, neverFound }: { fate: QuoteFate; neverFound?: boolean }): string {
  return fate === 'gone' && neverFound === true ? 'Not found in this snapshot' : LABELS[fate]
}

/** "1 source no longer says this": of a claim's citations that stand, those whose quote or source is gone. */
export function lostWords(lost: number): string {
  return lost === 1 ? '1 source no longer says this' : `${lost} sources no longer say this`
}

/**
 * What became of a quote, from the place found for it in `text`.
 *
 * - `says_so`: its own words, style of quotation marks, dashes, case, spaces, marks of notes and the way a number is
 *   written aside; of a quote that leaves something out, all its parts.
 * - `reworded`: other words that a reader may judge at a glance, or its own with others between, or a number whose comma
 *   became a stop.
 * - `gone`: nothing was found, or the words are there only to be taken back or denied, or what was found states another number, is denied where it was not, or names someone
 *   or something else. A page that says 15 where the quote says 12 no longer says this: to call that a rewording would
 *   let the gravest change pass for the slightest. The place is known all the same, so that the difference can be
 *   shown. A false "gone" costs a look; a missed one costs the truth.
 */
export function fateOf(found: Found | null, exact: string, text: string): QuoteFate {
  if (!found) return 'gone'
  if (found.how === 'elided') return 'says_so'
  if (found.how === 'exact') return sameSeparators(exact, text.slice(found.start, found.end)) ? 'says_so' : 'reworded'
  if (found.how === 'parted') return 'reworded'
  if (found.how === 'withdrawn') return 'gone'
  const passage = text.slice(found.start, found.end)
  if (sameSubstance(exact, passage)) return 'says_so'
  const difference = toldDifference(exact, passage)
  return difference === null || difference === 'word' ? 'reworded' : 'gone'
}

/** Three digits behind one stop or comma: thousands in one country and a fraction in another. */
const SEPARATED = /(?<![\p{Nd}.,])\p{Nd}{1,3}([.,])\p{Nd}{3}(?![\p{Nd}]|[.,]\p{Nd})/gu

/** Whether no number has a comma where the other has a stop ("1.234", "1,234"): which of the two it is, a reader must say. */
function sameSeparators(exact: string, passage: string): boolean {
  if (exact === passage) return true
  const [old, now] = [exact, passage].map((words) => [...words.matchAll(SEPARATED)]) as [
    RegExpExecArray[],
    RegExpExecArray[],
  ]
  const digits = ([number = '']: RegExpExecArray) => number.replace(/[.,]/u, '')
  return old.every((one) => now.every((other) => digits(one) !== digits(other) || one[1] === other[1]))
}
