import { expect, test } from 'vitest'
import { decideMerge, type Merged } from './merge.ts'

const ONE = /one source already/
const rows: [string, string, string, Merged[], string | RegExp][] = [
  ['two that stand alone', 'a', 'b', [], 'b'],
  ['into one that was merged: into its survivor', 'a', 'b', [{ sourceId: 'b', intoId: 'c' }], 'c'],
  ['a survivor: those it took in go along', 'a', 'b', [{ sourceId: 'x', intoId: 'a' }], 'b'],
  ['itself', 'a', 'a', [], ONE],
  ['into one that was merged into it', 'a', 'b', [{ sourceId: 'b', intoId: 'a' }], ONE],
  ['again', 'a', 'b', [{ sourceId: 'a', intoId: 'b' }], ONE],
  [
    'two of one survivor',
    'a',
    'b',
    [
      { sourceId: 'a', intoId: 'c' },
      { sourceId: 'b', intoId: 'c' },
    ],
    ONE,
  ],
  ['one that went elsewhere', 'a', 'b', [{ sourceId: 'a', intoId: 'c' }], /merged into another already/],
]

test.each(rows)('%s', (_, sourceId, intoId, merges, expected) => {
  const decided = decideMerge(sourceId, intoId, merges)
  if (typeof expected === 'string') expect(decided).toEqual({ into: expected })
  else expect('why' in decided && decided.why).toMatch(expected)
})
