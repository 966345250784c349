import type { BlockKind } from './block.ts'
import type { Layout, LayoutBlock } from './layout.ts'

/**
 * One claim of a state that is to be recorded: its words, and the claims of the article they come from, by number.
 * None: a new claim. One: that claim lives on (or, where several name the same one, a part of it). More: they merge.
 * `piece`: its place in the text that was taken in, where it comes from one.
 */
export type TargetClaim = { text: string; from: number[]; piece?: number }

/** `id`: the block of the present layout whose place and markup this one keeps. */
export type TargetBlock = Omit<LayoutBlock, 'id' | 'claims' | 'set'> & { id?: string; claims: TargetClaim[] }

/** A state of an article that is to be recorded: what the text will be, and which claim each piece of it is. */
export type Target = { open: string; close: string; blocks: TargetBlock[] }

/**
 * The state an article has: its layout and what each claim of it says, with the white space it has there. `wordings`: the
 * same as the claims' wordings have it; where absent, that is no different.
 */
export type Standing = { layout: Layout; texts: ReadonlyMap<number, string>; wordings?: ReadonlyMap<number, string> }

/** An article as it stands, as something to be recorded: recording it changes nothing. */
export function targetOf({ layout, texts }: Standing): Target {
  const blocks = layout.blocks.map(
    ({ claims, set: _, ...block }): TargetBlock => ({
      ...block,
      claims: claims.flatMap((number) => {
        const text = texts.get(number)
        return text === undefined ? [] : [{ text, from: [number] }]
      }),
    }),
  )
  return { open: layout.open, close: layout.close, blocks }
}

/** The claims of a target in reading order, each with the place of its block. */
export function targetClaims(target: Target): (TargetClaim & { block: number; kind: BlockKind; label?: string })[] {
  return target.blocks.flatMap((block, at) =>
    block.claims.map((claim) => ({
      ...claim,
      block: at,
      kind: block.kind,
      ...(block.label !== undefined && { label: block.label }),
    })),
  )
}
