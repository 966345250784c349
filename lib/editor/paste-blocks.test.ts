import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { draftBlocks } from './draft-document.ts'
import { galleyExtensions } from './extensions.ts'
import { galleyDocument } from './galley-document.ts'
import { pasteBlocks, pasteOwn } from './paste-blocks.ts'
import type { PastedBlock } from './pasted-block.ts'

const schema = getSchema(galleyExtensions)
const TEXTS = ['', 'At least 60', 'The fire', 'It burned. ', 'It rained.', 'one', 'two']
const block = (id: string, kind: LayoutBlock['kind'], claims: number[], more: object = {}): LayoutBlock => ({
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
]
const MIXED: PastedBlock[] = [
  { kind: 'heading', level: 2, text: 'H' },
  { kind: 'paragraph', text: 'P' },
  { kind: 'list_item', level: 1, text: 'a' },
  { kind: 'list_item', level: 2, text: 'b' },
  { kind: 'quotation', text: 'Q' },
]

function select(from: string, to = from): EditorState {
  const doc = schema.nodeFromJSON(galleyDocument(BLOCKS, (claim) => TEXTS[claim] ?? ''))
  const end = (words: string) => {
    let found = -1
    doc.descendants((node, position) => {
      const at = node.text?.indexOf(words) ?? -1
      if (at >= 0 && found < 0) found = position + at
    })
    return found
  }
  const state = EditorState.create({ schema, doc })
  const anchor = from === to ? end(from) + from.length : end(from)
  return state.apply(state.tr.setSelection(TextSelection.create(doc, anchor, end(to) + to.length)))
}
const told = (state: EditorState) =>
  draftBlocks(state.doc.toJSON()).map(({ id = '', kind, level, runs }) =>
    [id, kind + (level ?? ''), runs.map(({ text, hint }) => (hint ? `${hint}:${text}` : text)).join('')]
      .join(' ')
      .trim(),
  )
const lines = (state: EditorState) => told(state).map((line) => line.replace(/\d+:/g, ''))

describe('blocks pasted into the text', () => {
  test('part a paragraph, and stay what they are', () => {
    const state = select('It burned. ')
    expect(lines(state.apply(pasteBlocks(state, MIXED))).slice(2)).toEqual([
      'b3 paragraph It burned.',
      'heading2 H',
      'paragraph P',
      'list_item1 a',
      'list_item2 b',
      'quotation Q',
      expect.stringMatching(/paragraph It rained\.$/),
      'b4 list_item1 one',
      'b5 list_item1 two',
    ])
  })

  test('go on in a list as its items', () => {
    const state = select('one')
    const three = ['x', 'y', 'z'].map((text): PastedBlock => ({ kind: 'paragraph', text }))
    expect(lines(state.apply(pasteBlocks(state, three))).slice(3)).toEqual([
      'b4 list_item1 onex',
      'list_item1 y',
      'list_item1 z',
      'b5 list_item1 two',
    ])
  })

  test.each([
    [
      'a list at the end of the last item',
      'two',
      MIXED.slice(2, 4),
      ['b5 list_item1 two', 'list_item1 a', 'list_item2 b!'],
    ],
    [
      'a quotation behind a paragraph',
      'It rained.',
      MIXED.slice(3),
      ['list_item2 b', 'quotation Q!', 'b4 list_item1 one'],
    ],
  ])('leave the cursor behind them: %s', (_, behind, blocks, expected) => {
    const before = select(behind)
    const pasted = before.apply(pasteBlocks(before, blocks))
    const all = lines(pasted.apply(pasted.tr.insertText('!'))).join('\n')
    expect(all).toContain(expected.join('\n'))
    expect(all).not.toMatch(/list_item1$/m)
  })

  test('are one value in the infobox', () => {
    const state = select('60')
    expect(lines(state.apply(pasteBlocks(state, MIXED)))[0]).toBe('b1 infobox_field At least 60H P a b Q')
  })

  test('a lone item is words where there are some, and an item where there are none', () => {
    const [item] = MIXED.slice(2)
    if (!item) throw new Error('an item')
    const state = select('It burned. ')
    expect(lines(state.apply(pasteBlocks(state, [item])))[2]).toBe('b3 paragraph It burned. aIt rained.')
    const empty = EditorState.create({ schema })
    expect(lines(empty.apply(pasteBlocks(empty, [item])))).toEqual(['list_item1 a'])
  })
})

describe('blocks pasted into an empty block', () => {
  /** Three items of one list, of which the named one has been emptied. */
  const emptied = (words: 'one' | 'two') => {
    const state = select(words, words)
    const all = state.apply(state.tr.delete(state.selection.from - words.length, state.selection.from))
    expect(lines(all).slice(3)).toContain(words === 'one' ? 'b4 list_item1' : 'b5 list_item1')
    return all
  }
  const heading: PastedBlock = { kind: 'heading', level: 2, text: 'Après l’incendie' }
  const prose: PastedBlock = { kind: 'paragraph', text: 'Le moulin brûla.' }
  const item = (text: string): PastedBlock => ({ kind: 'list_item', level: 1, text })

  test.each<[string, 'one' | 'two', PastedBlock[], string[]]>([
    ['a heading in the last item', 'two', [heading], ['b4 list_item1 one', 'heading2 Après l’incendie']],
    ['a heading in the first item', 'one', [heading], ['heading2 Après l’incendie', 'b5 list_item1 two']],
    [
      'a heading with a list under it',
      'one',
      [heading, item('alpha'), item('béta')],
      ['heading2 Après l’incendie', 'list_item1 alpha', 'list_item1 béta', 'b5 list_item1 two'],
    ],
    [
      'items in the last',
      'two',
      [item('alpha'), item('béta')],
      ['b4 list_item1 one', 'list_item1 alpha', 'list_item1 béta'],
    ],
    [
      'items in the first',
      'one',
      [item('alpha'), item('béta')],
      ['list_item1 alpha', 'list_item1 béta', 'b5 list_item1 two'],
    ],
    [
      'a heading and prose',
      'two',
      [heading, prose],
      ['b4 list_item1 one', 'heading2 Après l’incendie', 'paragraph Le moulin brûla.'],
    ],
  ])('leave no empty block: %s', (_, where, blocks, expected) => {
    const state = emptied(where)
    const after = state.apply(pasteBlocks(state, blocks))
    expect(lines(after).slice(3)).toEqual(expected)
    // The cursor is behind what was pasted.
    const last = blocks.at(-1)?.text ?? ''
    expect(after.selection.$from.parent.textContent).toBe(last)
    expect(after.selection.$from.parentOffset).toBe(last.length)
  })

  test('prose goes on in the item', () => {
    const state = emptied('two')
    expect(lines(state.apply(pasteBlocks(state, [prose, prose]))).slice(3)).toEqual([
      'b4 list_item1 one',
      'b5 list_item1 Le moulin brûla.',
      'list_item1 Le moulin brûla.',
    ])
  })
})

describe('what was cut or copied here', () => {
  test('cut and pasted elsewhere is still the same blocks and claims', () => {
    const state = select('The fire', 'It rained.')
    const slice = state.selection.content()
    const cut = state.apply(state.tr.deleteSelection())
    expect(told(cut).join()).not.toContain('It burned')
    const end = cut.apply(cut.tr.setSelection(TextSelection.atEnd(cut.doc)))
    const after = told(end.apply(pasteOwn(end, slice)))
    expect(after.join('\n')).toContain('3:It burned. 4:It rained.')
    expect(after.some((line) => /^b3 /.test(line))).toBe(true)
  })

  test('copied, it is new: no block and no claim is there twice', () => {
    const state = select('It burned. ', 'It rained.')
    const slice = state.selection.content()
    const end = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)))
    const after = end.apply(pasteOwn(end, slice))
    const all = told(after).join('\n')
    expect(all.match(/3:/g)).toHaveLength(1)
    expect(all).toContain('two' + 'It burned. It rained.')
    const ids = told(after)
      .map((line) => /^b\d/.exec(line)?.[0])
      .filter(Boolean)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
