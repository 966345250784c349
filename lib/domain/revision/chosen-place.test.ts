import { describe, expect, test } from 'vitest'
import type { Ends, Item, Side } from './chosen-item.ts'
import { type Bare, weave } from './chosen-place.ts'

const block = (id: string | undefined, kind: Bare['kind'] = 'paragraph', label?: string): Bare => ({
  ...(id !== undefined && { id }),
  kind,
  ...(label !== undefined && { label }),
  open: '',
  close: '',
})
const side = (name: Side['name'], ...blocks: [Bare, number][]): Side<Bare> => ({
  name,
  blocks: blocks.map(([one]) => one),
  blockOf: blocks.flatMap(([, size], at) => Array.from({ length: size }, () => at)),
  texts: [],
})
let decisions = 0
const at = (place: number | null): Ends | null => (place === null ? null : { first: place, last: place })
const item = (text: string, base: number | null, theirs: number | null): Item => {
  decisions += 1
  return { run: { text }, decision: decisions, base: at(base), theirs: at(theirs), claim: null, piece: null }
}
const shown = (main: Side<Bare>, other: Side<Bare>, items: Item[]) =>
  weave(main, other, items).map(({ id = '?', kind, items: own }) =>
    [`${id} ${kind}`, ...own.map(({ run }) => run.text)].join(' '),
  )

describe('a claim with no place in the blocks', () => {
  test('stands behind the one before it, else before the one behind it', () => {
    const base = side('base', [block('b1'), 2], [block('b2'), 2])
    const theirs = side('theirs', [block('b1'), 1], [block('b2'), 1])
    const items = [item('A', 0, 0), item('B', 1, null), item('C', 2, null), item('D', 3, 1)]
    expect(shown(theirs, base, items)).toEqual(['b1 paragraph A B', 'b2 paragraph C D'])
  })

  test('with no neighbour brings its block back, behind the claim before', () => {
    const base = side('base', [block('b1'), 1], [block('b2', 'list_item'), 2], [block('b3'), 1])
    const theirs = side('theirs', [block('b1'), 1], [block('b3'), 1])
    const items = [item('A', 0, 0), item('B', 1, null), item('C', 2, null), item('D', 3, 1)]
    expect(shown(theirs, base, items)).toEqual(['b1 paragraph A', 'b2 list_item B C', 'b3 paragraph D'])
  })

  test('is never put into a heading, and parts what was joined around one', () => {
    const base = side('base', [block('b1'), 1], [block('b2', 'heading'), 1], [block('b3'), 1])
    const theirs = side('theirs', [block('b1'), 2])
    const items = [item('A', 0, 0), item('H', 1, null), item('C', 2, 1)]
    expect(shown(theirs, base, items)).toEqual(['b1 paragraph A', 'b2 heading H', '? paragraph C'])
  })

  test('takes its block along where that stands elsewhere', () => {
    const base = side('base', [block('b1'), 1], [block('b2'), 1], [block('b3'), 1])
    const theirs = side('theirs', [block('b3'), 1], [block('b1'), 1], [block('b2'), 1])
    const items = [item('A', 0, 1), item('B', 1, 2), item('C', 2, null)]
    expect(shown(theirs, base, items)).toEqual(['b1 paragraph A', 'b2 paragraph B', 'b3 paragraph C'])
  })
})

test('a block without a claim goes, a field stands without a value', () => {
  const field = block('b1', 'infobox_field', 'Toll')
  const base = side('base', [field, 1], [block('b2'), 1])
  const added = block(undefined, 'infobox_field', 'Arson')
  const theirs = side('theirs', [field, 1], [block('b2'), 1], [added, 1])
  expect(shown(theirs, base, [])).toEqual(['b1 infobox_field'])
  expect(shown(base, side('theirs'), [])).toEqual([])
})
