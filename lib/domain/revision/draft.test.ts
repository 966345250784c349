import { describe, expect, test } from 'vitest'
import type { LayoutBlock } from '../article/layout.ts'
import { cutDraft, cutText, type DraftBlock, piecesOf, recordedPieces } from './draft.ts'

const LAYOUT: LayoutBlock[] = [
  { id: 'b1', kind: 'infobox_field', label: 'Dead', open: '- Dead: ', close: '\n', claims: [1] },
  { id: 'b2', kind: 'heading', level: 3, open: '=== ', close: ' ===\n', claims: [2] },
  { id: 'b3', kind: 'paragraph', open: '', close: '\n\n', claims: [3, 4] },
]
const TEXTS = new Map([
  [1, '12. maybe 13'],
  [2, 'The fire. Its end'],
  [3, 'It burned. '],
  [4, 'It rained.'],
])
const sentences = (text: string) => text.match(/[^.]*\.?\s*/gu)?.filter((part) => part !== '') ?? [text]
const cut = (draft: DraftBlock[]) => cutDraft(draft, LAYOUT, (number) => TEXTS.get(number), sentences)
const run = (hint: number) => ({ hint, text: TEXTS.get(hint) ?? '' })
const asItStands: DraftBlock[] = [
  { id: 'b1', kind: 'infobox_field', label: 'Dead', runs: [run(1)] },
  { id: 'b2', kind: 'heading', level: 3, runs: [run(2)] },
  { id: 'b3', kind: 'paragraph', runs: [run(3), run(4)] },
]

describe('a document, cut', () => {
  test('as it stands is the article: values and headings are one claim each', () => {
    const blocks = cut(asItStands)
    expect(blocks.map(({ id, open, close, pieces }) => [id, open, close, pieces.map(({ text }) => text)])).toEqual([
      ['b1', '- Dead: ', '\n', ['12. maybe 13']],
      ['b2', '=== ', ' ===\n', ['The fire. Its end']],
      ['b3', '', '\n\n', ['It burned. ', 'It rained.']],
    ])
    expect(piecesOf(blocks).map(({ text, block, kind, label }) => [text, block, kind, label ?? null])).toEqual([
      ['12. maybe 13', 0, 'infobox_field', 'Dead'],
      ['The fire. Its end', 1, 'heading', null],
      ['It burned. ', 2, 'paragraph', null],
      ['It rained.', 2, 'paragraph', null],
    ])
  })

  test('of two blocks that say they are one, the first is it; a forged id is none', () => {
    const blocks = cut([
      ...asItStands,
      { id: 'b3', kind: 'paragraph', runs: [{ text: 'New.' }] },
      { id: 'b99', kind: 'quotation', runs: [{ text: 'Q' }] },
    ])
    expect(blocks.map(({ id, open }) => [id, open])).toEqual([
      ['b1', '- Dead: '],
      ['b2', '=== '],
      ['b3', ''],
      [undefined, ''],
      [undefined, '> '],
    ])
  })

  test('a block that became another kind gets that kind’s markup', () => {
    const [first, heading, ...rest] = asItStands
    const blocks = cut(
      [first, { ...heading, level: 2 }, ...rest].flatMap((block) => (block ? [block as DraftBlock] : [])),
    )
    expect(blocks[1]).toMatchObject({ id: 'b2', level: 2, open: '== ', close: ' ==\n' })
  })

  test('blocks without words go, a field stands without a value', () => {
    const blocks = cut([
      { id: 'b1', kind: 'infobox_field', label: 'Dead', runs: [] },
      { id: 'b3', kind: 'paragraph', runs: [{ text: ' \u00a0' }] },
    ])
    expect(blocks.map(({ id, pieces }) => [id, pieces])).toEqual([['b1', []]])
  })

  test('text from elsewhere has ids of its own and no hints', () => {
    const block = { kind: 'paragraph' as const, open: '', close: '\n', claims: ['A. ', 'B.'] }
    expect(cutText({ title: 'T', open: '', close: '', blocks: [block] })).toEqual([
      { kind: 'paragraph', open: '', close: '\n', id: 'u1', pieces: [{ text: 'A. ' }, { text: 'B.' }] },
    ])
  })
})

test('a recorded state gives its claims in reading order, each with its place', () => {
  const pieces = recordedPieces({ layout: { open: '', close: '', blocks: LAYOUT }, texts: TEXTS })
  expect(pieces.map(({ number, block, label }) => [number, block, label ?? null])).toEqual([
    [1, 0, 'Dead'],
    [2, 1, null],
    [3, 2, null],
    [4, 2, null],
  ])
})
