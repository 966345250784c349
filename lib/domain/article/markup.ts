import { isInfobox } from './layout.ts'
import type { TargetBlock } from './target.ts'

type Bare = Pick<TargetBlock, 'kind' | 'level' | 'label'>

/** The plain-text form's markup around a block that has none of its own yet. */
export function markupOf({ kind, level = 1, label }: Bare): { open: string; close: string } {
  if (kind === 'heading') return { open: `${'='.repeat(level)} `, close: ` ${'='.repeat(level)}\n` }
  if (kind === 'list_item') return { open: level === 1 ? '- ' : `${'*'.repeat(level)} `, close: '\n' }
  if (kind === 'infobox_field') return { open: `- ${label ?? ''}: `, close: '\n' }
  if (kind === 'quotation') return { open: '> ', close: '\n\n' }
  return { open: '', close: '\n\n' }
}

/**
 * Blocks with the line breaks their order asks for. Where two blocks stood next to each other before, what stood between
 * them stays, whatever it was; anywhere else the first ends its line, and a blank line parts blocks that would run
 * together. So the file an article is written to is read back as the same blocks.
 * @param before the blocks as they stood, by id
 */
export function joined(blocks: readonly TargetBlock[], before: readonly { id: string }[]): TargetBlock[] {
  const follower = new Map(before.map((block, at) => [block.id, before[at + 1]?.id ?? '']))
  return blocks.map((block, at) => {
    const next = blocks[at + 1]
    const stood = block.id !== undefined && follower.get(block.id) === (next ? next.id : '')
    if (stood) return block
    const mark = block.close.replace(/\s+$/u, '')
    if (!next) return { ...block, close: `${mark}\n` }
    if (isInfobox(block) && isInfobox(next))
      return next.kind === 'infobox_field' ? { ...block, close: `${mark}\n` } : block
    return { ...block, close: mark + (runsOn(block, next) ? '\n' : '\n\n') }
  })
}

/** Whether two blocks are told apart without a blank line. */
function runsOn(block: TargetBlock, next: TargetBlock): boolean {
  return block.kind === 'heading' || (block.kind === 'list_item' && next.kind === 'list_item')
}
