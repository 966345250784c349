import type { Said } from '../article/framing.ts'
import { nextSubstance } from '../claim/wording.ts'
import type { Plan } from './restructure.ts'

/** What a claim says, and the number that checks of it are compared with. */
export type Head = Said & { substance: number }

/**
 * The substance numbers that a plan's wordings get. A check is fresh only for the number it was made for, so the rule
 * errs towards another look:
 * - other words, or another label: one more; the same words set otherwise: as it was;
 * - a claim whose place changes what it says, as whoever recorded it said (`recheck`): one more;
 * - a claim that was split or took another in: one more, even where its words happen to be the same;
 * - a claim that comes back: one more than it last had, since no one looked at it meanwhile;
 * - a part of a split claim starts above what it inherits (1), a new claim at 1.
 * @param earlier the last substance of claims that are not in the article
 */
export function substancesOf(
  plan: Pick<Plan, 'reworded' | 'revived' | 'fresh' | 'split' | 'merged'>,
  heads: ReadonlyMap<number, Head>,
  earlier: ReadonlyMap<number, number>,
): Map<number, number> {
  const substances = new Map<number, number>()
  const regrouped = new Set([...plan.split, ...plan.merged].map(({ number }) => number))
  for (const { number, recheck, ...said } of plan.reworded) {
    const head = heads.get(number)
    if (!head) continue
    substances.set(number, recheck || regrouped.has(number) ? head.substance + 1 : nextSubstance(head, said))
  }
  for (const { number } of plan.merged) {
    const head = heads.get(number)
    if (head) substances.set(number, head.substance + 1)
  }
  for (const { number } of plan.revived) substances.set(number, (earlier.get(number) ?? 1) + 1)
  for (const { number, from } of plan.fresh) substances.set(number, from.length > 0 ? 2 : 1)
  return substances
}
