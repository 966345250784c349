import { raisedMark } from '../page/raised-mark.ts'
import { isRightToLeft, plainLetters, readFromRight } from './direction.ts'
import type { Run } from './run.ts'

/** What is set together on one base line: a line of a column, or a cell. Points; `x` to `end` from the left. */
export type Chunk = { x: number; end: number; y: number; height: number; words: string }

/** A line of text; `cells` counts the parts that are far apart on it. */
export type Line = Chunk & { cells: number }

/**
 * Farther apart than this, in heights of their letters, two runs may be of two columns; and than this, of two cells, if
 * not of columns.
 */
const APART = 1
const CELLS = 2
/** From this gap on there is a space between two runs. */
const SPACE = 0.15
/** How far off the base line, and how much smaller, a raised mark is. */
const RAISED = { least: 0.12, most: 0.75, size: 0.82 }

/** Runs that are set together, in the order of the file. */
export function chunksOf(runs: readonly Run[]): Chunk[] {
  const groups: Run[][] = []
  let open: Run[] | null = null
  let tallest: Run | null = null
  for (const run of runs) {
    const last: Run | undefined = open?.at(-1)
    if (open && tallest && last && isTogether(tallest, last, run)) {
      open.push(run)
      if (run.height > tallest.height) tallest = run
    } else {
      open = [run]
      tallest = run
      groups.push(open)
    }
    if (run.hasEOL) open = null
  }
  return groups.map(chunkOf).filter(({ words }) => words.trim() !== '')
}

function isTogether(tallest: Run, last: Run, run: Run): boolean {
  const height = Math.max(tallest.height, run.height) || 10
  if (Math.abs(tallest.y - run.y) > 0.5 * height) return false
  const gap = Math.max(run.x - (last.x + last.width), last.x - (run.x + run.width))
  return gap <= APART * height
}

function chunkOf(runs: readonly Run[]): Chunk {
  const { y, height } = tallestOf(runs)
  // Not spread into arguments: a hostile page has more runs than a call takes.
  const x = runs.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY)
  const end = runs.reduce((most, run) => Math.max(most, run.x + run.width), Number.NEGATIVE_INFINITY)
  const isRtl = isRightToLeft(runs)
  const words = isRtl ? plainLetters(joined(readFromRight(runs), height, true)) : joined(runs, height, false)
  return { x, end, y, height, words }
}

function tallestOf(runs: readonly Run[]): Run {
  return runs.reduce((tallest, run) => (run.height > tallest.height ? run : tallest))
}

function joined(runs: readonly Run[], height: number, isRtl: boolean): string {
  const base = tallestOf(runs).y
  let words = ''
  let last = ''
  let before: Run | null = null
  for (const run of runs) {
    const mark = isRaised(run, base, height) ? raisedMark(run.str) : null
    if (before && mark === null && isSpaced(before, run, height) && !/\s$/.test(last) && !/^\s/.test(run.str))
      words += ' '
    last = mark ?? run.str
    words += last
    before = run
  }
  return words

  function isSpaced(one: Run, next: Run, size: number): boolean {
    const gap = isRtl && next.x < one.x ? one.x - (next.x + next.width) : next.x - (one.x + one.width)
    return (!isRtl && one.spaced) || gap > SPACE * (size || 10)
  }
}

function isRaised(run: Run, base: number, height: number): boolean {
  const off = run.y - base
  return run.height <= RAISED.size * height && off >= RAISED.least * height && off <= RAISED.most * height
}

/** Chunks to lines: those on one base line that follow each other are one line. */
export function linesOf(chunks: readonly Chunk[]): Line[] {
  const lines: Line[] = []
  for (const chunk of chunks) {
    const last = lines.at(-1)
    if (last && Math.abs(last.y - chunk.y) <= 0.3 * (Math.max(last.height, chunk.height) || 10)) {
      const gap = Math.max(chunk.x - last.end, last.x - chunk.end)
      if (gap > CELLS * (Math.max(last.height, chunk.height) || 10)) last.cells += 1
      last.words += ` ${chunk.words.trimStart()}`
      last.height = Math.max(last.height, chunk.height)
      last.x = Math.min(last.x, chunk.x)
      last.end = Math.max(last.end, chunk.end)
    } else lines.push({ ...chunk, cells: 1 })
  }
  return lines
}
