import { expect, test } from 'vitest'
import { HEALTH_LABEL, HEALTHS, healthOf, isAiling } from './health.ts'

test.each([
  ['first', true, false, 'alive'],
  ['same', true, true, 'alive'],
  ['changed', true, false, 'changed'],
  ['gone', true, true, 'gone'],
  ['failed', true, false, 'failed'],
  [null, true, false, 'unvisited'],
  [null, true, true, 'kept'],
  [null, false, true, 'kept'],
  [null, false, false, 'offline'],
] as const)('last visit %s, address %s, file %s: %s', (last, address, file, health) => {
  expect(healthOf(last, { address, file })).toBe(health)
})

test('what ails asks someone to look; every health has words', () => {
  expect(HEALTHS.filter(isAiling)).toEqual(['changed', 'gone', 'failed'])
  expect(Object.keys(HEALTH_LABEL)).toEqual([...HEALTHS])
})
