import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newShared } from '../shared-document.ts'
import { HeadlessEditor } from './headless-editor.ts'

const paragraph = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { blockId: id },
  content: [{ type: 'text', text }],
})

function two(): [Y.Doc, Y.Doc] {
  const state = newShared({ type: 'doc', content: [paragraph('a', 'First.'), paragraph('b', 'Second.')] })
  const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()]
  for (const doc of docs) Y.applyUpdate(doc, state)
  return docs
}
const open = (doc: Y.Doc) => new HeadlessEditor(doc.getXmlFragment('text'))
const send = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
const words = ({ state }: HeadlessEditor) => state.doc.textBetween(0, state.doc.content.size, '|')

test('opens without a caret between two blocks, of which the console would warn', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  open(two()[0])
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})

test('types, breaks, joins, cuts, pastes and undoes as the page does', () => {
  const editor = open(two()[0])
  editor.select(7)
  editor.type(' More.')
  expect(words(editor)).toBe('First. More.|Second.')
  editor.enter()
  editor.paste('One.\n\nTwo.')
  expect(words(editor)).toBe('First. More.|One.|Two.|Second.')
  editor.backspace()
  expect(words(editor)).toBe('First. More.|One.|Two|Second.')
  editor.select(1, 6)
  expect(editor.cut()).toBe('First')
  expect(words(editor)).toBe('. More.|One.|Two|Second.')
  editor.undo()
  expect(words(editor)).toBe('First.|Second.')
})

test.each<[string, number, (others: HeadlessEditor) => void]>([
  ['the block with the caret', 14, (others) => others.select(9, 16)],
  ['all there is', 14, (others) => others.select(1, 16)],
])('a caret whose words someone else takes out (%s) does not keep the change from being shown', (_, caret, select) => {
  const [mine, theirs] = two()
  const [editor, others] = [open(mine), open(theirs)]
  editor.select(caret)
  select(others)
  others.backspace()
  others.backspace()
  send(theirs, mine)
  expect(words(editor)).toBe(words(others))
  editor.type('Z')
  send(mine, theirs)
  expect(words(others)).toBe(words(editor))
})
