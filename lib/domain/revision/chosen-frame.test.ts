import { expect, test } from 'vitest'
import { reframed } from './chosen-frame.ts'
import type { Item, Side } from './chosen-item.ts'
import type { Bare } from './chosen-place.ts'

const bare = (kind: 'paragraph' | 'quotation', id: string): Bare => ({ kind, id, open: '', close: '\n' })
const side = (name: 'base' | 'theirs', ...blocks: Bare[]): Side<Bare> => ({
  name,
  blocks,
  blockOf: [0, 0],
  texts: ['One. ', 'Two.'],
})
const item = (claim: number | null, piece: number | null): Item => ({
  run: { text: `${claim ?? piece}` },
  decision: 0,
  base: null,
  theirs: null,
  claim,
  piece,
})
const base = side('base', bare('paragraph', 'b1'))
const theirs = side('theirs', bare('quotation', 'b1'))
const told = (blocks: ReturnType<typeof reframed>) => blocks.map(({ kind, id, items }) => [kind, id, items.length])

test('takes the frame that all of its claims want', () => {
  const woven = [{ ...bare('paragraph', 'b1'), items: [item(null, 0), item(null, 1)] }]
  expect(told(reframed(woven, base, theirs))).toEqual([['quotation', 'b1', 2]])
})

test('is parted where they want different ones; the first part keeps the id', () => {
  const woven = [{ ...bare('quotation', 'b1'), items: [item(0, null), item(null, 1)] }]
  expect(told(reframed(woven, base, theirs))).toEqual([
    ['paragraph', 'b1', 1],
    ['quotation', undefined, 1],
  ])
})

test('stays as it is where nothing asks for another, and without claims', () => {
  const woven = [
    { ...bare('paragraph', 'b1'), items: [item(0, null)] },
    { ...bare('quotation', 'b2'), items: [] },
  ]
  expect(reframed(woven, base, theirs)).toEqual(woven)
})
