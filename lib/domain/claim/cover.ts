import { type Word, words } from '../text/word.ts'
import { tokenDiff } from '../text/word-diff.ts'

/** A run of a claim's wording that a citation covers: whole words, `exact` is `[start, end)` of it in UTF-16 units. */
export type Cover = { start: number; end: number; exact: string }

export type CoverRange = { start: number; end: number }

/**
 * The covers that a selection marks: every word that a range touches, whole; in order, runs with no word between them
 * joined. Ranges that touch no word are left out, and what lies outside the text is cut off.
 */
export function coversOf(text: string, ranges: readonly CoverRange[]): Cover[] {
  const own = ranges.filter(({ start, end }) => start < end)
  return runsOf(text, words(text), (word) => own.some(({ start, end }) => start < word.end && end > word.start))
}

/**
 * How many words of a wording its citations cover together. A cover whose words do not stand where it says is of
 * another wording and covers nothing. `uncovered` are the runs of the other words, in order.
 */
export function wordsCovered(
  text: string,
  covers: readonly Cover[],
): { covered: number; total: number; uncovered: CoverRange[] } {
  const all = words(text)
  const own = covers.filter((cover) => standsIn(text, cover))
  const isCovered = (word: Word) => own.some(({ start, end }) => start <= word.start && end >= word.end)
  const uncovered = runsOf(text, all, (word) => !isCovered(word))
  return {
    covered: all.filter(isCovered).length,
    total: all.length,
    uncovered: uncovered.map(({ start, end }) => ({ start, end })),
  }
}

/**
 * The covers of a wording taken over to a newer one: words that stayed stay covered, changed and new words are not.
 * What stayed is what the word diff says; beyond that diff's bounds, what stands between the first and the last change
 * counts as changed.
 */
export function carryCovers(from: string, to: string, covers: readonly Cover[]): Cover[] {
  const own = covers.filter((cover) => standsIn(from, cover))
  const kept: CoverRange[] = []
  let [at, now] = [0, 0]
  for (const { kind, text } of tokenDiff(from, to)) {
    if (kind === 'same') {
      for (const { start, end } of own) {
        const [first, last] = [Math.max(start, at), Math.min(end, at + text.length)]
        if (first < last) kept.push({ start: first - at + now, end: last - at + now })
      }
    }
    if (kind !== 'added') at += text.length
    if (kind !== 'removed') now += text.length
  }
  // A word of the new wording is covered only where the whole of it stayed.
  return runsOf(to, words(to), (word) => kept.some(({ start, end }) => start <= word.start && end >= word.end))
}

/** The wording in runs to be shown, covered or not; joined they are the wording again. No run is empty. */
export function coverRuns(text: string, covers: readonly Cover[]): { text: string; covered: boolean }[] {
  const own = covers.filter((cover) => standsIn(text, cover))
  const runs: { text: string; covered: boolean }[] = []
  let at = 0
  for (const { start, end } of coversOf(text, own)) {
    if (start > at) runs.push({ text: text.slice(at, start), covered: false })
    runs.push({ text: text.slice(start, end), covered: true })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at), covered: false })
  return runs
}

function standsIn(text: string, { start, end, exact }: Cover): boolean {
  return exact !== '' && end - start === exact.length && text.startsWith(exact, start)
}

function runsOf(text: string, all: readonly Word[], isIn: (word: Word) => boolean): Cover[] {
  const runs: CoverRange[] = []
  let open: CoverRange | null = null
  for (const word of all) {
    if (!isIn(word)) {
      open = null
    } else if (open) {
      open.end = word.end
    } else {
      open = { start: word.start, end: word.end }
      runs.push(open)
    }
  }
  return runs.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }))
}

/** Covers of a wording as they stand on the one that is there now: the same where only style differs, or nothing does. */
export function coversNow(madeFor: string, now: string, covers: readonly Cover[]): readonly Cover[] {
  return madeFor === now ? covers : carryCovers(madeFor, now, covers)
}
