import type { Node as ProseNode, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { type Framing, framingOf, sameFraming } from '@/lib/domain/article/framing.ts'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { claimRanges } from './claim-range.ts'
import { galleyDocument } from './galley-document.ts'

/**
 * Gives a claim of the document its recorded words again, where it stands; one whose words are gone stands behind the
 * claim it follows in the record (or before the one that follows it), or gets its block back. Words that were put under
 * another label leave it; a block that was made a quotation, or is none any more, becomes what it was. A step like any
 * other, so undo takes it back.
 */
export function putBack(
  state: EditorState,
  number: number,
  blocks: readonly LayoutBlock[],
  textOf: (claim: number) => string,
): Transaction | null {
  const mark = state.schema.marks.claim?.create({ number })
  const home = blocks.findIndex(({ claims }) => claims.includes(number))
  const block = blocks[home]
  if (!mark || !block) return null
  const words = state.schema.text(textOf(number), [mark])
  const own = claimRanges(state.doc).filter((range) => range.number === number)
  const [first, ...rest] = own
  const tr = state.tr
  for (const { from, to } of rest.reverse()) tr.delete(from, to)
  if (first) {
    tr.replaceWith(first.from, first.to, words)
    if (framesAsRecorded(tr, first.from, block)) return tr
    tr.delete(first.from, first.from + words.nodeSize)
  }
  const at = block.claims.indexOf(number)
  for (const before of block.claims.slice(0, at).reverse()) {
    const last = claimRanges(tr.doc).findLast((range) => range.number === before)
    if (last) return tr.insert(last.to, words)
  }
  for (const behind of block.claims.slice(at + 1)) {
    const next = claimRanges(tr.doc).find((range) => range.number === behind)
    if (next) return tr.insert(next.from, words)
  }
  return intoEmptyBlock(tr, block, words) ?? withBlock(tr, blocks, home, number, textOf)
}

/** Whether the words at a place are framed as the record frames them; a block of their own is made what it was. */
function framesAsRecorded(tr: Transaction, place: number, block: LayoutBlock): boolean {
  const $place = tr.doc.resolve(place)
  if (sameFraming(framingAt($place), framingOf(block))) return true
  const [node] = galleyDocument([{ ...block, claims: [] }], () => '').content ?? []
  const type = node && tr.doc.type.schema.nodes[node.type ?? '']
  if ($place.parent.attrs.blockId !== block.id || $place.depth !== 1 || !type?.isTextblock) return false
  tr.setNodeMarkup($place.before(), type, node?.attrs)
  return true
}

function framingAt($place: ResolvedPos): Framing {
  const { parent } = $place
  if (parent.type.name !== 'value')
    return framingOf({ kind: parent.type.name === 'quotation' ? 'quotation' : 'paragraph' })
  let label = ''
  const box = $place.node(-1)
  for (let at = 0; at <= $place.index(-1); at++)
    if (box.child(at).type.name === 'label') label = String(box.child(at).attrs.text)
  return framingOf({ kind: 'infobox_field', label })
}

/** The block still stands, without words: a field of the infobox, or a paragraph that was emptied. */
function intoEmptyBlock(tr: Transaction, block: LayoutBlock, words: ProseNode): Transaction | null {
  let place: number | null = null
  tr.doc.descendants((node, position) => {
    if (node.isTextblock && node.attrs.blockId === block.id) place ??= position + 1
  })
  return place === null ? null : tr.insert(place, words)
}

/** The block is gone: it comes back with this one claim, behind the nearest block before it that stands. */
function withBlock(
  tr: Transaction,
  blocks: readonly LayoutBlock[],
  home: number,
  number: number,
  textOf: (claim: number) => string,
): Transaction | null {
  const block = blocks[home]
  const [node] = block ? (galleyDocument([{ ...block, claims: [number] }], textOf).content ?? []) : []
  // A field of the infobox cannot be taken out, so it need not be made again.
  if (!node || node.type === 'infobox') return null
  const ends = new Map<string, number>()
  tr.doc.forEach((child, offset) => {
    child.descendants((inner) => {
      ends.set(String(inner.attrs.blockId ?? ''), offset + child.nodeSize)
    })
    ends.set(String(child.attrs.blockId ?? ''), offset + child.nodeSize)
  })
  const before = blocks
    .slice(0, home)
    .reverse()
    .find(({ id }) => ends.has(id))
  return tr.insert(before ? (ends.get(before.id) ?? 0) : 0, tr.doc.type.schema.nodeFromJSON(node))
}
