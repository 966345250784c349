import type { Line } from './line.ts'

export type PageLines = { lines: Line[]; height: number }

/** The part of the page at its head and foot where running heads and numbers are. */
const MARGIN = 0.12
const LONGEST = 90
/** On so many pages something at the same height is a running head. */
const PAGES = 2
/** A page's own number, alone on its line: "17", "– 17 –", "xiv", "Page 3 of 9", "3/9". */
const NUMBER =
  /^[\s–—|·•-]*(?:(?:page|p\.|seite|s\.|página|pág\.|strona|str\.|стр\.|страница|сторінка|старонка|с\.)\s*)?(?:\p{Nd}{1,4}|[ivxlc]{1,7})(?:\s*(?:of|von|de|sur|z|из|з|\/)\s*\p{Nd}{1,4})?[\s–—|·•-]*$/iu

/**
 * Leaves out what is on every page and is not its text: running heads and feet, and page numbers. Known by where
 * they are: apart from the text, at the same height on several pages, and alike there, or smaller than the text. What is
 * all that a page has stays.
 */
export function withoutRunningHeads(pages: readonly PageLines[]): Line[][] {
  const usual = usualHeight(pages)
  const seen = new Map<string, { pages: number; words: Map<string, number> }>()
  const edges = pages.map((page) => edgeLines(page))
  for (const lines of edges)
    for (const line of lines) {
      const place = seen.get(placeOf(line)) ?? { pages: 0, words: new Map() }
      place.pages++
      place.words.set(bare(line.words), (place.words.get(bare(line.words)) ?? 0) + 1)
      seen.set(placeOf(line), place)
    }
  const isRunning = (line: Line) => {
    if (NUMBER.test(line.words)) return true
    const place = seen.get(placeOf(line))
    if (!place || place.pages < PAGES) return false
    return (place.words.get(bare(line.words)) ?? 0) >= PAGES || line.height <= 0.92 * usual
  }
  return pages.map(({ lines }, nth) => {
    const running = new Set(edges[nth]?.filter(isRunning))
    return running.size < lines.length ? lines.filter((line) => !running.has(line)) : lines
  })
}

/** Of the lines nearest to the head and the foot of a page, those that are in its margin and apart from the text. */
function edgeLines({ lines, height }: PageLines): Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  const edge = (ordered: readonly Line[], isMargin: (line: Line) => boolean) => {
    const found: Line[] = []
    for (const [at, line] of ordered.entries()) {
      if (found.length >= 2 || !isMargin(line) || line.words.length > LONGEST) break
      const next = ordered[at + 1]
      const gap = next ? Math.abs(line.y - next.y) : Number.POSITIVE_INFINITY
      if (gap > 1.6 * Math.max(line.height, next?.height ?? 0)) return [...found, line]
      found.push(line)
    }
    return []
  }
  return [
    ...edge(byHeight, ({ y }) => y > (1 - MARGIN) * height),
    ...edge([...byHeight].reverse(), ({ y }) => y < MARGIN * height),
  ]
}

const placeOf = ({ y, height }: Line) => `${Math.round(y / 3)} ${Math.round(height)}`
const bare = (words: string) =>
  words
    .replace(/\p{Nd}+/gu, '#')
    .trim()
    .toLowerCase()

/** The height of most letters of a document. */
function usualHeight(pages: readonly PageLines[]): number {
  const letters = new Map<number, number>()
  for (const { lines } of pages)
    for (const { height, words } of lines) letters.set(height, (letters.get(height) ?? 0) + words.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
