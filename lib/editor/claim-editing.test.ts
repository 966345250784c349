import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { claimEditing, claimEditingPlugin, openClaim, openWords } from './claim-editing.ts'
import { claimRanges } from './claim-range.ts'
import { galleyExtensions } from './extensions.ts'
import { galleyDocument } from './galley-document.ts'

const TEXTS = new Map([
  [1, 'At least 60'],
  [2, 'One. '],
  [3, 'Two two. '],
  [4, 'Three.'],
  [5, '2022'],
])
const block = (id: string, kind: LayoutBlock['kind'], claims: number[], label?: string): LayoutBlock => ({
  id,
  kind,
  open: '',
  close: '',
  claims,
  ...(label && { label }),
})
const BLOCKS = [
  block('b1', 'infobox_field', [1], 'Arrests'),
  block('b2', 'paragraph', [2, 3, 4]),
  block('b3', 'heading', [5]),
]
const schema = getSchema(galleyExtensions)

function start(open: number | null): EditorState {
  const doc = schema.nodeFromJSON(galleyDocument(BLOCKS, (claim) => TEXTS.get(claim) ?? ''))
  doc.check()
  const state = EditorState.create({ schema, doc, plugins: [claimEditingPlugin((n) => ({ class: `c${n}` }))] })
  return open === null ? state : state.apply(openClaim(state.tr, open))
}

const textsOf = (state: EditorState) => claimRanges(state.doc).map(({ number, text }) => [number, text])
const whole = [...TEXTS]

test('sets an article as a document whose claims give their texts back', () => {
  expect(textsOf(start(null))).toEqual(whole)
})

describe('typing', () => {
  const range = (state: EditorState, number: number) => {
    const found = claimRanges(state.doc).find((one) => one.number === number)
    if (!found) throw new Error(`no claim ${number}`)
    return found
  }

  test('goes nowhere while no claim is open', () => {
    const state = start(null)
    expect(textsOf(state.applyTransaction(state.tr.insertText('x', 3)).state)).toEqual(whole)
  })

  test.each([
    ['at its start', 0, 0],
    ['in its middle', 3, 3],
    ['at its end', 9, 9],
    ['over all of it', 0, 9],
  ])('in the open claim belongs to it: %s', (_name, from, to) => {
    const state = start(3)
    const { from: base } = range(state, 3)
    const next = state.applyTransaction(state.tr.insertText('new', base + from, base + to)).state
    const words = `${'Two two. '.slice(0, from)}new${'Two two. '.slice(to)}`
    expect(openWords(next)).toBe(words)
    expect(textsOf(next)).toEqual(whole.map(([number, text]) => [number, number === 3 ? words : text]))
  })

  test('goes on after everything was deleted', () => {
    const state = start(3)
    const { from, to } = range(state, 3)
    const empty = state.applyTransaction(state.tr.delete(from, to)).state
    expect(openWords(empty)).toBe('')
    const again = empty.applyTransaction(empty.tr.insertText('Back', from)).state
    expect(openWords(again)).toBe('Back')
    expect(textsOf(again)).toEqual(whole.map(([number, text]) => [number, number === 3 ? 'Back' : text]))
  })

  test.each([
    ['a neighbour’s words', (state: EditorState) => state.tr.insertText('x', range(state, 2).from + 1)],
    ['across the edge', (state: EditorState) => state.tr.delete(range(state, 3).from + 2, range(state, 4).from + 2)],
    ['another block', (state: EditorState) => state.tr.insertText('x', range(state, 5).from + 1)],
    ['the structure', (state: EditorState) => state.tr.split(range(state, 3).from + 3)],
    ['everything', (state: EditorState) => state.tr.delete(0, state.doc.content.size)],
  ])('changes nothing else: %s', (_name, change) => {
    const state = start(3)
    expect(textsOf(state.applyTransaction(change(state)).state)).toEqual(whole)
  })

  test('whatever is done, other claims keep their words', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(80), length: fc.nat(12), text: fc.string({ unit: 'grapheme', maxLength: 6 }) }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(edits, (list) => {
        let state = start(3)
        for (const { at, length, text } of list) {
          const size = state.doc.content.size
          const from = Math.min(at, size)
          const tr = state.tr.setSelection(TextSelection.near(state.doc.resolve(from)))
          const to = Math.min(from + length, size)
          state = state.applyTransaction(text ? tr.insertText(text, from, to) : tr.delete(from, to)).state
        }
        const others = textsOf(state).filter(([number]) => number !== 3)
        expect(others).toEqual(whole.filter(([number]) => number !== 3))
      }),
      { numRuns: 500 },
    )
  })
})

test('marks words, not the white space at their edges', () => {
  const marks = claimEditing.getState(start(null))?.marks.find() ?? []
  const state = start(null)
  expect(marks.map(({ from, to }) => state.doc.textBetween(from, to))).toEqual([
    'At least 60',
    'One.',
    'Two two.',
    'Three.',
    '2022',
  ])
})

test('words that come as a step over those before it are the claim’s alone', () => {
  const state = start(3)
  const { from = 0, to = 0 } = claimEditing.getState(state)?.open ?? {}
  const before = state.doc.resolve(from).start()
  const tr = state.tr
  const kept = state.doc.slice(before, from).content
  tr.replaceWith(before, to, kept.addToEnd(schema.text('Two others. ', state.doc.nodeAt(from)?.marks)))
  const { state: after } = state.applyTransaction(tr)
  expect(openWords(after)).toBe('Two others. ')
  expect(textsOf(after)).toEqual(whole.map(([number, text]) => [number, number === 3 ? 'Two others. ' : text]))
})

describe('a key that moves the caret', () => {
  const press = (state: EditorState, key: string) => {
    const [plugin] = state.plugins
    const event = { key, isComposing: false } as KeyboardEvent
    plugin?.props.handleKeyDown?.call(plugin, { state } as never, event)
  }
  const move = (state: EditorState, anchor: number, head = anchor) =>
    state.applyTransaction(state.tr.setSelection(TextSelection.create(state.doc, anchor, head))).state.selection
  const open = () => {
    const state = start(3)
    const { from, to } = claimEditing.getState(state)?.open ?? { from: 0, to: 0 }
    return { state, from, to }
  }

  test.each(['End', 'Home', 'ArrowDown', 'ArrowLeft'])(
    '%s leaves it in the claim that is open, as in a field',
    (key) => {
      const { state, from, to } = open()
      press(state, key)
      expect(move(state, to + 4).head).toBe(to)
      expect(move(state, from - 3).head).toBe(from)
      expect(move(state, from + 1).head).toBe(from + 1)
      const marked = move(state, from + 2, to + 4)
      expect([marked.anchor, marked.head]).toEqual([from + 2, to])
    },
  )

  test('a letter, or the mouse, leaves it where it is: other words can be marked', () => {
    const { state, to } = open()
    press(state, 'x')
    expect(move(state, to + 4).head).toBe(to + 4)
  })
})
