import { abbreviationClass, isOrdinaryWord } from './segment-abbreviation.ts'
import type { AbbreviationClass } from './segment-abbreviation-table.ts'
import type { Place } from './segment-place.ts'
import { frontsCircumstance, opensSentence } from './segment-starter.ts'

const CLOCK_TAIL =
  /^(?:[ECMP]\.?[SD]\.?T\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|utc|gmt|est|edt|cet|cest|eet|msk|pst|pdt|eastern|local|moscow|minsk|kyiv)\b|^[СЗ]ША(?!\p{L})/iu
/** How long a circumstance of time in front of a sentence may be, in UTF-16 units and in words. */
const FRONT = 80
const FRONT_WORDS = 7
/** Languages that write "3." for "third" before a noun with a capital. */
const ORDINALS = new Set(['de', 'lb', 'nds', 'gsw', 'bar'])
const GERMAN_MONTH = /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jh|Jahrh|Jänn)/u
const DETERMINED =
  /(?:^|\s)(?:am|im|der|die|das|dem|den|des|zum|zur|vom|beim|ein|eine|einen|einem|einer|eines|und|bis|jede[rnms]?|dessen|deren|sein|seine[nmrs]?|ihr|ihre[nmrs]?)\s+\d{1,2}\.$/iu
/** A word too long for an abbreviation: where the segmenter took marks for a quotation, it still ends a sentence. */
const PLAIN_WORD = /^(?:[\p{Ll}\p{M}]{7,}|[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]{3,})$/u
const UNCASED = /^[\p{Script=Hebrew}\p{Script=Arabic}]/u
const FIRST_WORD = /^["'“”„‘«»‹([{¿¡—–\s-]*([\p{L}\p{M}’']+)/u

/**
 * Whether the full stop of a place ends a sentence: abbreviations, initials, ordinals and dates say no. A capital
 * letter, a digit or a letter of a script without capitals follows it.
 */
export function fullStopBreaks(place: Place): boolean {
  const { at, left, right, language } = place
  const last = lastWord(left)
  if (isOrdinaryWord(last, language) && !/^\p{N}/u.test(right)) return true
  const kind = abbreviationOf(left, language)
  if (kind) return abbreviationBreaks(place, kind)
  if (isInitial(last)) return opensWith(right, language)
  if (ORDINALS.has(language) && /(?:^|\s)\d{1,2}\.$/u.test(left)) return !isOrdinal(place)
  if (at.voted || at.closed > at.stop || at.end > at.closed || opensWith(right, language)) return true
  return PLAIN_WORD.test(last) || (UNCASED.test(right) && /\p{N}$/u.test(last))
}

function abbreviationBreaks(place: Place, kind: AbbreviationClass): boolean {
  const { at, left, right, language } = place
  const opens = kind !== 'never' && opensWith(right, language)
  switch (kind) {
    case 'never':
      return false
    case 'numbered':
      if (/^(?:\p{N}|[IVXLC]+\b|\p{L}\.)/u.test(right)) return false
      return opens || (!isInitial(lastWord(left)) && (at.voted || at.closed > at.stop))
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

/** Whether the sentence behind would begin with a word that usually opens one; "В." of "А. В. Иванов" is no word. */
export function opensWith(right: string, language: string): boolean {
  const match = FIRST_WORD.exec(right)
  const word = match?.[1] ?? ''
  if (!/^\p{Lu}/u.test(word) || right[match?.[0].length ?? 0] === '.') return false
  return opensSentence(word, language)
}

/** Whether all a sentence has said so far may be a time: "At 5 p.m.", "У 2020 г.". */
function isFront({ text, from, at }: Place): boolean {
  if (at.stop - from > FRONT) return false
  const words = text.slice(from, at.stop).trim().split(/\s+/u)
  return words.length <= FRONT_WORDS && frontsCircumstance(words[0] ?? '')
}

/** Whether "3." is an ordinal of a language that capitalises its nouns: "am 3. Mai", "im 19. Jahrhundert". */
function isOrdinal({ left, right, language }: Place): boolean {
  return GERMAN_MONTH.test(right) || (DETERMINED.test(left) && !opensWith(right, language))
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
