import type { JSONContent } from '@tiptap/core'
import { isInfobox, type LayoutBlock } from '@/lib/domain/article/layout.ts'
import type { Run } from '@/lib/domain/article/recut.ts'

/** What of a block says where and how it is set. */
type PlacedBlock = Pick<LayoutBlock, 'kind'> & { id?: string; label?: string; level?: number }

type Infobox<B> = { kind: 'infobox'; fields: { label: string; values: B[] }[] }

/** Runs of blocks that are set together: the infobox's fields with their values, the items of a list, or one block. */
export type BlockGroup<B = LayoutBlock> = Infobox<B> | { kind: 'list'; items: B[] } | { kind: 'block'; block: B }

export function groupBlocks<B extends PlacedBlock>(blocks: readonly B[]): BlockGroup<B>[] {
  const groups: BlockGroup<B>[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (isInfobox(block)) {
      const label = block.label ?? ''
      const box: Infobox<B> = last?.kind === 'infobox' ? last : { kind: 'infobox', fields: [] }
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
  return documentOf(blocks, (block) => block.claims.map((number) => ({ text: wordingOf(number), hint: number })))
}

/** Blocks as a document, each with the runs of words that `runsOf` gives it; a run with a hint is marked as that claim. */
export function documentOf<B extends PlacedBlock>(
  blocks: readonly B[],
  runsOf: (block: B) => readonly Run[],
): JSONContent {
  const inline = (block: B): JSONContent[] =>
    runsOf(block)
      .filter(({ text }) => text !== '')
      .map(({ text, hint }) => ({
        type: 'text',
        text,
        ...(hint !== undefined && { marks: [{ type: 'claim', attrs: { number: hint } }] }),
      }))
  const set = (type: string, block: B, attrs: Record<string, unknown> = {}): JSONContent => ({
    type,
    attrs: { blockId: block.id ?? '', ...attrs },
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
