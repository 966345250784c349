import type { BlockKind } from '../article/block.ts'
import { type Framing, framingChange, framingsIn } from '../article/framing.ts'
import { joined, markupOf } from '../article/markup.ts'
import { type Standing, type Target, type TargetBlock, type TargetClaim, targetOf } from '../article/target.ts'
import { claimKey } from '../claim/claim.ts'
import { WORDING_LIMIT } from '../claim/wording.ts'
import { words } from '../text/word.ts'

/**
 * One change of an article's structure, that someone makes or proposes. `says`: what the claims said to whoever did;
 * where they say something else by now, the change no longer fits. `after`: the claim behind which something goes,
 * null for the article's start. `frames`: their labels, and whether they were quotations, where it was proposed; absent in
 * proposals of before these counted as said.
 */
export type StructureChange =
  | { kind: 'split'; claim: number; says: string; frames?: Framing[]; texts: string[] }
  | { kind: 'merged'; claims: number[]; says: string[]; frames?: Framing[]; text: string }
  | { kind: 'moved'; claim: number; says: string; frames?: Framing[]; after: number | null }
  | { kind: 'retired'; claim: number; says: string; frames?: Framing[] }
  | { kind: 'new'; after: number | null; blocks: NewBlock[] }

/** Claims that are new. Without a `kind` they stand in the block of the claim they follow. */
export type NewBlock = { kind?: BlockKind; level?: number; label?: string; texts: string[] }

export type Fit = { target: Target } | { misfit: string }

/** The state an article has once a change was made to it, or why the change does not fit it (any more). */
export function applyStructure(standing: Standing, change: StructureChange): Fit {
  const target = targetOf(standing)
  const gone = misfitOf(standing, change)
  if (gone !== null) return { misfit: gone }
  if (change.kind === 'split')
    return replaced(
      target,
      [change.claim],
      change.texts.map((text) => ({ text, from: [change.claim] })),
    )
  if (change.kind === 'merged')
    return replaced(target, change.claims, [{ text: change.text, from: [...change.claims] }])
  if (change.kind === 'retired') return replaced(target, [change.claim], [])
  if (change.kind === 'moved') {
    const moved = { text: standing.texts.get(change.claim) ?? '', from: [change.claim] }
    const without = replaced(target, [change.claim], [])
    return 'misfit' in without ? without : placed(without.target, change.after, [{ claims: [moved] }])
  }
  const blocks = change.blocks.map(({ texts, ...block }) => ({
    ...block,
    claims: texts.map((text) => ({ text, from: [] })),
  }))
  return placed(target, change.after, blocks)
}

/** A change with the frames that its claims have now, to be proposed. */
export function withFrames({ layout }: Standing, change: StructureChange): StructureChange {
  if (change.kind === 'new') return change
  const framings = framingsIn(layout)
  return { ...change, frames: namedIn(change).map((number) => framings.get(number) ?? {}) }
}

function namedIn(change: StructureChange): number[] {
  return change.kind === 'merged' ? change.claims : 'claim' in change ? [change.claim] : []
}

function misfitOf({ texts, layout }: Standing, change: StructureChange): string | null {
  const named = namedIn(change)
  const frames = 'frames' in change ? change.frames : undefined
  const framings = framingsIn(layout)
  const says = 'says' in change ? [change.says].flat() : []
  for (const [at, number] of named.entries()) {
    const text = texts.get(number)
    if (text === undefined) return `${claimKey(number)} is not in the article any more.`
    if (text.trim() !== says[at]?.trim()) return `${claimKey(number)} says something else by now.`
    const reframed = frames && framingChange(frames[at] ?? {}, framings.get(number) ?? {})
    if (reframed) return `${claimKey(number)} says something else by now. ${reframed}`
  }
  const after = 'after' in change ? change.after : null
  if (after !== null && !texts.has(after))
    return `${claimKey(after)}, which it should follow, is not in the article any more.`
  return null
}

/** Puts claims in the place of others, which stand side by side in one block. */
function replaced(target: Target, numbers: readonly number[], claims: TargetClaim[]): Fit {
  const blocks: TargetBlock[] = []
  let found = false
  for (const block of target.blocks) {
    const at = block.claims.findIndex((claim) => claim.from[0] === numbers[0])
    const run = block.claims.slice(at, at + numbers.length).map((claim) => claim.from[0])
    if (at < 0) blocks.push(block)
    else if (run.length !== numbers.length || run.some((number, place) => number !== numbers[place]))
      return { misfit: 'These claims do not stand side by side any more.' }
    else {
      found = true
      const rest = block.claims.toSpliced(at, numbers.length, ...claims)
      if (rest.length > 0 || block.kind === 'infobox_field') blocks.push({ ...block, claims: rest })
    }
  }
  if (!found) return { misfit: 'This claim is not in the article any more.' }
  return {
    target: {
      ...target,
      blocks: joined(
        blocks,
        target.blocks.map(({ id = '' }) => ({ id })),
      ),
    },
  }
}

type Incoming = { kind?: BlockKind; level?: number; label?: string; claims: TargetClaim[] }

function placed(target: Target, after: number | null, incoming: Incoming[]): Fit {
  const blocks = target.blocks.map((block) => ({ ...block, claims: [...block.claims] }))
  const home = after === null ? -1 : blocks.findIndex((block) => block.claims.some((claim) => claim.from[0] === after))
  let next = home + 1
  for (const { kind, level, label, claims } of incoming) {
    const host = blocks[home]
    if (kind === undefined && host) {
      const at = host.claims.findIndex((claim) => claim.from[0] === after)
      const before = host.claims[at]
      if (before && !/\s$/u.test(before.text)) before.text += ' '
      host.claims.splice(
        at + 1,
        0,
        ...claims.map((claim, place) => spaced(claim, place < claims.length - 1 || at + 1 < host.claims.length)),
      )
    } else {
      const own = { ...(level !== undefined && { level }), ...(label !== undefined && { label }) }
      const block = { kind: kind ?? 'paragraph', ...own }
      blocks.splice(next++, 0, { ...block, ...markupOf(block), claims })
    }
  }
  return {
    target: {
      ...target,
      blocks: joined(
        blocks,
        target.blocks.map(({ id = '' }) => ({ id })),
      ),
    },
  }
}

/** A claim with white space behind it where another follows. */
function spaced(claim: TargetClaim, follows: boolean): TargetClaim {
  return follows && !/\s$/u.test(claim.text) ? { ...claim, text: `${claim.text} ` } : claim
}

/**
 * A claim cut in two or more at word boundaries. White space stays with the part before the cut.
 * @param cuts offsets in UTF-16 units; each moves on over white space to the word behind it
 * @returns the parts, or null where a cut lies inside a word, or a part would be without words
 */
export function splitAt(text: string, cuts: readonly number[]): string[] | null {
  const found = words(text)
  const parts: string[] = []
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    let at = cut
    while (at < text.length && /\s/u.test(text[at] ?? '')) at++
    if (found.some(({ start, end }) => start < at && at < end)) return null
    parts.push(text.slice(from, at))
    from = at
  }
  parts.push(text.slice(from))
  return parts.length > 1 && parts.every((part) => words(part).length > 0) ? parts : null
}

/** Neighbours as one claim: their words as they stand. Null where that is more than a claim may hold. */
export function mergedText(texts: readonly string[]): string | null {
  const text = texts.join('')
  return text.length > WORDING_LIMIT ? null : text
}
