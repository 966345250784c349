import { expect, test } from 'vitest'
import { backOff } from './back-off.ts'

test('waits longer after each failure in a row, and half a minute at most', () => {
  expect([0, 1, 2, 3, 5, 6, 50].map(backOff)).toEqual([1_000, 1_000, 2_000, 4_000, 16_000, 30_000, 30_000])
})
