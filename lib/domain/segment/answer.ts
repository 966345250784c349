import type { Place } from './place.ts'

/** What "No." numbers: a figure, a Roman number, a letter with a figure, a single letter that ends there. */
const DESIGNATION = /^["“(]?(?:\p{N}|[IVXLC]+(?![\p{L}’'])|\p{L}\.|\p{Lu}[-–]?\p{N}|\p{Lu}(?=[,;)]))/u
/** "I" with what it did; "No. I of the series" is a number. */
const PRONOUN = /^I\s(?!(?:of|in|on|above|below|and|or|to)\s)\p{Ll}/u
/** All that was said is "No.", perhaps behind who says it. */
const ALONE = /^\s*["“„«‘']?(?:\p{Lu}[\p{L}\p{M}. ]{0,30}:\s*["“„«‘']?)?no\.$/iu
const LABELLED = /:\s*["“„«‘']?no\.$/iu
const ASKED = /[?？]["”’»)\]]*\s*$/u

/** Whether "No." is an answer, so that a sentence ends behind it, or "number". */
export function answersNo({ text, from, at, left, right }: Place): boolean {
  if (PRONOUN.test(right)) return true
  if (!DESIGNATION.test(right)) return true
  if (/^["“(]?\P{N}/u.test(right)) return false
  const said = text.slice(Math.max(from, at.stop - 48), at.stop)
  if (!ALONE.test(said)) return false
  return LABELLED.test(left) || ASKED.test(text.slice(Math.max(0, from - 4), from))
}
