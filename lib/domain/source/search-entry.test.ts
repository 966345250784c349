import { expect, test } from 'vitest'
import { parseSearchDay, SEARCH_RESULT_LABEL, SEARCH_RESULTS } from './search-entry.ts'

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026/1/2', '2026-01-02'],
  ['2026-11-25', null],
  ['2026-11', null],
  ['2026-02-30', null],
  ['yesterday', null],
  ['', null],
])('%j is the day %j', (text, day) => {
  expect(parseSearchDay(text, '2026-11-24')).toBe(day)
})

test('every result has words', () => {
  expect(Object.keys(SEARCH_RESULT_LABEL)).toEqual([...SEARCH_RESULTS])
})
