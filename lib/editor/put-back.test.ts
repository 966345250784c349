import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { claimRanges } from './claim-range.ts'
import { draftBlocks } from './draft-document.ts'
import { galleyExtensions } from './extensions.ts'
import { galleyDocument } from './galley-document.ts'
import { putBack } from './put-back.ts'

const TEXTS = new Map([
  [1, 'At least 60'],
  [2, 'One. '],
  [3, 'Two. '],
  [4, 'Three.'],
  [5, 'Four.'],
  [6, 'five'],
])
const textOf = (number: number) => TEXTS.get(number) ?? ''
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
  block('b2', 'paragraph', [2, 3, 4]),
  block('b3', 'quotation', [5]),
  block('b4', 'list_item', [6], { level: 1 }),
]
const schema = getSchema(galleyExtensions)
const start = () => EditorState.create({ schema, doc: schema.nodeFromJSON(galleyDocument(BLOCKS, textOf)) })
const said = (state: EditorState) =>
  draftBlocks(state.doc.toJSON()).map(
    ({ kind, runs }) => `${kind}: ${runs.map(({ text, hint }) => `${hint}=${text}`).join('|')}`,
  )
const range = (state: EditorState, number: number) => {
  const found = claimRanges(state.doc).find((one) => one.number === number)
  if (!found) throw new Error(`no claim ${number}`)
  return found
}
const back = (state: EditorState, number: number) => {
  const tr = putBack(state, number, BLOCKS, textOf)
  return tr ? state.apply(tr) : state
}
const AS_RECORDED = said(start())

describe('a claim has its recorded words again', () => {
  test.each<[string, number, string, string]>([
    ['a quotation that was made a paragraph', 5, 'b3', 'paragraph'],
    ['a paragraph that was made a quotation', 2, 'b2', 'quotation'],
  ])('%s', (_, number, id, type) => {
    const state = start()
    let place = 0
    state.doc.forEach((node, offset) => {
      if (node.attrs.blockId === id) place = offset
    })
    const changed = state.apply(state.tr.setNodeMarkup(place, schema.nodes[type], { blockId: id }))
    expect(said(changed)).not.toEqual(AS_RECORDED)
    expect(said(back(changed, number))).toEqual(AS_RECORDED)
  })

  test('where its words were put into a quotation', () => {
    const state = start()
    const { from, to } = range(state, 3)
    const moved = state.tr.delete(from, to)
    const quoted = claimRanges(moved.doc).find((one) => one.number === 5)
    moved.insert(quoted?.to ?? 0, schema.text('Two. ', [schema.mark('claim', { number: 3 })]))
    const changed = state.apply(moved)
    expect(said(changed)).not.toEqual(AS_RECORDED)
    expect(said(back(changed, 3))).toEqual(AS_RECORDED)
  })

  test.each([1, 2, 3, 4, 5, 6])('C-%i, after its words were changed', (number) => {
    const state = start()
    const { from, to } = range(state, number)
    const changed = state.apply(state.tr.insertText('other', from + 1, to))
    expect(said(changed)).not.toEqual(AS_RECORDED)
    expect(said(back(changed, number))).toEqual(AS_RECORDED)
  })

  test.each([1, 2, 3, 4, 6])('C-%i, after its words were taken out', (number) => {
    const state = start()
    const { from, to } = range(state, number)
    expect(said(back(state.apply(state.tr.delete(from, to)), number))).toEqual(AS_RECORDED)
  })

  test('after its block was taken out', () => {
    const state = start()
    const at = state.doc.resolve(range(state, 5).from)
    const gone = state.apply(state.tr.delete(at.before(), at.after()))
    expect(said(gone)).toHaveLength(3)
    expect(said(back(gone, 5))).toEqual(AS_RECORDED)
  })

  test('after it was cut in two by other words, which stay', () => {
    const state = start()
    const { from } = range(state, 3)
    const cut = state.apply(state.tr.insert(from + 1, schema.text('so we hear')))
    expect(said(back(cut, 3))[1]).toBe('paragraph: 2=One. |3=Two. |undefined=so we hear|4=Three.')
  })
})

test('a claim that the record does not have is none of its business', () => {
  expect(putBack(start(), 99, BLOCKS, textOf)).toBeNull()
})
