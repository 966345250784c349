import { expect, test } from 'vitest'
import { chosen } from './choice.ts'
import { MARGIN } from './rank.ts'

const place = (start: number, weight: number, errors = 0) => {
  const side = { length: 0, errors: 0 }
  return { start, end: start + 40, errors, weight, score: 1, agreement: null, left: side, right: side }
}
const at = (hint: number | null, ...places: ReturnType<typeof place>[]) => chosen(places, hint)?.start

test('takes the likeliest, wherever it is', () => expect(at(0, place(90_000, 50), place(10, 49 - MARGIN))).toBe(90_000))
test('among equals the near one, if the others are much farther off', () =>
  expect(at(1_000, place(9_000, 50), place(1_010, 49))).toBe(1_010))
test('none where position alone decides, and all are far off or none much nearer', () => {
  expect(at(0, place(40_000, 50), place(400_000, 50))).toBeUndefined()
  expect(at(1_000, place(1_900, 50), place(2_500, 50))).toBeUndefined()
})
test('the first of its own words where no position is known, and none of those only alike', () => {
  expect(at(null, place(700, 50), place(300, 50))).toBe(300)
  expect(at(null, place(700, 50, 2), place(300, 50, 2))).toBeUndefined()
})
test('takes two readings of one place for one', () => expect(at(null, place(700, 50, 2), place(702, 49, 3))).toBe(700))
test('none of none', () => expect(at(0)).toBeUndefined())
