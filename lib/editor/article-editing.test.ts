import { getSchema } from '@tiptap/core'
import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { type BlockChoice, blockAt, breakBlock, turnBlock } from './article-editing.ts'
import { draftBlocks } from './draft-document.ts'
import { galleyExtensions } from './extensions.ts'
import { galleyDocument } from './galley-document.ts'
import { pasteBlocks } from './paste-blocks.ts'
import { blocksOfText } from './pasted-block.ts'

const TEXTS = new Map([
  [1, 'At least 60'],
  [2, 'The fire'],
  [3, 'It burned. '],
  [4, 'It rained.'],
  [5, 'one'],
  [6, 'two'],
  [7, 'three'],
])
const block = (
  id: string,
  kind: LayoutBlock['kind'],
  claims: number[],
  more: Partial<LayoutBlock> = {},
): LayoutBlock => ({
  id,
  kind,
  open: '',
  close: '',
  claims,
  ...more,
})
const BLOCKS = [
  block('b1', 'infobox_field', [1], { label: 'Arrests' }),
  block('b2', 'heading', [2], { level: 3 }),
  block('b3', 'paragraph', [3, 4]),
  block('b4', 'list_item', [5], { level: 1 }),
  block('b5', 'list_item', [6], { level: 1 }),
  block('b6', 'list_item', [7], { level: 2 }),
]
const schema = getSchema(galleyExtensions)
const pasted = (state: EditorState, text: string) => pasteBlocks(state, blocksOfText(text))

/** The document with the cursor behind (or before) some words. */
function at(words: string, behind = true): EditorState {
  const doc = schema.nodeFromJSON(galleyDocument(BLOCKS, (claim) => TEXTS.get(claim) ?? ''))
  let place = -1
  doc.descendants((node, position) => {
    const found = node.text?.indexOf(words) ?? -1
    if (found >= 0 && place < 0) place = position + found + (behind ? words.length : 0)
  })
  const state = EditorState.create({ schema, doc })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, place)))
}
const said = (state: EditorState) =>
  draftBlocks(state.doc.toJSON()).map(({ id, kind, level, runs }) => [
    id ?? '',
    kind,
    level ?? 0,
    runs.map(({ text }) => text).join(''),
  ])
const AS_IT_STANDS = [
  ['b1', 'infobox_field', 0, 'At least 60'],
  ['b2', 'heading', 3, 'The fire'],
  ['b3', 'paragraph', 0, 'It burned. It rained.'],
  ['b4', 'list_item', 1, 'one'],
  ['b5', 'list_item', 1, 'two'],
  ['b6', 'list_item', 2, 'three'],
]

test('opened and closed again, the article is what it was, each run with its claim', () => {
  expect(said(at('one'))).toEqual(AS_IT_STANDS)
  expect(draftBlocks(at('one').doc.toJSON())[2]?.runs).toEqual([
    { text: 'It burned. ', hint: 3 },
    { text: 'It rained.', hint: 4 },
  ])
})

describe('Enter', () => {
  const entered = (state: EditorState) => {
    let next = state
    breakBlock(state, (tr) => {
      next = state.apply(tr)
    })
    return said(next)
  }
  test('breaks a paragraph: the second half says it is the same block, and is cut as a new one', () => {
    expect(entered(at('burned. ')).slice(2, 4)).toEqual([
      ['b3', 'paragraph', 0, 'It burned. '],
      ['b3', 'paragraph', 0, 'It rained.'],
    ])
  })
  test('at the end of a paragraph makes an empty one', () => {
    expect(entered(at('rained.')).slice(2, 4)).toEqual([
      ['b3', 'paragraph', 0, 'It burned. It rained.'],
      ['', 'paragraph', 0, ''],
    ])
  })
  test('behind a heading makes a paragraph', () => {
    expect(entered(at('The fire')).slice(1, 3)).toEqual([
      ['b2', 'heading', 3, 'The fire'],
      ['', 'paragraph', 0, ''],
    ])
  })
  test('in a list makes an item of its level', () => {
    expect(entered(at('three')).slice(5)).toEqual([
      ['b6', 'list_item', 2, 'three'],
      ['', 'list_item', 2, ''],
    ])
  })
})

describe('pasted text', () => {
  test('is words where it is one block, and blocks where blank lines part it', () => {
    const one = at('burned. ')
    expect(said(one.apply(pasted(one, 'It\nsmouldered. ')))[2]?.[3]).toBe('It burned. It smouldered. It rained.')
    const two = at('rained.')
    expect(
      said(two.apply(pasted(two, ' A.\r\n \r\nB.\n\n\nC.')))
        .slice(2, 5)
        .map(([, kind, , text]) => [kind, text]),
    ).toEqual([
      ['paragraph', 'It burned. It rained. A.'],
      ['paragraph', 'B.'],
      ['paragraph', 'C.'],
    ])
  })
  test('over the whole text is paragraphs, and behind a heading prose', () => {
    const open = at('one')
    const all = open.apply(open.tr.setSelection(new AllSelection(open.doc)))
    expect(said(all.apply(pasted(all, 'A. B.\n\nC.'))).map(([, kind, , text]) => [kind, text])).toEqual([
      ['paragraph', 'A. B.'],
      ['paragraph', 'C.'],
    ])
    const heading = at('The fire')
    expect(
      said(heading.apply(pasted(heading, ' at night\n\nIt burned.\n\nIt rained.')))
        .slice(1, 4)
        .map(([, kind, , text]) => [kind, text]),
    ).toEqual([
      ['heading', 'The fire at night'],
      ['paragraph', 'It burned.'],
      ['paragraph', 'It rained.'],
    ])
  })
  test('stays one value in the infobox', () => {
    const state = at('60')
    expect(said(state.apply(pasted(state, ' or\n\nmore')))[0]?.[3]).toBe('At least 60 or more')
  })
})

describe('a block becomes another kind', () => {
  const turned = (words: string, choice: BlockChoice) => {
    const state = at(words)
    const tr = turnBlock(state, choice)
    return tr ? said(state.apply(tr)) : null
  }
  test.each<[string, string, BlockChoice, number, unknown[]]>([
    [
      'a paragraph a heading',
      'burned',
      { type: 'heading', level: 2 },
      2,
      ['b3', 'heading', 2, 'It burned. It rained.'],
    ],
    ['a heading a paragraph', 'fire', { type: 'paragraph' }, 1, ['b2', 'paragraph', 0, 'The fire']],
    ['a paragraph a list item', 'burned', { type: 'item' }, 2, ['b3', 'list_item', 1, 'It burned. It rained.']],
    ['an item in the middle of a list a quotation', 'two', { type: 'quotation' }, 4, ['b5', 'quotation', 0, 'two']],
    ['the first item a paragraph', 'one', { type: 'paragraph' }, 3, ['b4', 'paragraph', 0, 'one']],
  ])('%s', (_name, words, choice, place, expected) => {
    const blocks = turned(words, choice)
    expect(blocks?.[place]).toEqual(expected)
    expect(blocks?.map(([, , , text]) => text)).toEqual(AS_IT_STANDS.map(([, , , text]) => text))
  })
  test('but the infobox keeps its fields, and an item that is one stays one', () => {
    expect(turned('60', { type: 'paragraph' })).toBeNull()
    expect(turned('two', { type: 'item' })).toBeNull()
    expect(blockAt(at('60'))).toBeNull()
    expect(blockAt(at('fire'))).toEqual({ type: 'heading', level: 3 })
  })
})

test('a label that a page sent is one that a database can hold', () => {
  const label = (text: string) => ({ type: 'label', attrs: { text } })
  const value = { type: 'value', attrs: { blockId: 'b\0 1' }, content: [{ type: 'text', text: '23' }] }
  const blocks = draftBlocks({
    type: 'doc',
    content: [{ type: 'infobox', content: [label('Kil\0led\nthere \ud83d'), value] }],
  })
  expect(blocks).toMatchObject([{ id: 'b 1', label: 'Killed there \ufffd' }])
})
