import type { Chunk } from './line.ts'

/** The least of a page that is looked at for columns, and of a column (chunks). */
const CHUNKS = 6
const COLUMN = 3
/** The share of chunks that may go over the space between two columns: titles, and what is set across. */
const ACROSS = 0.2
/** The least width of that space, in points and in heights of letters. */
const WIDTH = 6
const WIDTH_SHARE = 0.7
/** The lines of a column are prose: so many letters and words, in the middle of them. A table has less in its cells. */
const LETTERS = 14
const WORDS = 3
const DEEPEST = 4
/** The share of lines of prose that begin in the middle of a sentence, at least. */
const RUNS_ON = 0.3

/**
 * The chunks of a page in the order they are read. Where prose is set in columns, column by column, from one line that
 * goes across to the next, also in a file that writes it row by row (the idea is that of the XY-cut: Nagy and Seth,
 * "Hierarchical representation of optically scanned documents", 1984). Where there are none, in the order of the file.
 */
export function inReadingOrder(chunks: readonly Chunk[], depth = 0): Chunk[] {
  const gutter = depth < DEEPEST && chunks.length >= CHUNKS ? gutterOf(chunks) : null
  if (gutter === null) return depth === 0 ? [...chunks] : downwards(chunks)
  const isAcross = ({ x, end }: Chunk) => x < gutter && end > gutter
  const ordered: Chunk[] = []
  let rest = chunks.filter((chunk) => !isAcross(chunk))
  const put = (band: readonly Chunk[]) => {
    const sides = [band.filter(({ end }) => end <= gutter), band.filter(({ end }) => end > gutter)]
    for (const side of sides) for (const chunk of inReadingOrder(side, depth + 1)) ordered.push(chunk)
  }
  for (const across of downwards(chunks.filter(isAcross))) {
    put(rest.filter(({ y }) => y > across.y))
    rest = rest.filter(({ y }) => y <= across.y)
    ordered.push(across)
  }
  put(rest)
  return ordered
}

function downwards(chunks: readonly Chunk[]): Chunk[] {
  return [...chunks].sort((a, b) => (Math.abs(a.y - b.y) > 0.3 * (a.height || 10) ? b.y - a.y : a.x - b.x))
}

/** Where the space between two columns of prose is; null where there is none. */
function gutterOf(chunks: readonly Chunk[]): number | null {
  const height = median(chunks.map((chunk) => chunk.height)) || 10
  const most = Math.floor(ACROSS * chunks.length)
  const edges = chunks.flatMap(({ x, end }) => [
    { at: x, step: 1 },
    { at: end, step: -1 },
  ])
  edges.sort((a, b) => a.at - b.at || a.step - b.step)
  let [covered, best, fewest] = [0, null as number | null, most + 1]
  for (const [nth, { at, step }] of edges.entries()) {
    covered += step
    const next = edges[nth + 1]
    if (!next || covered >= fewest || next.at - at < Math.max(WIDTH, WIDTH_SHARE * height)) continue
    const middle = (at + next.at) / 2
    if (!isBetweenColumns(chunks, middle)) continue
    best = middle
    fewest = covered
  }
  return best
}

function isBetweenColumns(chunks: readonly Chunk[], at: number): boolean {
  const [left, right] = [chunks.filter(({ end }) => end <= at), chunks.filter(({ x }) => x >= at)]
  if (left.length < COLUMN || right.length < COLUMN || !isProse(left) || !isProse(right)) return false
  const [low, high] = [Math.max(lowest(left), lowest(right)), Math.min(highest(left), highest(right))]
  const shorter = Math.min(highest(left) - lowest(left), highest(right) - lowest(right))
  return high - low >= 0.5 * shorter
}

const lowest = (chunks: readonly Chunk[]) =>
  chunks.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY)
const highest = (chunks: readonly Chunk[]) =>
  chunks.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY)

function isProse(chunks: readonly Chunk[]): boolean {
  return (
    median(chunks.map(({ words }) => words.trim().length)) >= LETTERS &&
    median(chunks.map(({ words }) => words.trim().split(/\s+/).length)) >= WORDS &&
    runsOn(downwards(chunks))
  )
}

/** Whether lines go on where the one above ends: most begin with a small letter, in scripts that have such. */
function runsOn(chunks: readonly Chunk[]): boolean {
  const cased = chunks.slice(1).filter(({ words }) => /^\P{L}*(?:\p{Lu}|\p{Ll}|\p{N})/u.test(words))
  const small = cased.filter(({ words }) => /^\P{L}*\p{Ll}/u.test(words))
  return small.length >= RUNS_ON * cased.length
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
