import type { JSONContent } from '@tiptap/core'
import type { BlockKind } from '@/lib/domain/article/block.ts'
import type { Run } from '@/lib/domain/article/recut.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import type { DraftBlock } from '@/lib/domain/revision/draft.ts'

const KINDS: Partial<Record<string, BlockKind>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  quotation: 'quotation',
  item: 'list_item',
}

/** What someone made of the galley's document, as blocks of runs: which block and which claim each says it is. */
export function draftBlocks(document: JSONContent): DraftBlock[] {
  const blocks: DraftBlock[] = []
  for (const node of document.content ?? []) {
    if (node.type === 'infobox') {
      let label = ''
      for (const row of node.content ?? []) {
        if (row.type === 'label') label = named(row.attrs?.text)
        else blocks.push({ ...blockOf(row, Number(row.attrs?.level) > 0 ? 'list_item' : 'infobox_field'), label })
      }
    } else if (node.type === 'list') {
      for (const item of node.content ?? []) blocks.push(blockOf(item, 'list_item'))
    } else blocks.push(blockOf(node, KINDS[node.type ?? ''] ?? 'paragraph'))
  }
  return blocks
}

/** Far beyond any article; what a page sent may say anything. */
const LEVELS = 20
const LONGEST_NAME = 200

function blockOf(node: JSONContent, kind: BlockKind): DraftBlock {
  const id = named(node.attrs?.blockId)
  const level = Math.min(LEVELS, Math.trunc(Number(node.attrs?.level) || 0))
  const runs = (node.content ?? []).flatMap((inline): Run[] => {
    const hint: unknown = inline.marks?.find((mark) => mark.type === 'claim')?.attrs?.number
    const known = typeof hint === 'number' && Number.isSafeInteger(hint) && hint > 0
    return inline.text ? [{ text: kept(inline.text), ...(known && { hint }) }] : []
  })
  return { ...(id && { id }), kind, ...(level > 0 && { level }), runs }
}

/** A name that a page sent, which may be anything. */
function named(name: unknown): string {
  return kept(String(name ?? '').slice(0, LONGEST_NAME))
}

/** Words as a database can hold them: half a character becomes the mark for one, a zero byte goes. */
function kept(text: string): string {
  return oneLine(text.toWellFormed().replaceAll('\0', ''))
}
