import { tidy } from './readable-assembly'

/** A run of letters as a PDF sets it: where it begins and how large it is, in points from the foot of the page. */
export type SetRun = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

type Line = { y: number; height: number; end: number; words: string }

/**
 * Lines of one page to paragraphs: a gap clearly wider than the one before, a jump up (the next column) or another
 * size of letters begins a new one. A word hyphenated over two lines stays as it is set, with a space for the break:
 * whether its hyphen belongs to it isn't known, and finding a quote allows for it.
 */
export function pdfParagraphs(runs: readonly SetRun[]): string[] {
  const paragraphs: string[] = []
  let words: string[] = []
  let before: Line | null = null
  let usual: number | null = null
  for (const line of linesOf(runs)) {
    const gap: number | null = before ? before.y - line.y : null
    if (before && gap !== null && isBreak(before, line, gap, usual)) {
      paragraphs.push(words.join(' '))
      words = []
      usual = null
    } else if (gap !== null && gap > 0) usual ??= gap
    words.push(line.words)
    before = line
  }
  paragraphs.push(words.join(' '))
  return paragraphs.map(tidy).filter((paragraph) => paragraph !== '')
}

function isBreak(before: Line, line: Line, gap: number, usual: number | null): boolean {
  const height = Math.max(before.height, line.height) || 10
  if (Math.abs(before.height - line.height) > 0.2 * height) return true
  if (gap < -0.5 * height) return true
  return gap > (usual === null ? 1.7 * height : Math.max(1.25 * usual, usual + 2))
}

/** Runs on one base line; a space is put where two of them stand apart and neither has one. */
function linesOf(runs: readonly SetRun[]): Line[] {
  const lines: Line[] = []
  let open: Line | null = null
  for (const { str, transform, width, height, hasEOL } of runs) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0]
    if (open && str !== '' && Math.abs(open.y - y) > 0.5 * (open.height || height || 10)) open = null
    if (str !== '' && !open) {
      open = { y, height, end: x, words: '' }
      lines.push(open)
    }
    if (open && str !== '') {
      const isApart = x - open.end > 0.15 * (height || 10) && !/\s$/.test(open.words) && !/^\s/.test(str)
      open.words += open.words !== '' && isApart ? ` ${str}` : str
      open.height = Math.max(open.height, height)
      open.end = x + width
    }
    if (hasEOL) open = null
  }
  return lines.filter(({ words }) => words.trim() !== '')
}
