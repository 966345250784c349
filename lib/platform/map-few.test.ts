import { expect, test } from 'vitest'
import { mapFew } from './map-few.ts'

test('few at once, answers in order', async () => {
  let running = 0
  let most = 0
  const double = async (item: number) => {
    running += 1
    most = Math.max(most, running)
    for (let turn = 0; turn < 10 - item; turn++) await Promise.resolve()
    running -= 1
    return item * 2
  }
  expect(await mapFew([1, 2, 3, 4, 5, 6, 7, 8, 9], 4, double)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18])
  expect(most).toBe(4)
})

test('none, fewer than few, and a failure', async () => {
  expect(await mapFew([], 4, async () => 1)).toEqual([])
  expect(await mapFew([1], 4, async (item) => item)).toEqual([1])
  await expect(mapFew([1, 2], 4, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
