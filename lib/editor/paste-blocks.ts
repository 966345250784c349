import { Fragment, type Node as ProseNode, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import type { PastedBlock } from './pasted-block.ts'

/** Puts blocks in the place of the selection: into a field of the infobox, or from a single paragraph, as words. */
export function pasteBlocks(state: EditorState, blocks: readonly PastedBlock[]): Transaction {
  const tr = state.tr.deleteSelection()
  const { $from } = tr.selection
  const [first] = blocks
  if (!first) return tr
  const inInfobox = $from.node(1)?.type.name === 'infobox'
  const isWords = blocks.length === 1 && (first.kind === 'paragraph' || $from.parent.content.size > 0)
  if (inInfobox || isWords) return tr.insertText(blocks.map(({ text }) => text).join(' ')).scrollIntoView()
  if (!$from.parent.isTextblock) return instead(tr, 0, tr.doc.content.size, nodesOf(state.schema, blocks))
  // Prose alone goes on in the block it was pasted into, as that block is; among other blocks it stays prose.
  const isProse = blocks.every(({ kind }) => kind === 'paragraph')
  const host = $from.parent.type.name === 'item' ? 'list_item' : $from.parent.type.name
  const adopted = blocks.map((block): PastedBlock => {
    if (!isProse || (host !== 'list_item' && host !== 'quotation')) return block
    return { ...block, kind: host, ...(host === 'list_item' && { level: Number($from.parent.attrs.level) || 1 }) }
  })
  const nodes = nodesOf(state.schema, adopted)
  const depthOf = (node: ProseNode | undefined) => (node?.type.name === 'list' ? 2 : 1)
  const joins = (block: PastedBlock | undefined, original: PastedBlock | undefined) =>
    original?.kind === 'paragraph' && (block?.kind === host || host === 'heading' || block?.kind === 'paragraph')
  const isEmpty = $from.parent.content.size === 0
  if (isEmpty && host === 'paragraph') return instead(tr, $from.before(), $from.after(), nodes)
  const openStart = joins(adopted[0], first) ? depthOf(nodes[0]) : 0
  const openEnd = joins(adopted.at(-1), blocks.at(-1)) ? depthOf(nodes.at(-1)) : 0
  // What nothing goes on in is not left empty above what was pasted.
  if (isEmpty && openStart === 0)
    return host === 'list_item' ? insteadOfItem(tr, nodes) : instead(tr, $from.before(), $from.after(), nodes)
  const steps = tr.steps.length
  tr.replaceSelection(new Slice(Fragment.from(nodes), openStart, openEnd))
  if (openEnd > 0) return tr.scrollIntoView()
  let end = 0
  for (const map of tr.mapping.maps.slice(steps))
    map.forEach((_from, _to, _newFrom, newTo) => {
      end = Math.max(end, newTo)
    })
  return behindPasted(tr, end).scrollIntoView()
}

/** The cursor goes behind what was pasted, not into what follows it; nothing empty is left between the two. */
function behindPasted(tr: Transaction, end: number): Transaction {
  const $end = tr.doc.resolve(end)
  if (!$end.parent.isTextblock || $end.parentOffset > 0) return tr.setSelection(TextSelection.near($end, -1))
  const before = $end.before()
  if ($end.parent.content.size === 0 && $end.index($end.depth - 1) > 0) tr.delete(before, $end.after())
  return tr.setSelection(TextSelection.near(tr.doc.resolve(before), -1))
}

/** Puts nodes in the place of others, and the cursor behind their words. */
function instead(tr: Transaction, from: number, to: number, nodes: ProseNode[]): Transaction {
  tr.replaceWith(from, to, nodes)
  const end = from + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).scrollIntoView()
}

/** Puts nodes in the place of the list item the cursor is in: the items before and after it stay lists. */
function insteadOfItem(tr: Transaction, nodes: readonly ProseNode[]): Transaction {
  const { $from } = tr.selection
  const depth = $from.depth - 1
  const list = $from.node(depth)
  const index = $from.index(depth)
  const parts: ProseNode[] = []
  const add = (node: ProseNode) => {
    const last = parts.at(-1)
    if (last?.type === list.type && node.type === list.type)
      parts[parts.length - 1] = last.copy(last.content.append(node.content))
    else parts.push(node)
  }
  const items = (from: number, to: number) => {
    const content = list.children.slice(from, to)
    if (content.length > 0) add(list.copy(Fragment.from(content)))
  }
  items(0, index)
  for (const node of nodes) add(node)
  const start = $from.before(depth)
  const end = start + parts.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const count = parts.length
  items(index + 1, list.childCount)
  tr.replaceWith(start, $from.after(depth), parts)
  // Where the items that follow went on in the last list, its end is further down.
  const behind = parts.length === count && index + 1 < list.childCount ? end - 1 : end
  return tr.setSelection(TextSelection.near(tr.doc.resolve(behind), -1)).scrollIntoView()
}

/** A slice as the clipboard has it in plain text. */
export function wordsOf(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, '\n\n')
}

/**
 * Puts what was cut or copied here in the place of the selection, as the kinds of blocks it was. What stands nowhere else
 * in the article by now is still the same block and the same claim; a copy of either is new.
 */
export function pasteOwn(state: EditorState, slice: Slice): Transaction {
  const tr = state.tr.deleteSelection()
  if (tr.selection.$from.node(1)?.type.name === 'infobox')
    return tr.insertText(oneLine(wordsOf(slice))).scrollIntoView()
  const blocks = new Set<unknown>()
  const claims = new Set<unknown>()
  tr.doc.descendants((node) => {
    if (node.attrs.blockId) blocks.add(node.attrs.blockId)
    for (const mark of node.marks) claims.add(mark.attrs.number)
  })
  const own = (node: ProseNode): ProseNode => {
    if (node.isText) return node.mark(node.marks.filter(({ attrs }) => !claims.has(attrs.number)))
    const attrs = blocks.has(node.attrs.blockId) ? { ...node.attrs, blockId: '' } : node.attrs
    return node.type.create(attrs, fragmentOf(node.content), node.marks)
  }
  const fragmentOf = (content: Fragment) => {
    const nodes: ProseNode[] = []
    content.forEach((node) => {
      nodes.push(own(node))
    })
    return Fragment.from(nodes)
  }
  return tr.replaceSelection(new Slice(fragmentOf(slice.content), slice.openStart, slice.openEnd)).scrollIntoView()
}

function nodesOf(schema: Schema, blocks: readonly PastedBlock[]): ProseNode[] {
  const { heading, paragraph, quotation, list, item } = schema.nodes
  if (!heading || !paragraph || !quotation || !list || !item) throw new Error('the galley’s document has these nodes')
  const nodes: ProseNode[] = []
  let items: ProseNode[] = []
  const endList = () => {
    if (items.length > 0) nodes.push(list.create(null, items))
    items = []
  }
  for (const { kind, level, text } of blocks) {
    const words = schema.text(text)
    if (kind === 'list_item') {
      items.push(item.create({ level: level ?? 1 }, words))
      continue
    }
    endList()
    if (kind === 'heading') nodes.push(heading.create({ level: level ?? 2 }, words))
    else nodes.push((kind === 'quotation' ? quotation : paragraph).create(null, words))
  }
  endList()
  return nodes
}
