import { toldDifference } from '../text/meaning-change.ts'
import { noteMarkEnd } from '../text/note-mark.ts'
import { type FoldedText, foldedForQuotes } from '../text/searchable.ts'
import { isInside } from '../text/word-boundary.ts'
import { surroundingsOf } from './context.ts'
import { isTelling } from './rank.ts'
import type { AnchorSearch } from './search.ts'
import { isWithdrawn } from './withdrawal.ts'

/** Where the parts of a quote are, in order; folded units. */
export type Parts = { start: number; end: number; how: 'elided' | 'parted' }

/** What a quote leaves out, or puts in as its editor's words: "[…]", "(...)", "…", "[the attack]". */
const OMISSION = /\s*(?:\[[^[\]\n]{1,80}\]|\((?:…|\.{3})\)|…|\.{3,4})\s*/gu
/** How much may be between two parts of a quote that says it leaves something out, and where it puts a word in. */
const ELIDED = 2_000
const PUT_IN = 120
/** A part by itself says too little; of two, one is longer. */
const SHORTEST = 6
const LONG_ENOUGH = 12

/**
 * What may have been put into a quote, in folded units: words of a sentence, in all a share of the quote; sentences
 * between two of it; whole lines between two of it.
 */
const WORDS_MOST = 40
const WORDS_SHARE = 0.4
const WORDS_LEAST = 16
const SENTENCES_MOST = 160
const LINES_MOST = 400
const GAPS_MOST = 3
/** The shortest quote that is known by its words with others between: in its surroundings, in unknown, and in others. */
const TELLING = { same: 24, unknown: 40, other: 60 }
/** How much of whole lines may be between two of its own then. */
const LINES = { same: 3 * LINES_MOST, unknown: 80, other: 0 }
/** The shortest piece of one. */
const PIECE = 8
const STARTS_MOST = 64
const LONGEST = 4_000

/**
 * Finds the parts of a quote that leaves something out by "[…]" or puts its editor's words in brackets: all of them, in
 * this order, within a bounded distance. Null for a quote that says no such thing.
 */
export function elidedPlace(within: FoldedText, quote: string): Parts | null {
  const parts: { words: string; most: number }[] = []
  let from = 0
  let most = ELIDED
  // "killed.[7] The" leaves nothing out: that is the mark of a note.
  const marks = [...quote.matchAll(OMISSION)].filter(({ 0: mark, index }) => {
    const bracket = mark.indexOf('[')
    return bracket < 0 || noteMarkEnd(quote, index + bracket) < 0
  })
  if (marks.length === 0) return null
  for (const { 0: mark, index } of [...marks, { 0: '', index: quote.length }]) {
    const words = bare(quote.slice(from, index))
    if (words !== '') parts.push({ words, most })
    most = /…|\.{3}/u.test(mark) ? ELIDED : PUT_IN
    from = index + mark.length
  }
  const isTelling = parts.every(({ words, most }, at) => words.length >= (at > 0 && most === PUT_IN ? 1 : SHORTEST))
  return isTelling && parts.some(({ words }) => words.length >= LONG_ENOUGH) ? inOrder(within, parts) : null
}

const bare = (words: string) =>
  foldedForQuotes(words)
    .folded.replace(/^[\s"'.,;:-]+|[\s"'.,;:-]+$/gu, '')
    .trim()

function inOrder(within: FoldedText, parts: readonly { words: string; most: number }[]): Parts | null {
  const [first, ...rest] = parts
  if (!first) return null
  for (const start of startsOf(within.folded, first.words)) {
    let end = start + first.words.length
    const isWhole = rest.every(({ words, most }) => {
      const at = wholeAt(within.folded, words, end, end + most)
      // Another word in brackets, where the quote has one, is what the page itself put in.
      if (at < 0 || (most === PUT_IN && within.folded.slice(end, at).includes('['))) return false
      end = at + words.length
      return !isWithdrawn(within.text, within.from[at] ?? 0, within.to[end - 1] ?? 0)
    })
    if (isWhole) return { start, end, how: 'elided' }
  }
  return null
}

/**
 * Finds all words of a quote in their order with others put between: a word or a few within a sentence, or whole lines
 * (a teaser, a running head with its number) between two lines. Words put into a sentence that state a number or a
 * denial make it another statement, and are not passed over.
 */
export function partedPlace(within: FoldedText, { pattern, prefix, suffix }: AnchorSearch): Parts | null {
  if (pattern.length < TELLING.same || pattern.length > LONGEST) return null
  const head = pieceOf(pattern, 0)
  if (head === null) return null
  for (const start of startsOf(within.folded, head)) {
    const run = followed(within, pattern, start)
    if (run === null) continue
    const { end, lines } = run
    const { agreement, left, right } = surroundingsOf(within.folded, start, end, prefix, suffix)
    const known = agreement === null ? 'unknown' : isTelling(left) || isTelling(right) ? 'same' : 'other'
    if (pattern.length >= TELLING[known] && lines <= LINES[known]) return { start, end, how: 'parted' }
  }
  return null
}

/** The beginning of what is left of a pattern, to the end of a word: long enough to be looked for. */
function pieceOf(pattern: string, from: number): string | null {
  const rest = pattern.slice(from)
  if (rest.length < PIECE) return null
  const end = rest.indexOf(' ', PIECE)
  return end < 0 ? rest : rest.slice(0, end)
}

function followed(within: FoldedText, pattern: string, start: number): { end: number; lines: number } | null {
  const { folded } = within
  let [at, done, lines] = [start, 0, 0]
  let room = Math.max(WORDS_LEAST, WORDS_SHARE * pattern.length)
  for (let gaps = 0; gaps <= GAPS_MOST; gaps++) {
    let same = 0
    while (done + same < pattern.length && folded[at + same] === pattern[done + same]) same++
    if (done + same === pattern.length) {
      return gaps > 0 && !isInside(folded, at + same) ? { end: at + same, lines } : null
    }
    // Back to the last whole word.
    const space = pattern.lastIndexOf(' ', done + same)
    if (space < done) return null
    at += space - done
    done = space + 1
    const next = pieceOf(pattern, done)
    const gap = next === null ? null : gapTo(within, at, next, room)
    // A line that is repeated is one line twice, not two with another between.
    if (gap === null || pattern.startsWith(pattern.slice(done))) return null
    at = gap.to
    room -= gap.words
    lines += gap.lines
  }
  return null
}

/** Where the next piece goes on behind a gap: whole lines, whole sentences behind one, or a few words. */
function gapTo(
  within: FoldedText,
  at: number,
  next: string,
  room: number,
): { to: number; words: number; lines: number } | null {
  const { folded, text, from, to } = within
  const found = wholeAt(folded, next, at, at + LINES_MOST)
  const length = found - at
  if (found < 0 || length < 2) return null
  const raw = text.slice(to[at - 1] ?? 0, from[found] ?? 0)
  if (/^[\s"'”’»)]*\n/u.test(raw) && /\n\s*$/u.test(raw)) return { to: found, words: 0, lines: length }
  if (raw.includes('\n')) return null
  const more = toldDifference('x', `x ${raw}`)
  if (more === 'number' || more === 'negation') return null
  const isSentence = /[.!?]["'”’»)]*\s*$/u.test(raw)
  if (isSentence)
    return /[.!?]["')]*\s?$/u.test(folded.slice(Math.max(0, at - 8), at)) && length <= SENTENCES_MOST
      ? { to: found, words: 0, lines: 0 }
      : null
  const isWithin = length <= Math.min(WORDS_MOST, room) && !/[.!?]["'”’»)]*\s/u.test(raw)
  return isWithin ? { to: found, words: length, lines: 0 } : null
}

function startsOf(folded: string, words: string): number[] {
  const starts: number[] = []
  let at = wholeAt(folded, words, 0, folded.length)
  while (at >= 0 && starts.length < STARTS_MOST) {
    starts.push(at)
    at = wholeAt(folded, words, at + 1, folded.length)
  }
  return starts
}

/** Where words are, as whole words, beginning in `[from, to]`; -1 where they are not. */
function wholeAt(folded: string, words: string, from: number, to: number): number {
  const within = folded.slice(0, Math.min(folded.length, to + words.length))
  for (let at = within.indexOf(words, from); at >= 0; at = within.indexOf(words, at + 1))
    if (!isInside(folded, at) && !isInside(folded, at + words.length)) return at
  return -1
}
