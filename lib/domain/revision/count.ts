import type { Standing } from '../article/target.ts'
import { sameWords } from '../reconcile/decision.ts'
import { OUTCOMES, type Outcome } from '../reconcile/piece.ts'
import { atOnce } from '../text/step.ts'
import { comparing } from './comparison.ts'
import type { Plan } from './restructure.ts'

/** How many claims a recording kept, reworded, moved …; `returned`: came back after they had left the article. */
export type RevisionCounts = Record<Outcome | 'returned', number>

/** In the order in which they are named. */
export const COUNTED = ['reworded', 'new', 'returned', 'split', 'merged', 'moved', 'retired', 'kept'] as const

export const NO_COUNTS: RevisionCounts = {
  ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>),
  returned: 0,
}

/**
 * What recording a plan makes of an article's claims: the counts that the preview shows, that the revision keeps, and that
 * a comparison of the two revisions finds.
 */
export function countsOfPlan(standing: Standing, plan: Plan): RevisionCounts {
  return atOnce(counting(standing, plan))
}

/** The same with pauses. */
export function* counting(standing: Standing, plan: Plan): Generator<void, RevisionCounts> {
  const texts = new Map(standing.texts)
  for (const { number } of plan.ended) texts.delete(number)
  for (const { number, text } of [...plan.reworded, ...plan.revived, ...plan.fresh]) texts.set(number, text)
  const kinships = [
    ...plan.fresh.flatMap(({ number, from }) => from.map((ancestor) => ({ claim: number, ancestor }))),
    ...plan.merged.flatMap(({ number, others }) => others.map((ancestor) => ({ claim: number, ancestor }))),
  ]
  const back = new Set(plan.revived.map(({ number }) => number))
  const now = { layout: plan.layout, texts }
  const { counts } = yield* comparing(standing, now, kinships, (number) => back.has(number))
  return counts
}

/** What accepting wordings, and nothing else, changes. */
export function countsOfWordings(pairs: readonly { before: string; after: string }[]): RevisionCounts {
  return { ...NO_COUNTS, reworded: pairs.filter(({ before, after }) => !sameWords(before, after)).length }
}

const COUNT_WORDS: Record<keyof RevisionCounts, string> = {
  reworded: 'reworded',
  new: 'new',
  returned: 'returned',
  split: 'split',
  merged: 'merged',
  moved: 'moved',
  retired: 'retired',
  kept: 'unchanged',
}

/** "3 claims reworded, 1 split": what a revision changed; `unchanged` names what it left alone, too. */
export function countsInWords(counts: RevisionCounts, unchanged = false): string {
  const parts = COUNTED.filter((what) => counts[what] > 0 && (unchanged || what !== 'kept'))
  if (parts.every((what) => what === 'kept') && !unchanged) return 'formatting only'
  return parts
    .map((what, at) => {
      const claims = at === 0 ? (counts[what] === 1 ? ' claim' : ' claims') : ''
      return `${counts[what].toLocaleString('en')}${claims} ${COUNT_WORDS[what]}`
    })
    .join(', ')
}
