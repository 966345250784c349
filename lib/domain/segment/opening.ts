import type { Place } from './place.ts'
import { frontsCircumstance, opensSentence } from './sentence-opener.ts'

/** How long a circumstance of time in front of a sentence may be, in UTF-16 units and in words. */
const FRONT = 80
const FRONT_WORDS = 7
const FIRST_WORD = /^["'“”„‘’«»‹›([{¿¡—–\s-]*([\p{L}\p{M}’']+)/u

/** Whether the sentence behind would begin with a word that usually opens one; "В." of "А. В. Иванов" is an initial. */
export function opensWith(right: string, language: string): boolean {
  const match = FIRST_WORD.exec(right)
  const word = match?.[1] ?? ''
  if (!/^\p{Lu}/u.test(word) || (word.length < 3 && right[match?.[0].length ?? 0] === '.')) return false
  return opensSentence(word, language)
}

/** Whether all a sentence has said so far may be a time: "At 5 p.m.", "У 2020 г.". */
export function isFront({ text, from, at }: Place): boolean {
  if (at.stop - from > FRONT) return false
  const words = text.slice(from, at.stop).trim().split(/\s+/u)
  return words.length <= FRONT_WORDS && frontsCircumstance(words[0] ?? '')
}
