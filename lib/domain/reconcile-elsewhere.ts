import { RareWords } from './reconcile-candidate'
import type { Evidence } from './reconcile-evidence'
import type { Grouping } from './reconcile-group'

/** How alike claims must be that do not stand in each other's place, and what a neighbour they have in common allows. */
const ENOUGH_ELSEWHERE = 0.55
const NEIGHBOUR = 0.1
/** How much two claims must have in common to be one: a word or two prove nothing across a text. */
const SHARED_WEIGHT = 1.5

type Pair = { from: number; to: number; score: number; rank: number }

/**
 * Pairs what is left over across the whole text, the surest first: claims that moved and were reworded, and copies whose
 * place does not tell them apart. Of equally alike ones, those win whose neighbours are one too, then the nearest.
 */
export function pairElsewhere(evidence: Evidence, grouping: Grouping): void {
  const { before, after } = evidence.terms
  const index = new RareWords(grouping.freeAfter(), after)
  const pairs: Pair[] = []
  for (const from of grouping.freeBefore()) {
    const old = before[from]
    if (!old) continue
    for (const to of index.find(old)) {
      const score = evidence.pairScore(from, to)
      const context = neighbours(grouping, from, to)
      const enough = score === 1 || score * Math.min(old.weight, after[to]?.weight ?? 0) >= SHARED_WEIGHT
      if (!enough || score < ENOUGH_ELSEWHERE - NEIGHBOUR * context) continue
      pairs.push({ from, to, score, rank: score + NEIGHBOUR * context })
    }
  }
  pairs.sort((a, b) => b.rank - a.rank || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from)
  for (const { from, to } of pairs) if (!grouping.ofBefore[from] && !grouping.ofAfter[to]) grouping.join([from], [to])
}

/** How many of the two claims' neighbours (before and behind) are in one group. */
function neighbours(grouping: Grouping, from: number, to: number): number {
  const together = (step: number) => {
    const group = grouping.ofBefore[from + step]
    return group !== undefined && group === grouping.ofAfter[to + step] ? 1 : 0
  }
  return together(-1) + together(1)
}
