import type { Grouping } from './group.ts'
import type { Piece } from './piece.ts'

/**
 * Pairs values of the infobox by their field: where a label has exactly one value on either side, they are one claim,
 * whatever they say ("Fatalities: 3" is still the claim about fatalities when it says 5).
 */
export function pairFields(before: readonly Piece[], after: readonly Piece[], grouping: Grouping): void {
  const olds = soleValues(before)
  const news = soleValues(after)
  for (const [label, from] of olds) {
    const to = news.get(label)
    if (from !== null && to !== undefined && to !== null) grouping.join([from], [to])
  }
}

/** Pairs headings over the same claim, whatever they say: the section was given another name. */
export function pairHeadings(before: readonly Piece[], after: readonly Piece[], grouping: Grouping): void {
  for (const from of grouping.freeBefore()) {
    if (before[from]?.kind !== 'heading') continue
    const next = grouping.ofBefore[from + 1]
    const to = (next?.after[0] ?? 0) - 1
    const isOver = next?.before[0] === from + 1 && before[from + 1]?.kind !== 'heading'
    if (isOver && after[to]?.kind === 'heading' && !grouping.ofAfter[to]) grouping.join([from], [to])
  }
}

/** The one value of each label, or null where it has several. */
function soleValues(pieces: readonly Piece[]): Map<string, number | null> {
  const values = new Map<string, number | null>()
  for (const [at, { label }] of pieces.entries()) {
    if (label !== undefined) values.set(label, values.has(label) ? null : at)
  }
  return values
}
