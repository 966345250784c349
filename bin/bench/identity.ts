import type { LabelledPair } from './identity/labelled-pair.ts'
import { HOLDOUT_PAIRS, LABELLED_PAIRS } from './identity/labelled-pairs.ts'
import { type PairScore, scorePair, sharesOf, sumOf } from './identity-score.ts'

/**
 * How well claim identity is told, by category and overall, with every miss: over the pairs that the algorithm was made
 * to get right, and apart from them over those held out.
 */
export async function measureIdentity(json: boolean): Promise<void> {
  const tuned = await measured(LABELLED_PAIRS)
  const holdout = await measured(HOLDOUT_PAIRS)
  if (json) {
    console.log(JSON.stringify({ ...tuned, holdout }))
    return
  }
  print('labelled pairs', tuned)
  print('holdout', holdout)
}

async function measured(pairs: readonly LabelledPair[]) {
  const scores: PairScore[] = []
  for (const pair of pairs) scores.push(await scorePair(pair))
  const categories = new Map<string, PairScore[]>()
  for (const score of scores)
    categories.set(score.pair.category, [...(categories.get(score.pair.category) ?? []), score])
  const rows = [...categories, ['overall', scores] as const].map(([category, own]) => {
    const tally = sumOf(own.map((score) => score.tally))
    return { category, pairs: own.length, ...tally, ...sharesOf(tally) }
  })
  return { categories: rows, misses: scores.flatMap((score) => score.misses) }
}

function print(title: string, { categories, misses }: Awaited<ReturnType<typeof measured>>): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  const width = Math.max(...categories.map(({ category }) => category.length))
  console.log(`\n${title.padEnd(width)} pairs  links  precision    recall  outcomes`)
  for (const { category, pairs, wanted, precision, recall, outcomes } of categories) {
    const counts = `${String(pairs).padStart(5)} ${String(wanted).padStart(6)}`
    console.log(`${category.padEnd(width)} ${counts}   ${percent(precision)}  ${percent(recall)}  ${percent(outcomes)}`)
  }
  for (const { pair, what, detail } of misses) console.log(`\n${what} in “${pair}”:\n  ${detail}`)
}
