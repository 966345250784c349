import { type Cover, coverRuns } from './cover'

/** A run of a wording as it is shown: covered by some citation or by none, and by the citation somebody looks at. */
export type ShownRun = { start: number; text: string; covered: boolean; looked: boolean }

/**
 * A wording cut wherever what covers it changes; joined, the runs are the wording again. Words alone are uncovered:
 * marks and spaces between them are never said to lack a citation. No run is empty.
 * @param covers of all citations that stand for this wording
 * @param looked those of the citation that is pointed at; none where nobody points
 */
export function shownRuns(text: string, covers: readonly Cover[], looked: readonly Cover[]): ShownRun[] {
  const [all, one] = [edges(text, covers), edges(text, looked)]
  const cuts = [...new Set([...all, ...one].map(({ end }) => end))].sort((a, b) => a - b)
  let start = 0
  return cuts.map((end) => {
    const at = start
    start = end
    return { start: at, text: text.slice(at, end), covered: isCovered(all, at), looked: isCovered(one, at) }
  })
}

type Edge = { start: number; end: number; covered: boolean }

function edges(text: string, covers: readonly Cover[]): Edge[] {
  let at = 0
  return coverRuns(text, covers).map((run) => {
    const start = at
    at += run.text.length
    return { start, end: at, covered: run.covered }
  })
}

function isCovered(runs: readonly Edge[], at: number): boolean {
  return runs.find(({ start, end }) => start <= at && at < end)?.covered ?? false
}
