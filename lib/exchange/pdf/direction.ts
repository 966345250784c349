import type { Run } from './run.ts'

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LTR = /[\p{L}\p{N}]/u
const PRESENTATION = /[\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+/gu

/** Whether most letters of some runs are of a script that goes from right to left. */
export function isRightToLeft(runs: readonly Run[]): boolean {
  let [right, left] = [0, 0]
  for (const { str } of runs) {
    if (RTL.test(str)) right += str.length
    else if (/\p{L}/u.test(str)) left += str.length
  }
  return right > left
}

/**
 * The runs of a line that goes from right to left, in the order they are read: from the right, but numbers and words of
 * other scripts among them from the left (the order of UAX #9, for what is already in its place on the line).
 */
export function readFromRight(runs: readonly Run[]): Run[] {
  const fromRight = [...runs].sort((a, b) => b.x - a.x)
  const ordered: Run[] = []
  let island: Run[] = []
  for (const run of fromRight) {
    const isOther = !RTL.test(run.str) && LTR.test(run.str)
    const isBetween = island.length > 0 && !RTL.test(run.str) && /^[.,:/%-]+$/u.test(run.str)
    if (isOther || isBetween) island.unshift(run)
    else {
      for (const other of island) ordered.push(other)
      ordered.push(run)
      island = []
    }
  }
  return [...ordered, ...island]
}

/** Letters of an Arabic or Hebrew text in place of the shapes they are set in. */
export function plainLetters(text: string): string {
  return text.replace(PRESENTATION, (shapes) => shapes.normalize('NFKC'))
}
