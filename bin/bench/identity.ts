import { LABELLED_PAIRS } from './identity/labelled-pairs.ts'
import { type PairScore, scorePair, sharesOf, sumOf } from './identity-score.ts'

/** How well claim identity is told, over the labelled pairs: by category and overall, with every miss. */
export async function measureIdentity(json: boolean): Promise<void> {
  const scores: PairScore[] = []
  for (const pair of LABELLED_PAIRS) scores.push(await scorePair(pair))
  const categories = new Map<string, PairScore[]>()
  for (const score of scores)
    categories.set(score.pair.category, [...(categories.get(score.pair.category) ?? []), score])
  const rows = [...categories, ['overall', scores] as const].map(([category, own]) => {
    const tally = sumOf(own.map((score) => score.tally))
    return { category, pairs: own.length, ...tally, ...sharesOf(tally) }
  })
  const misses = scores.flatMap((score) => score.misses)
  if (json) {
    console.log(JSON.stringify({ categories: rows, misses }))
    return
  }
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  console.log(`${'category'.padEnd(32)} pairs  links  precision    recall  outcomes`)
  for (const { category, pairs, wanted, precision, recall, outcomes } of rows) {
    const counts = `${String(pairs).padStart(5)} ${String(wanted).padStart(6)}`
    console.log(`${category.padEnd(32)} ${counts}   ${percent(precision)}  ${percent(recall)}  ${percent(outcomes)}`)
  }
  for (const { pair, what, detail } of misses) console.log(`\n${what} in “${pair}”:\n  ${detail}`)
}
