import type { JSONContent } from '@tiptap/core'
import { isInfobox, type LayoutBlock } from '@/lib/domain/layout'

type Infobox = { kind: 'infobox'; fields: { label: string; values: LayoutBlock[] }[] }

/** Runs of blocks that are set together: the infobox's fields with their values, the items of a list, or one block. */
export type BlockGroup = Infobox | { kind: 'list'; items: LayoutBlock[] } | { kind: 'block'; block: LayoutBlock }

export function groupBlocks(blocks: readonly LayoutBlock[]): BlockGroup[] {
  const groups: BlockGroup[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (isInfobox(block)) {
      const label = block.label ?? ''
      const box: Infobox = last?.kind === 'infobox' ? last : { kind: 'infobox', fields: [] }
      if (box !== last) groups.push(box)
      const field = box.fields.at(-1)
      if (field && field.label === label) field.values.push(block)
      else box.fields.push({ label, values: [block] })
    } else if (block.kind === 'list_item') {
      if (last?.kind === 'list') last.items.push(block)
      else groups.push({ kind: 'list', items: [block] })
    } else groups.push({ kind: 'block', block })
  }
  return groups
}

/** An article as the document the galley's editor opens. */
export function galleyDocument(blocks: readonly LayoutBlock[], wordingOf: (claim: number) => string): JSONContent {
  const inline = (block: LayoutBlock): JSONContent[] =>
    block.claims
      .map((number) => ({ number, text: wordingOf(number) }))
      .filter(({ text }) => text !== '')
      .map(({ number, text }) => ({ type: 'text', text, marks: [{ type: 'claim', attrs: { number } }] }))
  const set = (type: string, block: LayoutBlock, attrs: Record<string, unknown> = {}): JSONContent => ({
    type,
    attrs: { blockId: block.id, ...attrs },
    content: inline(block),
  })
  const content = groupBlocks(blocks).map((group): JSONContent => {
    if (group.kind === 'infobox') {
      const rows = group.fields.flatMap(({ label, values }) => [
        { type: 'label', attrs: { text: label } },
        ...values.map((block) => set('value', block, { level: block.kind === 'list_item' ? (block.level ?? 1) : 0 })),
      ])
      return { type: 'infobox', content: rows }
    }
    if (group.kind === 'list')
      return { type: 'list', content: group.items.map((block) => set('item', block, { level: block.level ?? 1 })) }
    const { block } = group
    if (block.kind === 'heading') return set('heading', block, { level: block.level ?? 2 })
    return set(block.kind === 'quotation' ? 'quotation' : 'paragraph', block)
  })
  return { type: 'doc', content }
}
