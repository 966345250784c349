import { expect, test } from 'vitest'
import { edgeNear } from './edge.ts'

const before = 'the trains stood still on monday. '
const behind = 'officials said nothing about it'

test.each([
  ['clean', before, behind],
  ['with mistakes at the edge', 'the trains stood still on mondoy.', 'cfficials said nothing about it'],
  ['with another word at the edge', before, 'neighbours said nothing about it'],
])('finds the edge: %s', (_name, left, right) => {
  const text = `some words of another story. ${left}${right} and more of it`
  const edge = text.indexOf(right)
  for (const off of [-9, 0, 9]) expect(Math.abs(edgeNear(text, before, behind, edge + off) - edge)).toBeLessThan(2)
})
test('finds none where the text reads otherwise', () =>
  expect(edgeNear('a cow was sold at the market for more than it was worth, people claim', before, behind, 30)).toBe(
    -1,
  ))
test('answers for nothing', () => {
  expect(edgeNear('', before, behind, 0)).toBe(-1)
  expect(edgeNear('text', '', '', 0)).toBe(-1)
})
