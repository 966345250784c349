import { type Standing, type Target, targetClaims } from '../article/target.ts'
import type { Plan } from './restructure.ts'
import type { NewBlock, StructureChange } from './structure.ts'

/** What someone who may not record proposes instead: new wordings of claims, and changes of structure. */
export type DraftProposals = { wordings: { number: number; text: string }[]; structures: StructureChange[] }

/**
 * A planned state as proposals that can be accepted one by one, in any order. What is left over is how the text is set
 * (paragraphs broken or joined, kinds of blocks): that is no change of a claim.
 * @param moved numbers of claims that stand in another place
 */
export function proposalsOf(standing: Standing, target: Target, plan: Plan, moved: readonly number[]): DraftProposals {
  const claims = targetClaims(target)
  const says = (number: number) => standing.texts.get(number) ?? ''
  const structures: StructureChange[] = []
  const structural = new Set<number>()

  for (const { number } of plan.split) {
    structural.add(number)
    const texts = claims.filter(({ from }) => from.length === 1 && from[0] === number).map(({ text }) => text)
    structures.push({ kind: 'split', claim: number, says: says(number), texts })
  }
  for (const { number, others } of plan.merged) {
    const claim = claims.find(({ from }) => from.length > 1 && from.includes(number))
    const together = inOrder(standing, [number, ...others])
    if (!claim || !together) continue
    for (const one of together) structural.add(one)
    structures.push({ kind: 'merged', claims: together, says: together.map(says), text: claim.text })
  }
  for (const { number } of plan.ended)
    if (!structural.has(number)) structures.push({ kind: 'retired', claim: number, says: says(number) })

  let after: number | null = null
  let home = -1
  let growing: { after: number | null; blocks: NewBlock[]; block: number } | null = null
  for (const { text, from, block, kind, label } of claims) {
    const [number] = from
    if (number === undefined) {
      if (!growing) {
        growing = { after, blocks: [], block: -1 }
        structures.push({ kind: 'new', after: growing.after, blocks: growing.blocks })
      }
      if (growing.block === block) growing.blocks.at(-1)?.texts.push(text)
      else {
        const level = target.blocks[block]?.level
        const framed = { ...(level !== undefined && { level }), ...(label !== undefined && { label }) }
        const own = block === home ? {} : { kind, ...framed }
        growing.blocks.push({ ...own, texts: [text] })
        growing.block = block
      }
      continue
    }
    growing = null
    if (moved.includes(number) && !structural.has(number))
      structures.push({ kind: 'moved', claim: number, says: says(number), after })
    after = number
    home = block
  }
  // The white space behind a claim follows from what stands beside it: no one has to accept that by itself.
  const wordings = plan.reworded.filter(
    ({ number, text }) => !structural.has(number) && text.trim() !== says(number).trim(),
  )
  return { wordings, structures }
}

/**
 * Why nothing of a planned state can be proposed; null where something can, or where it changes no claim. A label, or
 * being a quotation, is set by an editor.
 */
export function whyNotPropose(standing: Standing, plan: Plan, { wordings, structures }: DraftProposals): string | null {
  if (wordings.length + structures.length > 0) return null
  const framed = plan.reworded.some(({ number, text }) => text.trim() === standing.texts.get(number)?.trim())
  return framed ? 'Labels and quotations are changed by an editor: nothing here can be proposed.' : null
}

/** Claims in reading order where they stand side by side in one block; null where they don't. */
function inOrder({ layout }: Standing, numbers: readonly number[]): number[] | null {
  const wanted = new Set(numbers)
  const block = layout.blocks.find(({ claims }) => claims.some((number) => wanted.has(number)))
  const at = block?.claims.findIndex((number) => wanted.has(number)) ?? -1
  const run = block?.claims.slice(at, at + wanted.size) ?? []
  return run.length === wanted.size && run.every((number) => wanted.has(number)) ? run : null
}
