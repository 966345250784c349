import type { Evidence } from './evidence.ts'
import type { Grouping } from './group.ts'
import { partingScore, partingsOf } from './parting.ts'
import type { Terms } from './term.ts'

/** The claims of either text that lie between two claims already found; ascending. */
export type Gap = { before: readonly number[]; after: readonly number[] }

/** How many pairs of claims a gap may have to be searched for the best alignment as a whole. */
export const GAP_PAIRS = 3_000

/** How alike two claims must be to be one: in a gap of several, and where one stands exactly in the other's place. */
const ENOUGH = 0.33
const ENOUGH_IN_PLACE = 0.24
/** The same for a claim and its parts. */
const ENOUGH_IN_PARTS = 0.5

/** What the same words are worth beside their weight, so that words which weigh nothing are paired too. */
const SAME = 0.1
const SAME_AND_NAMED = 0.15

type Bead = { before: number; after: number; value: number }

/**
 * Pairs the claims of a gap in order: the alignment with the highest sum of what each of its beads is worth. A bead is
 * one claim and one, one and several, several and one; what is in no bead is left free.
 *
 * (Gale and Church, "A program for aligning sentences in bilingual corpora", 1993, with shared words for lengths.)
 * Costs the pairs of the gap times MOST_PARTS, at most.
 */
export function alignGap(gap: Gap, evidence: Evidence, grouping: Grouping, enough = ENOUGH): void {
  const [rows, columns] = [gap.before.length, gap.after.length]
  if (rows === 0 || columns === 0) return
  const width = columns + 1
  /** The best sum for what stands from row and column on; the bead it begins with. */
  const best = new Float64Array((rows + 1) * width)
  const chosen: (Bead | undefined)[] = new Array((rows + 1) * width).fill(undefined)
  const at = (row: number, column: number) => best[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      let sum = Math.max(at(row + 1, column), at(row, column + 1))
      for (const bead of beads(gap, row, column, evidence, enough)) {
        const with_ = bead.value + at(row + bead.before, column + bead.after)
        if (with_ < sum) continue
        sum = with_
        chosen[row * width + column] = bead
      }
      best[row * width + column] = sum
    }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const bead = chosen[row * width + column]
    if (bead) {
      grouping.join(gap.before.slice(row, row + bead.before), gap.after.slice(column, column + bead.after))
      row += bead.before
      column += bead.after
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
}

/** Pairs the one claim of a gap and the other, with nothing else free between their neighbours: less is enough. */
export function alignAlone(gap: Gap, evidence: Evidence, grouping: Grouping): void {
  if (gap.before.length === 1 && gap.after.length === 1) alignGap(gap, evidence, grouping, ENOUGH_IN_PLACE)
}

function* beads(gap: Gap, row: number, column: number, evidence: Evidence, enough: number): Generator<Bead> {
  const [from, to] = [gap.before[row] ?? 0, gap.after[column] ?? 0]
  const { before, after } = evidence.terms
  const [old, now] = [before[from], after[to]]
  if (!old || !now) return
  const score = evidence.pairScore(from, to)
  const over = score - enough
  if (score === 1) yield { before: 1, after: 1, value: old.weight + (evidence.named(from, to) ? SAME_AND_NAMED : SAME) }
  else if (over > 0) yield { before: 1, after: 1, value: (over * (old.weight + now.weight)) / 2 }
  if (score === 0 || score === 1) return
  const news = (at: number) => (evidence.divisible(from, at) ? after[at] : undefined)
  const olds = (at: number) => (evidence.divisible(at, to) ? before[at] : undefined)
  for (const [count, value] of partings(old, gap.after, column, news)) yield { before: 1, after: count, value }
  for (const [count, value] of partings(now, gap.before, row, olds)) yield { before: count, after: 1, value }
}

/** How many parts from `start` on make up a whole, and what that is worth. */
function* partings(
  whole: Terms,
  indexes: readonly number[],
  start: number,
  partAt: (index: number) => Terms | undefined,
): Generator<[number, number]> {
  for (const { count, parted } of partingsOf(whole, (nth) => partAt(indexes[start + nth] ?? -1))) {
    const score = partingScore(whole, parted)
    if (score > ENOUGH_IN_PARTS) yield [count, ((score - ENOUGH) * (whole.weight + parted.spread)) / 2]
  }
}
