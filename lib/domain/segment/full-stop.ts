import { abbreviationClass, isOrdinaryWord, looksAbbreviated } from './abbreviation.ts'
import type { AbbreviationClass } from './abbreviation-table.ts'
import { answersNo } from './answer.ts'
import { endsInOrdinal, figureBreaks, isDateOrOrdinal, isReference } from './number.ts'
import { isFront, opensWith } from './opening.ts'
import type { Place } from './place.ts'

const CLOCK_TAIL =
  /^(?:[ECMP]\.?[SD]\.?T\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|utc|gmt|est|edt|cet|cest|eet|msk|pst|pdt|eastern|local|moscow|minsk|kyiv)\b|^[СЗ]ША(?!\p{L})/iu
/** Words that take up a new thought, behind which "i.e." cannot go on. */
const NEW_THOUGHT = /^(?:But|However|He|She|It|They|We|Yet|Then|There|And|So)\b/u
/** A street, which a sentence may end with, where the same letters before a name are a title: "5 Park Dr. She …". */
const STREET = /(?:\p{Lu}[\p{L}’'-]+|\d(?:st|nd|rd|th))\s(?:St|Dr|Ct|Pl|Sq|Ave|Blvd|Rd|Ln)\.$/u
/** Initials of an institution, not of a person: "del C. C. Vive". */
const INSTITUTION = /\s(?:del|el|al|do|ao|dal)\s(?:\p{Lu}\.\s?){2,}$/u
const ROMANCE = new Set(['es', 'it', 'pt', 'ca', 'gl'])
/** Written short in the middle: "Int'l.", "Ass'n.", "Att'y." */
const CLIPPED = /\p{L}{2}['’][lny]\.$/u
/** Goes on: a dash, or a number in brackets ("et al. [2004]"). */
const GOES_ON = /^(?:[-–—]\s|[([]\p{N})/u
/** A word too long for an abbreviation: where the segmenter took marks for a quotation, it still ends a sentence. */
const PLAIN_WORD = /^(?:[\p{Ll}\p{M}]{7,}|[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]{3,})$/u
const UNCASED = /^[\p{Script=Hebrew}\p{Script=Arabic}]/u
/**
 * Whether the full stop of a place ends a sentence: abbreviations, initials, ordinals and dates say no. A capital
 * letter, a digit or a letter of a script without capitals follows it.
 */
export function fullStopBreaks(place: Place): boolean {
  const { at, left, right, language } = place
  const last = lastWord(left)
  if (!isDigit(right.charCodeAt(0)) && isOrdinaryWord(last, language)) return true
  if (ROMANCE.has(language) && INSTITUTION.test(left)) return /^["“«¿¡]?\p{Lu}/u.test(right)
  const kind = abbreviationOf(left, language)
  if (kind) return abbreviationBreaks(place, kind, last)
  if (isInitial(last)) return opensWith(right, language)
  if (isDigit(last.charCodeAt(last.length - 1))) {
    if (isDateOrOrdinal(place)) return false
    if (endsInOrdinal(place)) return true
  }
  if (looksAbbreviated(last, language) && at.closed === at.stop) return opensWith(right, language)
  if (CLIPPED.test(left)) return opensWith(right, language)
  if (isDigit(right.charCodeAt(0))) {
    if (isReference(last, place)) return false
    if (figureBreaks(last, place)) return true
  }
  if (at.voted || at.closed > at.stop || at.end > at.closed || opensWith(right, language)) return true
  return PLAIN_WORD.test(last) || (UNCASED.test(right) && /\p{N}$/u.test(last))
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function abbreviationBreaks(place: Place, kind: AbbreviationClass, last: string): boolean {
  const { at, left, right, language } = place
  if (GOES_ON.test(right)) return false
  if (kind === 'numbered' && last.toLowerCase() === 'no') return answersNo(place)
  if (kind === 'never') return STREET.test(left) && opensWith(right, language)
  const opens = opensWith(right, language)
  switch (kind) {
    case 'inner':
      return NEW_THOUGHT.test(right)
    case 'dated':
      return !(/^\p{N}/u.test(right) || isFront(place) || /(?:^|\s)the \p{L}+\.$/iu.test(left))
    case 'numbered':
      if (/^(?:\p{N}|[IVXLC]+\b|\p{L}\.)/u.test(right)) return false
      return opens || (!isInitial(last) && (at.voted || at.closed > at.stop))
    // Behind "2020 г.", "XX ст.", "5 руб." a sentence may end; without a number before, "г. Мінск" goes on.
    case 'counted':
      if (!/(?:\p{N}|(?<!\p{L})[IVXLCІХ]+)\.?\s*\p{L}+\.$/u.test(left) || /^\p{N}/u.test(right)) return false
      return opens || !isFront(place)
    case 'either':
      return opens
    case 'closing':
      if (/^\p{N}/u.test(right) || CLOCK_TAIL.test(right)) return false
      return opens || !/\p{N}\.?\s*[\p{L}.-]+$/u.test(left) || !isFront(place)
  }
}

/** "A." in "A. B. Smith": one capital letter, alone, or a single letter of a script without capitals ("א. ב."). */
function isInitial(last: string): boolean {
  if (last.length > 3 && !/[.-]/.test(last)) return false
  return /(?:^|[.-])(?:\p{Lu}\p{M}*|[\p{Script=Hebrew}\p{Script=Arabic}])$/u.test(last)
}

/** The word before the last full stop, with inner full stops and hyphens. */
function lastWord(left: string): string {
  const stop = left.length - 1
  return left.slice(partStart(left, stop), stop)
}

/** Whether the text ends with an abbreviation we know. */
export function isAbbreviated(left: string, language: string): boolean {
  return abbreviationOf(left, language) !== undefined
}

/** The class of the abbreviation the text ends with; two and three parts count before one ("т. д." before "д."). */
function abbreviationOf(left: string, language: string): AbbreviationClass | undefined {
  const stop = left.length - 1
  const last = partStart(left, stop)
  // A part before counts only if it is short and ends in a full stop ("т. ", "z.\u00a0").
  const middle = dottedPart(left, last)
  const first = dottedPart(left, middle)
  return (
    (first < middle ? abbreviationClass(left.slice(first, stop), language) : undefined) ??
    (middle < last ? abbreviationClass(left.slice(middle, stop), language) : undefined) ??
    abbreviationClass(left.slice(last, stop), language)
  )
}

/** Where a part that ends in a full stop and a space before `at` begins; `at` itself if there is none. */
function dottedPart(left: string, at: number): number {
  const space = left[at - 1]
  return left[at - 2] === '.' && (space === ' ' || space === '\u00a0') ? partStart(left, at - 2) : at
}

const BREAKS = ' \t\n\r\u00a0\u2009\u202f\u3000("“„«‘’\'[{,;:/'

/** Where the run of letters, marks, full stops and hyphens that ends at `end` begins; at most 16 units back. */
function partStart(left: string, end: number): number {
  let start = end
  while (start > 0 && end - start < 16) {
    const unit = left.charCodeAt(start - 1)
    const plain = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x370 && unit < 0x2000) || (unit >= 0x41 && unit <= 0x5a)
    if (!plain && BREAKS.includes(left[start - 1] ?? ' ')) break
    start--
  }
  return start
}
