import { type Cover, coversOf, wordsCovered } from './cover.ts'

/**
 * A run of a wording as it is shown: words that no citation covers, and words that the one someone looks at covers. Marks
 * and spaces between uncovered words of a run belong to it; those at its edges do not.
 */
export type ShownRun = { start: number; text: string; uncovered: boolean; looked: boolean }

/**
 * A wording cut wherever what covers it changes; joined, the runs are the wording again. No run is empty.
 * @param covers of all citations that stand for this wording
 * @param looked those of the citation that is pointed at; none where no one points
 */
export function shownRuns(text: string, covers: readonly Cover[], looked: readonly Cover[]): ShownRun[] {
  const { uncovered } = wordsCovered(text, covers)
  const own = coversOf(
    text,
    looked.filter(({ start, exact }) => text.startsWith(exact, start)),
  )
  const cuts = [...new Set([0, text.length, ...[...uncovered, ...own].flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const isIn = (runs: readonly { start: number; end: number }[]) =>
      runs.some((run) => run.start <= start && run.end >= end)
    return { start, text: text.slice(start, end), uncovered: isIn(uncovered), looked: isIn(own) }
  })
}
