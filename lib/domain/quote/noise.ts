import { isNumber, wordChanges } from '../text/meaning-change.ts'
import { foldedWord, type WordCounts } from '../text/searchable.ts'

/** A word in a word's place that is so many times rarer is its misreading: "thc" for "the" in a badly read text. */
const RARER = 8
/** The share of letters of a word that may be misread, and of a name or another word with a capital. */
const MISREAD = 0.5
const NAME_MISREAD = 0.3

/** A single letter that a text has so often is a word of it ("a", "и"); another may be what is left of one. */
const FREQUENT = 20

const SOFT_HYPHEN = '\u00ad'

/**
 * How many of the differences between two readings of a passage are more than misread letters: another number, a word
 * lost or put in, a word that the text uses elsewhere too, or one too unlike. Bad readings yield letters that make no
 * word; someone who changes a passage writes words. What is a word, the text itself says (the idea of noisy-channel
 * spelling correction: Kernighan, Church and Gale, 1990, with the text for a lexicon).
 */
export function unexplained(quote: string, passage: string, counts: WordCounts): number {
  let count = 0
  for (const { gone, come } of wordChanges(quote, passage.replaceAll(SOFT_HYPHEN, ''))) {
    if (isChanged(gone, come, counts)) count += Math.max(gone.length, come.length)
  }
  return count
}

function isChanged(gone: readonly string[], come: readonly string[], counts: WordCounts): boolean {
  const [old, now] = [foldedWord(gone.join('')), foldedWord(come.join(''))]
  if (old === now) return false
  if (old === '' || now === '' || hasOtherNumber(gone, come)) return true
  if (gone.length > 1 && gone.length === come.length)
    return gone.some((word, at) => isChanged([word], come.slice(at, at + 1), counts))
  const isName = gone.length === 1 && /(?:^|[-‐‑])\p{Lu}/u.test(gone[0] ?? '')
  if (!isLike(old, now, isName ? NAME_MISREAD : MISREAD)) return true
  return come.some((word) => isOwnWord(foldedWord(word), gone.map(foldedWord), counts))
}

/** Where both sides have digits, they are the same; where one has, it is in a word that was misread. */
function hasOtherNumber(gone: readonly string[], come: readonly string[]): boolean {
  const [old, now] = [gone, come].map((list) => list.join(' ').replace(/\P{N}/gu, ''))
  // A digit misread as a letter may have been any digit.
  if (old !== '' && now !== '') return old !== now || come.some(isMixed) !== gone.some(isMixed)
  return gone.some(isNumber) || come.some(isNumber)
}

const isMixed = (word: string) => /\p{N}/u.test(word) && /\p{L}/u.test(word)

/** Whether a word is one that the text uses, and not a frequent misreading of one it stands in for. */
function isOwnWord(word: string, gone: readonly string[], counts: WordCounts): boolean {
  const often = counts.get(word) ?? 0
  if (often < (word.length < 2 ? FREQUENT : 2) || gone.includes(word)) return false
  return !gone.some((old) => (counts.get(old) ?? 0) >= often * RARER && isLike(old, word, MISREAD))
}

function isLike(a: string, b: string, share: number): boolean {
  return distance(a, b) <= Math.max(1, Math.floor(share * Math.max(a.length, b.length)))
}

/** Edits between two short words (Levenshtein, 1965). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let up = 1; up <= a.length; up++) {
    const next = [up]
    for (let at = 1; at <= b.length; at++) {
      const across = (row[at - 1] ?? 0) + (a[up - 1] === b[at - 1] ? 0 : 1)
      next.push(Math.min(across, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
