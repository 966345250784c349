import { isInfobox } from '../article/layout.ts'
import type { Item, Side } from './chosen-item.ts'
import type { CutBlock } from './draft.ts'

/** A block without its words: what it is, and the markup around it. */
export type Bare = Omit<CutBlock, 'pieces'>
export type Woven = Bare & { items: Item[] }

/**
 * Items in the blocks of the main side. Those with no place there are put beside the neighbour they have in their block
 * on the other side: behind the one before, else before the one behind; else into their block, where it stands here too;
 * else in a block of their own behind that of the claim before. Blocks left without a claim go, save fields of the
 * infobox, which stand without a value.
 */
export function weave(main: Side<Bare>, other: Side<Bare>, items: readonly Item[]): Woven[] {
  const woven = main.blocks.map((block): Woven => ({ ...block, items: [] }))
  const known = new Map(woven.flatMap((block) => (block.id === undefined ? [] : [[block.id, block]])))
  const home = new Map<Item, Woven>()
  const put = (item: Item, block: Woven, index: number) => {
    block.items.splice(index, 0, item)
    home.set(item, block)
  }
  for (const item of inOrder(items, main)) {
    const block = woven[blockOf(item, main)]
    if (block) put(item, block, block.items.length)
  }
  const fields = standingFields(woven, main, other)
  const order = inOrder(items, other)
  const following = followers(order, home)
  for (const [at, item] of order.entries()) {
    const own = other.blocks[blockOf(item, other)]
    if (home.has(item) || !own) continue
    const beside = (one: Item | undefined) => {
      const block = one && home.get(one)
      return block && alike(block, own) && blockOf(one, other) === blockOf(item, other) ? block : undefined
    }
    const [before, behind] = [order[at - 1], following.get(item)]
    const [ahead, after] = [beside(before), beside(behind)]
    const [last, next] = [before && home.get(before), behind && home.get(behind)]
    const namesake = own.id === undefined ? undefined : known.get(own.id)
    const same = namesake && alike(namesake, own) ? namesake : undefined
    if (ahead && before) put(item, ahead, behindAll(ahead, before))
    else if (last && before && last === next && alike(last, own)) put(item, last, behindAll(last, before))
    else if (after && behind) put(item, after, after.items.indexOf(behind))
    else if (same && hasRoom(same) && isBetween(woven, last, same, next))
      put(item, same, before && last === same ? behindAll(same, before) : 0)
    else {
      const { id, ...bare } = own
      const named = id !== undefined && (!known.has(id) || same?.items.length === 0)
      const block: Woven = { ...bare, ...(named && { id }), items: [] }
      if (same?.items.length === 0) woven.splice(woven.indexOf(same), 1)
      if (named) known.set(id, block)
      const parted = last && before && last === next ? [partedBehind(last, before)] : []
      for (const part of parted) for (const one of part.items) home.set(one, part)
      woven.splice(last ? woven.indexOf(last) + 1 : 0, 0, block, ...parted)
      put(item, block, 0)
    }
  }
  return woven.filter((block) => block.items.length > 0 || fields.has(block))
}

/** Fields that may stand without a value: those that did, and those that are fields on the other side too. */
function standingFields(woven: readonly Woven[], main: Side<Bare>, other: Side<Bare>): Set<Woven> {
  const filled = new Set(main.blockOf)
  const there = new Set(other.blocks.flatMap(({ kind, id }) => (kind === 'infobox_field' && id ? [id] : [])))
  return new Set(
    woven.filter(({ kind, id }, at) => kind === 'infobox_field' && (!filled.has(at) || there.has(id ?? ''))),
  )
}

/** For each item, the next one behind it that stands in a block already. */
function followers(order: readonly Item[], home: ReadonlyMap<Item, Woven>): Map<Item, Item> {
  const following = new Map<Item, Item>()
  let next: Item | undefined
  for (const item of order.toReversed()) {
    if (next) following.set(item, next)
    if (home.has(item)) next = item
  }
  return following
}

/** The place behind an item and the other parts of the same claim that stand beside it. */
function behindAll({ items }: Woven, item: Item): number {
  let at = items.indexOf(item) + 1
  while (items[at]?.decision === item.decision) at++
  return at
}

/** Takes what stands behind an item out of its block, into one that is set alike. */
function partedBehind(block: Woven, item: Item): Woven {
  const { id: _, items, ...bare } = block
  return { ...bare, items: items.splice(behindAll(block, item)) }
}

/** Whether a block stands where the claims around it on the other side would have it. */
function isBetween(woven: readonly Woven[], last: Woven | undefined, block: Woven, next: Woven | undefined): boolean {
  const at = woven.indexOf(block)
  return (!last || woven.indexOf(last) <= at) && (!next || at <= woven.indexOf(next))
}

/** A heading is one claim. */
function hasRoom({ kind, items }: Woven): boolean {
  return items.length === 0 || kind !== 'heading'
}

/** Whether claims of the one can stand in the other: running text, however it is set, a field, or a heading. */
function alike(one: Bare, other: Bare): boolean {
  const sort = (block: Bare) => (isInfobox(block) ? 'field' : block.kind === 'heading' ? 'heading' : 'text')
  return sort(one) === sort(other)
}

const placeOf = (item: Item, { name }: Side) => item[name]?.first
const blockOf = (item: Item, side: Side) => side.blockOf[placeOf(item, side) ?? -1] ?? -1

function inOrder(items: readonly Item[], side: Side): Item[] {
  return items
    .filter((item) => placeOf(item, side) !== undefined)
    .sort((one, next) => (placeOf(one, side) ?? 0) - (placeOf(next, side) ?? 0))
}
