import { expect, test } from 'vitest'
import { checkedPercent, coverage } from './coverage.ts'

test('counts words, not claims', () => {
  const sum = coverage([
    { status: 'supported', words: 30 },
    { status: 'stale', words: 60 },
    { status: 'refuted', words: 9 },
    { status: 'not_checkable', words: 5 },
  ])
  expect(sum).toMatchObject({ total: 104, checkable: 99, checked: 39 })
  expect(sum.byStatus.stale).toBe(60)
  expect(sum.claims.stale).toBe(1)
  expect(checkedPercent(sum)).toBe(39)
})

test.each([
  [0, 0, 100],
  [999, 1000, 99],
  [1000, 1000, 100],
  [0, 3, 0],
])('%i of %i words is %i %%', (checked, checkable, percent) => {
  expect(checkedPercent({ checked, checkable })).toBe(percent)
})
