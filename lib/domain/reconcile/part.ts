import { RareWords } from './candidate.ts'
import type { Evidence } from './evidence.ts'
import type { Grouping } from './group.ts'
import { parting, partingScore, withPart } from './parting.ts'
import { similarity } from './similarity.ts'
import type { Terms } from './term.ts'

/** By how much a claim must be told better by one more part. */
const BETTER = 0.08
/** How well it must be told by its parts, where they were not found side by side. */
const ENOUGH_APART = 0.6
/** What a part must weigh to be known as one where it was not found beside the others. */
const LEAST_WEIGHT = 1.5

/**
 * Gives what is still free to groups of which it is a part: a claim that was split or merged, where one part went
 * elsewhere or stood behind a border that could not be crossed.
 */
export function adoptParts(evidence: Evidence, grouping: Grouping): void {
  const { before, after } = evidence.terms
  const adopt = (
    free: readonly number[],
    wholes: readonly Terms[],
    parts: readonly Terms[],
    groupOf: (whole: number) => { whole: readonly number[]; parts: readonly number[] } | undefined,
    divisible: (whole: number, part: number) => boolean,
    join: (whole: number, parts: number[]) => void,
  ) => {
    if (free.length === 0) return
    const taken = wholes.flatMap((_, at) => (groupOf(at) ? [at] : []))
    const index = new RareWords(taken, wholes)
    for (const at of free) {
      const part = parts[at]
      if (!part || part.weight < LEAST_WEIGHT) continue
      for (const candidate of index.find(part)) {
        const [group, whole] = [groupOf(candidate), wholes[candidate]]
        if (!group || !whole || group.whole.length !== 1 || !divisible(candidate, at)) continue
        const together = [...group.parts, at].sort((a, b) => a - b)
        if (!tellsBetter(whole, group.parts, together, parts)) continue
        join(candidate, together)
        break
      }
    }
  }
  adopt(
    grouping.freeAfter(),
    before,
    after,
    (at) => {
      const group = grouping.ofBefore[at]
      return group && { whole: group.before, parts: group.after }
    },
    evidence.divisible,
    (whole, parts) => grouping.join([whole], parts),
  )
  adopt(
    grouping.freeBefore(),
    after,
    before,
    (at) => {
      const group = grouping.ofAfter[at]
      return group && { whole: group.after, parts: group.before }
    },
    (whole, part) => evidence.divisible(part, whole),
    (whole, parts) => grouping.join(parts, [whole]),
  )
}

function tellsBetter(whole: Terms, now: readonly number[], more: readonly number[], terms: readonly Terms[]): boolean {
  const [one] = now
  const sole = now.length === 1 && one !== undefined ? terms[one] : undefined
  const score = scoreOf(whole, more, terms)
  const today = sole ? similarity(whole, sole) : scoreOf(whole, now, terms)
  return score >= ENOUGH_APART && score >= today + BETTER
}

function scoreOf(whole: Terms, indexes: readonly number[], terms: readonly Terms[]): number {
  let parted = parting(whole)
  for (const at of indexes) {
    const part = terms[at]
    const next = part && withPart(whole, parted, part)
    if (!next) return 0
    parted = next
  }
  return partingScore(whole, parted)
}
