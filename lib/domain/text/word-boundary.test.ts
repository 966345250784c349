import { expect, test } from 'vitest'
import { atWordBounds, cutsWord, withoutSpace } from './word-boundary.ts'

test.each([
  ['a detained b', 4, 10, 'detained'],
  ['a detained b', 8, 12, 'b'],
  ['a detained b', 0, 4, 'a'],
  ['a detained b', 0, 8, 'a detained'],
  ['it cost 1,083 here', 8, 12, '1,083'],
  ['你好世界', 1, 3, '好世'],
  ['a 😀 b', 3, 6, 'b'],
])('%j from %d to %d is %j', (text, start, end, expected) => {
  const place = atWordBounds(text, start, end)
  expect(text.slice(place.start, place.end)).toBe(expected)
})

test.each([
  ['in 2012', 5, 7, '', '', true],
  ['in 12', 3, 5, '', '', false],
  ['1,083', 2, 5, '', '', true],
  ['derail', 2, 6, 'de', '', false],
  ['derail', 2, 6, '', '', true],
  ['世界好', 1, 2, '', '', false],
])('%j from %d to %d, after %j and before %j, cuts: %s', (text, start, end, prefix, suffix, cuts) =>
  expect(cutsWord(text, start, end, prefix, suffix)).toBe(cuts),
)

test('leaves out white space at the edges', () => {
  expect(withoutSpace(' a b\n', 0, 5)).toEqual({ start: 1, end: 4 })
  expect(withoutSpace('   ', 0, 3)).toMatchObject({ start: 3 })
})
