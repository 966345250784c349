import { framingOf, sameFraming } from '../article/framing.ts'
import type { Item, Side } from './chosen-item.ts'
import type { Bare, Woven } from './chosen-place.ts'

/**
 * The frame of a claim (its label, whether it is a quotation) goes with the change of the claim, not with how the text is
 * set: blocks whose claims want another frame than the block has take it, and a block whose claims want different ones is
 * parted between them. The first part keeps the block's id.
 */
export function reframed(woven: readonly Woven[], base: Side<Bare>, theirs: Side<Bare>): Woven[] {
  const wantedBy = ({ claim, piece }: Item): Bare | undefined =>
    claim !== null ? base.blocks[base.blockOf[claim] ?? -1] : theirs.blocks[theirs.blockOf[piece ?? -1] ?? -1]
  return woven.flatMap((block) => {
    const parts: Woven[] = []
    for (const item of block.items) {
      const last = parts.at(-1)
      const wanted = wantedBy(item) ?? block
      if (last && sameFraming(framingOf(last), framingOf(wanted))) last.items.push(item)
      else parts.push({ ...framedAs(block, wanted), items: [item] })
    }
    const [first, ...others] = parts
    if (!first) return [block]
    return [first, ...others.map(({ id: _, ...part }) => part)]
  })
}

function framedAs({ items: _, ...block }: Woven, wanted: Bare): Bare {
  if (sameFraming(framingOf(block), framingOf(wanted))) return block
  const { id: __, ...own } = wanted
  return { ...own, ...(block.id !== undefined && { id: block.id }) }
}
