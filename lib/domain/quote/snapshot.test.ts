import { expect, test } from 'vitest'
import { pageAt, type ReadableBlock } from './snapshot.ts'

const blocks: ReadableBlock[] = [
  { kind: 'paragraph', start: 0, end: 10, page: 1 },
  { kind: 'paragraph', start: 11, end: 20, page: 1 },
  { kind: 'paragraph', start: 21, end: 30, page: 3 },
]

test.each([
  [0, 1],
  [10, 1],
  [15, 1],
  [21, 3],
  [500, 3],
])('offset %i is on page %i', (offset, page) => {
  expect(pageAt(blocks, offset)).toBe(page)
})

test('what has no pages names none', () => {
  expect(pageAt([{ kind: 'paragraph', start: 0, end: 5 }], 2)).toBeNull()
  expect(pageAt([], 0)).toBeNull()
})
