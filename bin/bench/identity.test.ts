import { expect, test } from 'vitest'
import { LABELLED_PAIRS } from './identity/labelled-pairs.ts'
import { scorePair, sharesOf, sumOf } from './identity-score.ts'

/** What claim identity must reach over the labelled pairs, and in no category fall below. */
const OVERALL = 0.98
const CATEGORY = 0.9

test('claims are told from one another over the labelled pairs', async () => {
  const scores = await Promise.all(LABELLED_PAIRS.map(scorePair))
  const shares = (category?: string) =>
    sharesOf(sumOf(scores.filter(({ pair }) => !category || pair.category === category).map(({ tally }) => tally)))
  const misses = scores.flatMap((score) => score.misses.map(({ pair, what, detail }) => `${pair}: ${what}: ${detail}`))
  for (const [what, share] of Object.entries(shares()))
    expect(share, `${what}\n${misses.join('\n')}`).toBeGreaterThanOrEqual(OVERALL)
  for (const category of new Set(LABELLED_PAIRS.map((pair) => pair.category)))
    for (const [what, share] of Object.entries(shares(category)))
      expect(share, `${category}: ${what}`).toBeGreaterThanOrEqual(CATEGORY)
})
