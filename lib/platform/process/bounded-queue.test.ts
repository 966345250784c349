import { expect, test } from 'vitest'
import { BoundedQueue, QueueFull } from './bounded-queue.ts'

/** Work that ends when it is told to. */
function works() {
  const ends: (() => void)[] = []
  let most = 0
  let now = 0
  const work = () =>
    new Promise<number>((resolve) => {
      now += 1
      most = Math.max(most, now)
      ends.push(() => {
        now -= 1
        resolve(ends.length)
      })
    })
  return { work, ends, most: () => most }
}

test('runs no more at once than it may, and refuses what cannot wait', async () => {
  const { work, ends, most } = works()
  const queue = new BoundedQueue(2, 3, 1)
  const taken = Array.from({ length: 5 }, () => queue.run(work))
  await expect(queue.run(work)).rejects.toBeInstanceOf(QueueFull)
  // A reserved place is left, and only one.
  const last = queue.run(work, true)
  await expect(queue.run(work, true)).rejects.toBeInstanceOf(QueueFull)
  for (let at = 0; at < 6; at++) {
    await new Promise((resolve) => setImmediate(resolve))
    ends[at]?.()
  }
  await Promise.all([...taken, last])
  expect([ends.length, most()]).toEqual([6, 2])
})

test('a work that fails gives its place on', async () => {
  const queue = new BoundedQueue(1, 1)
  const first = queue.run(async () => {
    throw new Error('no')
  })
  const second = queue.run(async () => 'yes')
  await expect(first).rejects.toThrow('no')
  expect(await second).toBe('yes')
  expect(await queue.run(async () => 'and again')).toBe('and again')
})
