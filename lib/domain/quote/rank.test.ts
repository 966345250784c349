import { expect, test } from 'vitest'
import { foldedForQuotes } from '../text/searchable.ts'
import { exactPlaces, likePlaces, SCORE_FLOOR, tellsLike } from './rank.ts'
import type { AnchorSearch } from './search.ts'

const first = 'a storm came over the town. the mill burned down in a night. the miller was away. '
const second = 'the war had begun in spring. the mill burned down in a night. soldiers came. '
const within = foldedForQuotes(`${first}${'nothing else happened in these years. '.repeat(30)}${second}`)
const quote = 'the mill burned down in a night.'
const wanted = (prefix: string, suffix: string, position: number, exact = quote) => ({
  exact,
  pattern: exact,
  prefix,
  suffix,
  position,
})

const bestExact = (of: typeof within, search: AnchorSearch) => exactPlaces(of, search)[0]
const bestFuzzy = (of: typeof within, search: AnchorSearch) =>
  likePlaces(of, search).find((place) => tellsLike(place, search, of))

test('weighs surroundings, and leaves places equal where there are none', () => {
  const there = within.folded.lastIndexOf(quote)
  expect(bestExact(within, wanted('the war had begun in spring. ', ' soldiers', 0))?.start).toBe(there)
  const [one, other] = exactPlaces(within, wanted('', '', there - 9))
  expect(one?.weight).toBe(other?.weight)
})

test('the same for places that are alike', () => {
  const noisy = 'the rnill bumed down in a nlght.'
  const place = bestFuzzy(within, wanted('the war had begun in spring. ', ' soldiers came.', 0, noisy))
  expect(place?.start).toBe(within.folded.lastIndexOf(quote))
  expect(place?.score).toBeGreaterThanOrEqual(SCORE_FLOOR)
})

test('no near-duplicate in other surroundings', () => {
  const other = 'the barn burned down in a night.'
  expect(bestFuzzy(within, wanted('far away in the hills ', ' it was rebuilt later', 0, other))).toBeUndefined()
  expect(bestFuzzy(within, wanted('a storm came over the town. ', ' the miller was away.', 0, other))?.start).toBe(28)
})

test('bounds what it looks at', () => {
  const many = foldedForQuotes('so it goes. '.repeat(20_000))
  const places = exactPlaces(many, { ...wanted('', '', 120_000), pattern: 'so it goes.' })
  expect(places.some(({ start }) => start === 120_000)).toBe(true)
  expect(places.length).toBeLessThan(100)
})
