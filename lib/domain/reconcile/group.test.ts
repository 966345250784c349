import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Grouping, partitioned } from './group.ts'

test('what was joined is in one group and free no more', () => {
  const grouping = new Grouping(3, 3)
  grouping.join([2], [0])
  grouping.join([0], [1, 2])
  expect(grouping.groups()).toEqual([
    { before: [0], after: [1, 2] },
    { before: [2], after: [0] },
  ])
  expect([grouping.freeBefore(), grouping.freeAfter()]).toEqual([[1], []])
})

test('a group that gets one more part is one group, not two', () => {
  const grouping = new Grouping(1, 2)
  grouping.join([0], [1])
  grouping.join([0], [0, 1])
  expect(grouping.groups()).toEqual([{ before: [0], after: [0, 1] }])
})

test.each([
  [0, 0, false],
  [1, 0, false],
  [0, 1, false],
  [1, 1, true],
])('%i claims free before and %i after: open is %s', (before, after, open) => {
  expect(new Grouping(before, after).isOpen()).toBe(open)
})

test('a partition has every index of both sides exactly once', () => {
  const sides = fc.tuple(
    fc.nat({ max: 6 }),
    fc.nat({ max: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
  )
  fc.assert(
    fc.property(sides, ([before, after, pairs]) => {
      const grouping = new Grouping(before, after)
      for (const [from, to] of pairs)
        if (before > 0 && after > 0 && !grouping.ofBefore[from % before] && !grouping.ofAfter[to % after])
          grouping.join([from % before], [to % after])
      const all = partitioned(grouping.groups(), before, after)
      expect(all.flatMap((group) => group.before).sort()).toEqual([...Array(before).keys()])
      expect(all.flatMap((group) => group.after).sort()).toEqual([...Array(after).keys()])
      expect(all).toEqual(expect.arrayContaining(grouping.groups()))
    }),
  )
})
