import { tidy } from '../page/readable-assembly.ts'
import { inReadingOrder } from './column.ts'
import { joinLines, type Lexicon, lexiconOf } from './hyphen.ts'
import { chunksOf, type Line, linesOf } from './line.ts'
import { type SetRun, uprightRuns } from './run.ts'

/**
 * The lines of one page in the order they are read.
 * @param view how the page is turned to be shown; null: as it is
 */
export function pdfLines(runs: readonly SetRun[], view: readonly number[] | null = null): Line[] {
  return uprightRuns(runs, view).flatMap((group) => linesOf(inReadingOrder(chunksOf(group))))
}

/**
 * Lines of one page to paragraphs: a gap clearly wider than the one before, a jump up (the next column) or another size
 * of letters begins a new one, and so does each line of cells. A sentence that runs on in the next column is one.
 */
export function pdfParagraphs(
  lines: readonly Line[],
  lexicon: Lexicon = lexiconOf(lines.map(({ words }) => words)),
): string[] {
  const paragraphs: string[] = []
  let words = ''
  let before: Line | null = null
  let usual: number | null = null
  for (const line of lines) {
    const gap: number | null = before ? before.y - line.y : null
    if (before && gap !== null && isBreak(before, line, gap, usual)) {
      paragraphs.push(words)
      words = ''
      usual = null
    } else if (gap !== null && gap > 0) usual ??= gap
    words = words === '' ? line.words : joinLines(words, line.words, lexicon)
    before = line
  }
  paragraphs.push(words)
  return paragraphs.map(tidy).filter((paragraph) => paragraph !== '')
}

function isBreak(before: Line, line: Line, gap: number, usual: number | null): boolean {
  const height = Math.max(before.height, line.height) || 10
  if (before.cells > 1 || line.cells > 1) return true
  if (Math.abs(before.height - line.height) > 0.2 * height) return true
  if (gap < -0.5 * height) return !runsOn(before.words, line.words)
  return gap > (usual === null ? 1.7 * height : Math.max(1.25 * usual, usual + 2))
}

/** Whether a sentence begun in one column goes on in the next. */
function runsOn(before: string, behind: string): boolean {
  return /[\p{L}\p{N},;–—-]\s*$/u.test(before) && /^\s*["'“«(]?\p{Ll}/u.test(behind) && before.trim().length > 20
}
