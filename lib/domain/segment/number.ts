import { looksAbbreviated } from './abbreviation.ts'
import { opensWith } from './opening.ts'
import type { Place } from './place.ts'

/** Languages that write "3." for "third" before a noun with a capital. */
const ORDINALS = new Set(['de', 'lb', 'nds', 'gsw', 'bar'])
const GERMAN_MONTH = /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jh|Jahrh|Jänn)/u
const DETERMINED =
  /(?:^|\s)(?:am|im|der|die|das|dem|den|des|zum|zur|vom|beim|ein|eine|einen|einem|einer|eines|und|bis|jede[rnms]?|dessen|deren|sein|seine[nmrs]?|ihr|ihre[nmrs]?)\s+(?:\d{1,2}\.\s?[-–]\s?)?\d{1,2}\.$/iu
const DAY = /(?:^|[^\p{L}\p{N}.,])\d{1,2}\.$/u
const DAY_AND_MONTH = /(?:^|[^\p{L}\p{N}])\d{1,2}\.\s?(?:\d{1,2}|[IVX]{1,4})\.$/u
const MONTH_AND_YEAR = /^(?:\d{1,2}|[IVX]{1,4})\.\s?\d{2,4}(?!\d)/u
const YEAR = /^\d{4}(?!\d)/u
/** What only a year and its era may follow. */
const NUMBERED_MONTH = /^\d{1,2}\.(?=\s|$)/u

/**
 * Whether the full stop belongs to a date in numbers or to an ordinal ("12. 3. 1992", "am 3. Mai", "im 19. Jahrhundert"):
 * then no sentence ends here.
 */
export function isDateOrOrdinal({ left, right, language }: Place): boolean {
  if (DAY.test(left) && MONTH_AND_YEAR.test(right)) return true
  if (DAY_AND_MONTH.test(left)) return YEAR.test(right)
  if (!ORDINALS.has(language) || !/(?:^|[\s–-])\d{1,2}\.$/u.test(left)) return false
  if (GERMAN_MONTH.test(right)) return true
  return DETERMINED.test(left) && (NUMBERED_MONTH.test(right) || !opensWith(right, language))
}

/** Whether the text ends with a number of a language that writes ordinals so, and not as a part of a date. */
export function endsInOrdinal({ left, language }: Place): boolean {
  return ORDINALS.has(language) && /(?:^|\s)\d{1,2}\.$/u.test(left)
}

/** Languages in which a word that looks like one is one, so that a figure behind it begins a sentence. */
const FIGURED = new Set('en de nl fr es it pt sv da nb no nn af ca gl lb'.split(' '))
/** Of those, the ones whose sentences often end in a short word ("Das Dach stürzte ein."). */
const SHORT = new Set(['de', 'nl', 'lb', 'af', 'en'])
const WORD = /^\p{L}\p{Ll}+$/u
const LONG_WORD = /^\p{L}\p{Ll}{3,}$/u
const YEAR_ALONE = /^\d{4}$/u
/** A figure and what is counted, or what it did: "31 Personen", "1992 wurde". */
const COUNTS =
  /^\p{N}+(?:[.,\u00a0]\p{N}+)*(?:\s?%|\s(?!(?:of|and|or|to|und|oder|bis|des|der|et|ou|à|du|de|y|o|del|e|al|della|en|van|och|og|til)\s)\p{L}{2,})/u

/** Whether a figure behind a plain word begins a sentence: "Das Dach stürzte ein. 1992 wurde …". */
export function figureBreaks(last: string, { right, language }: Place): boolean {
  if (YEAR_ALONE.test(last)) return FIGURED.has(language) && COUNTS.test(right)
  return (
    FIGURED.has(language) &&
    (SHORT.has(language) ? WORD : LONG_WORD).test(last) &&
    !looksAbbreviated(last, language) &&
    COUNTS.test(right)
  )
}

/** A figure as references have it: "subch. 4, part 2", "reg. 7(b)". */
const REFERRED = /^\p{N}+[a-z]?(?:\(\w|[,;](?=\s))/u

/** Whether a figure behind a short word that no one listed is what the word numbers. */
export function isReference(last: string, { right, language }: Place): boolean {
  return FIGURED.has(language) && last.length < 7 && REFERRED.test(right)
}
