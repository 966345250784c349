import { expect, it } from 'vitest'
import { bestExact, bestFuzzy, SCORE_FLOOR } from './anchor-rank'
import { searchable } from './searchable'

const first = 'a storm came over the town. the mill burned down in one night. the miller was away. '
const second = 'the war had begun in spring. the mill burned down in one night. soldiers came. '
const within = searchable(`${first}${'nothing else happened in these years. '.repeat(30)}${second}`)
const quote = 'the mill burned down in one night.'
const wanted = (prefix: string, suffix: string, position: number, exact = quote) => ({
  exact,
  pattern: exact,
  prefix,
  suffix,
  position,
})

it('ranks surroundings above position, and position where there are none', () => {
  const there = within.folded.lastIndexOf(quote)
  expect(bestExact(within, wanted('the war had begun in spring. ', ' soldiers', 0))?.start).toBe(there)
  expect(bestExact(within, wanted('', '', there - 9))?.start).toBe(there)
  expect(bestExact(within, wanted('', '', 9))?.start).toBe(within.folded.indexOf(quote))
})

it('the same for places that are alike', () => {
  const noisy = 'the rnill bumed down in one nlght.'
  const place = bestFuzzy(within, wanted('the war had begun in spring. ', ' soldiers came.', 0, noisy))
  expect(place?.start).toBe(within.folded.lastIndexOf(quote))
  expect(place?.score).toBeGreaterThanOrEqual(SCORE_FLOOR)
})

it('no near-duplicate in other surroundings', () => {
  const other = 'the barn burned down in one night.'
  expect(bestFuzzy(within, wanted('far away in the hills ', ' it was rebuilt later', 0, other))).toBe(null)
  expect(bestFuzzy(within, wanted('a storm came over the town. ', ' the miller was away.', 0, other))?.start).toBe(28)
})

it('bounds what it looks at', () => {
  const many = searchable('so it goes. '.repeat(20_000))
  expect(bestExact(many, { ...wanted('', '', 120_000), pattern: 'so it goes.' })?.start).toBe(120_000)
})
