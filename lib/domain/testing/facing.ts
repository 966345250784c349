import { evidenceOf } from '../reconcile/evidence.ts'
import { type Group, Grouping } from '../reconcile/group.ts'
import { termsOf } from '../reconcile/term.ts'
import { situation } from './situation.ts'

/** Two texts, claim by claim and written as in a situation, with what one step of reconciliation is given. */
export function facing(olds: readonly string[], news: readonly string[]) {
  const { before, after } = situation([
    ...olds.map((text): ['-', string] => ['-', text]),
    ...news.map((text): ['*', string] => ['*', text]),
  ])
  const terms = termsOf(before, after)
  return {
    before,
    after,
    terms,
    evidence: evidenceOf(before, after, terms),
    grouping: new Grouping(olds.length, news.length),
  }
}

/** Groups in words that compare: "0,1 → 2". */
export function shown(groups: readonly Group[]): string[] {
  return groups.map(({ before, after }) => `${before} → ${after}`).sort()
}
