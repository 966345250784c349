import { describe, expect, test } from 'vitest'
import { edged } from './chosen-edge.ts'
import type { Ends, Item, Side } from './chosen-item.ts'

const side = (name: Side['name'], ...paragraphs: string[][]): Side => ({
  name,
  blocks: paragraphs,
  blockOf: paragraphs.flatMap((texts, at) => texts.map(() => at)),
  texts: paragraphs.flat(),
})
const at = (place: number | null): Ends | null => (place === null ? null : { first: place, last: place })
const item = (text: string, base: number | null, theirs: number | null): Item => ({
  run: { text },
  decision: 0,
  base: at(base),
  theirs: at(theirs),
  claim: null,
  piece: null,
})
const texts = (items: Item[], base: Side, theirs: Side) => edged(items, base, theirs).map(({ text }) => text)

describe('white space between claims', () => {
  test('is that of the side where they stand next to each other, the main one first', () => {
    const base = side('base', ['A.  ', 'B.'])
    const theirs = side('theirs', ['A!\u00a0', 'B.'])
    expect(texts([item('A!\u00a0', 0, 0), item('B.', 1, 1)], base, theirs)).toEqual(['A!  ', 'B.'])
    expect(edged([item('A!\u00a0', 0, 0), item('B.', 1, 1)], theirs, base)[0]?.text).toBe('A!\u00a0')
  })

  test('of claims that never met is what stood behind the one or before the other', () => {
    const base = side('base', ['A.  ', 'B. ', 'C.'])
    const theirs = side('theirs', ['X.'])
    expect(texts([item('A.  ', 0, null), item('X.', null, 0)], base, theirs)).toEqual(['A.  ', 'X.'])
    expect(texts([item('X.', null, 0), item('C.', 2, null)], base, theirs)).toEqual(['X. ', 'C.'])
  })

  test('never lets two run together, and puts none where a script has none', () => {
    const base = side('base', ['A.'], ['火灾。'])
    const theirs = side('theirs', ['X.'], ['死了。'])
    expect(texts([item('A.', 0, null), item('X.', null, 0)], base, theirs)).toEqual(['A. ', 'X.'])
    expect(texts([item('火灾。', 1, null), item('死了。', null, 1)], base, theirs)).toEqual(['火灾。', '死了。'])
  })

  test('at the ends of a block is what stood at an end, and a line break only where nothing else changed', () => {
    const base = side('base', ['A.\n', ' B\nb. ', 'C. '])
    const theirs = side('theirs', ['A.'])
    expect(texts([item(' B\nb. ', 1, null)], base, theirs)).toEqual(['B b.'])
    expect(texts([item('A.\n', 0, null), item(' B\nb. ', 1, null), item('C. ', 2, null)], base, theirs)).toEqual([
      'A.\n',
      ' B\nb. ',
      'C. ',
    ])
  })
})
