import { Extension } from '@tiptap/core'
import { splitBlockAs } from '@tiptap/pm/commands'
import type { Node as ProseNode, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { partsOf } from '@/lib/domain/text/invisible-character.ts'
import { pasteBlocks, pasteOwn, wordsOf } from './paste-blocks.ts'
import { blocksOfText, leftOutWords, NOTHING_LEFT } from './pasted-block.ts'
import { blocksOfHtml } from './pasted-html.ts'

/** What a block can be turned into. */
export type BlockChoice = { type: 'paragraph' | 'quotation' | 'item' } | { type: 'heading'; level: number }

/** Longer ones are read as plain text: what a browser needs for the rest would hold up whoever types. */
const HTML_LIMIT = 4_000_000

/**
 * Writing in the whole article: Enter and paste as people expect them. The infobox keeps its fields. Of what is pasted,
 * headings, lists, paragraphs and quotations stay what they are; what was cut here keeps its identity, too.
 */
export const articleEditing = Extension.create<{ onLeftOut: (words: string) => void }>({
  name: 'articleEditing',
  addOptions: () => ({ onLeftOut: () => {} }),
  addKeyboardShortcuts() {
    const still = () => true
    return {
      Enter: () => {
        const { state, view } = this.editor
        return isIn(state, 'infobox') || breakBlock(state, view.dispatch)
      },
      // A value is not joined to the one before: it would lose its label.
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection
        return empty && $from.parentOffset === 0 && isIn(this.editor.state, 'infobox')
      },
      Delete: () => {
        const { $from, empty } = this.editor.state.selection
        return empty && $from.parentOffset === $from.parent.content.size && isIn(this.editor.state, 'infobox')
      },
      'Shift-Enter': still,
      'Mod-Enter': still,
    }
  },
  addProseMirrorPlugins() {
    const { onLeftOut } = this.options
    let copied: Slice | null = null
    const plugin = new Plugin({
      props: {
        transformCopied(slice) {
          copied = slice
          return slice
        },
        handlePaste(view, { clipboardData }) {
          const text = clipboardData?.getData('text/plain') ?? ''
          const html = clipboardData?.getData('text/html') ?? ''
          if (copied && html.includes('data-pm-slice') && text === wordsOf(copied)) {
            view.dispatch(pasteOwn(view.state, copied))
            return true
          }
          const isReadable = html !== '' && html.length <= HTML_LIMIT
          const { body } = isReadable ? new DOMParser().parseFromString(html, 'text/html') : { body: null }
          const found = body ? blocksOfHtml(body) : { blocks: [], left: NOTHING_LEFT }
          const words = leftOutWords(found.left)
          if (words) onLeftOut(words)
          const blocks = found.blocks.length > 0 || words ? found.blocks : blocksOfText(text)
          if (blocks.length > 0) view.dispatch(pasteBlocks(view.state, blocks))
          return true
        },
        handleDrop: () => true,
      },
    })
    return [plugin, unseenMarks()]
  },
})

/** Characters that no one would see stand there by their name, and turn no other words round. */
function unseenMarks(): Plugin<DecorationSet> {
  const marksOf = (doc: ProseNode) => {
    const marks: Decoration[] = []
    doc.descendants((node, position) => {
      let from = position
      for (const { text, name } of node.isText ? partsOf(node.text ?? '') : []) {
        if (name) marks.push(Decoration.inline(from, from + text.length, { class: 'unseen-here', 'data-name': name }))
        from += text.length
      }
    })
    return DecorationSet.create(doc, marks)
  }
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, state) => marksOf(state.doc),
      apply: (tr, before) => (tr.docChanged ? marksOf(tr.doc) : before),
    },
    props: { decorations: (state) => plugin.getState(state) },
  })
  return plugin
}

/** Breaks the block at the cursor. What follows a heading's end is a paragraph; anything else goes on as what it was. */
export const breakBlock = splitBlockAs((node, atEnd) => {
  const { paragraph } = node.type.schema.nodes
  if (node.type.name === 'heading' && atEnd && paragraph) return { type: paragraph }
  return atEnd ? { type: node.type, attrs: { ...node.attrs, blockId: '' } } : null
})

function isIn(state: EditorState, type: string): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === type) return true
  return false
}

/** What the block with the cursor is, or null in the infobox, whose blocks stay what they are. */
export function blockAt(state: EditorState): BlockChoice | null {
  const { $from } = state.selection
  const { type, attrs } = $from.parent
  if (type.name === 'heading') return { type: 'heading', level: Number(attrs.level) }
  if (type.name === 'paragraph' || type.name === 'quotation' || type.name === 'item') return { type: type.name }
  return null
}

/** Turns the block with the cursor into another kind. A list is parted around an item that leaves it. */
export function turnBlock(state: EditorState, choice: BlockChoice): Transaction | null {
  const { $from } = state.selection
  const { schema } = state
  const block = $from.parent
  const type = schema.nodes[choice.type]
  if (!type || blockAt(state) === null) return null
  const attrs = { blockId: block.attrs.blockId as string, ...(choice.type === 'heading' && { level: choice.level }) }
  const offset = state.selection.from - $from.start()
  const inList = block.type.name === 'item'
  if (!inList && choice.type !== 'item') {
    const tr = state.tr.setNodeMarkup($from.before(), type, attrs)
    return tr.setSelection(TextSelection.create(tr.doc, state.selection.from))
  }
  if (inList && choice.type === 'item') return null
  const turned = type.create(attrs, block.content)
  const list = schema.nodes.list
  if (!list) return null
  if (!inList) return replaced(state.tr, $from.before(), $from.after(), [list.create(null, turned)], offset + 2)
  const parent = $from.node(-1)
  const index = $from.index(-1)
  const part = (from: number, to: number): ProseNode[] => {
    const items: ProseNode[] = []
    for (let at = from; at < to; at++) items.push(parent.child(at))
    return items.length > 0 ? [list.create(parent.attrs, items)] : []
  }
  const before = part(0, index)
  const size = before.reduce((sum, node) => sum + node.nodeSize, 0)
  const nodes = [...before, turned, ...part(index + 1, parent.childCount)]
  return replaced(state.tr, $from.before(-1), $from.after(-1), nodes, size + 1 + offset)
}

function replaced(tr: Transaction, from: number, to: number, nodes: ProseNode[], cursor: number): Transaction {
  tr.replaceWith(from, to, nodes)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(from + cursor))).scrollIntoView()
}
