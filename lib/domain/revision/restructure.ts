import { framingOf, framingsIn, type Said, sameFraming } from '../article/framing.ts'
import { type Layout, type LayoutBlock, sameButSpace } from '../article/layout.ts'
import type { Standing, Target, TargetClaim } from '../article/target.ts'
import { wordingProblem } from '../claim/wording.ts'
import { words } from '../text/word.ts'

/** A claim that did not stand before: one of the parts of a claim that was split, or altogether new (`from` empty). */
export type FreshClaim = Said & { number: number; from: number[]; heading: boolean }

/** Everything that makes a target of a standing article. Claims go by their number. */
export type Plan = {
  layout: Layout
  layoutChanged: boolean
  /**
   * Claims that live on in other words, or under another label. `recheck`: its place changes what it says, as whoever
   * records it said, so that its checks go stale whatever the words.
   */
  reworded: (Said & { number: number; recheck?: true })[]
  /** Claims that come back into the article after they had been retired or merged away. */
  revived: (Said & { number: number })[]
  fresh: FreshClaim[]
  /** Claims that leave the article; `into` names the claim that took their words, where one did. */
  ended: { number: number; into: number | null }[]
  /** Claims whose words stand in several now; themselves first. */
  split: { number: number; parts: number[] }[]
  /** Claims that took in others. */
  merged: { number: number; others: number[] }[]
}

export type PlanProblem = { problem: string }

/**
 * What has to be recorded so that an article that stands one way stands another. Claims keep their number for life:
 * of the parts of a split claim, the one with most of its words keeps it (the first, where two have as many), and of
 * claims that merge, the one that gives most words. New claims are numbered in reading order from `nextNumber`.
 * Words that a claim keeps are not recorded again: where only white space differs, the layout has it.
 * Gives words for a person where the target is none: an empty claim, or one claim in two places that are no split.
 *
 * Linear in the words of claims that are split or merged, and in the number of claims.
 * @param recheck claims whose checks are to go stale although their words are the same
 */
export function planRestructure(
  standing: Standing,
  target: Target,
  nextNumber: number,
  recheck: ReadonlySet<number> = new Set(),
): Plan | PlanProblem {
  const claims = target.blocks.flatMap((block) => block.claims)
  for (const { text, from } of claims) {
    if (text.trim() === '') return { problem: 'A claim cannot be empty.' }
    if (from.some((number) => !Number.isInteger(number) || number < 1 || number >= nextNumber))
      return { problem: 'A claim is named that this article never had. Nothing was recorded.' }
  }
  const places = new Map<number, TargetClaim[]>()
  for (const claim of claims)
    for (const number of new Set(claim.from)) places.set(number, [...(places.get(number) ?? []), claim])
  for (const [number, at] of places)
    if (at.length > 1 && at.some(({ from }) => from.length > 1))
      return { problem: `C-${number} cannot be split and merged at once. Record the one, then the other.` }

  const numberOf = heirs(standing, claims)
  let next = nextNumber
  const plan: Omit<Plan, 'layout' | 'layoutChanged'> = {
    reworded: [],
    revived: [],
    fresh: [],
    ended: [],
    split: [],
    merged: [],
  }
  const framings = framingsIn(standing.layout)
  const blocks = target.blocks.map((block) => {
    const framing = framingOf(block)
    const set: Record<string, string> = {}
    const claims = block.claims.map((claim) => {
      const said = { text: claim.text, ...framing }
      const own = numberOf.get(claim)
      if (own === undefined) {
        const number = next++
        plan.fresh.push({ number, ...said, from: claim.from, heading: block.kind === 'heading' })
        numberOf.set(claim, number)
        return number
      }
      const before = standing.texts.get(own)
      const wording = standing.wordings?.get(own) ?? before
      const others = claim.from.filter((number) => number !== own)
      if (others.length > 0) plan.merged.push({ number: own, others })
      if (before === undefined || wording === undefined) plan.revived.push({ number: own, ...said })
      else if (recheck.has(own)) plan.reworded.push({ number: own, ...said, recheck: true })
      else if (!sameButSpace(before, claim.text) || !sameFraming(framings.get(own), framing))
        plan.reworded.push({ number: own, ...said })
      // What took another in gets a wording of its own, of what it says now.
      else if ((others.length > 0 ? before : wording) !== claim.text) set[own] = claim.text
      return own
    })
    return { ...block, claims, ...(Object.keys(set).length > 0 && { set }) }
  })
  for (const [number, at] of places) {
    if (at.length < 2) continue
    const parts = at.map((claim) => numberOf.get(claim) ?? 0)
    plan.split.push({ number, parts: [number, ...parts.filter((part) => part !== number)] })
  }
  const alive = new Set(numberOf.values())
  for (const number of standing.texts.keys()) {
    if (alive.has(number)) continue
    const into = places.get(number)?.[0]
    plan.ended.push({ number, into: into === undefined ? null : (numberOf.get(into) ?? null) })
  }
  const layout = { open: target.open, close: target.close, blocks: named(blocks) }
  return { ...plan, layout, layoutChanged: !sameLayout(layout, standing.layout) }
}

/** Whether recording a plan would leave the article as it is. */
export function changesNothing({ layoutChanged, reworded, revived, fresh, ended }: Omit<Plan, 'layout'>): boolean {
  return !layoutChanged && reworded.length + revived.length + fresh.length + ended.length === 0
}

/** Which target claim goes on under which number. */
function heirs(standing: Standing, claims: readonly TargetClaim[]): Map<TargetClaim, number> {
  const wanting = Map.groupBy(
    claims.filter(({ from }) => from.length > 0),
    (claim) => (claim.from.length === 1 ? (claim.from[0] ?? 0) : giverOfMost(standing, claim)),
  )
  const numberOf = new Map<TargetClaim, number>()
  for (const [number, [first, ...others]] of wanting) {
    if (first === undefined) continue
    // Words are counted only where there is a choice: nearly all claims go on as they are.
    const shared = (claim: TargetClaim) => sharedWords(standing.texts.get(number) ?? '', claim.text)
    let best = { claim: first, shared: others.length > 0 ? shared(first) : 0 }
    for (const claim of others) {
      const its = shared(claim)
      if (its > best.shared) best = { claim, shared: its }
    }
    numberOf.set(best.claim, number)
  }
  return numberOf
}

function giverOfMost(standing: Standing, claim: TargetClaim): number {
  let most = { number: claim.from[0] ?? 0, shared: -1 }
  for (const number of claim.from) {
    const shared = sharedWords(standing.texts.get(number) ?? '', claim.text)
    if (shared > most.shared) most = { number, shared }
  }
  return most.number
}

/** How many words two texts have in common, each counted as often as both have it. */
export function sharedWords(one: string, other: string): number {
  const counts = new Map<string, number>()
  for (const { text } of words(one)) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1)
  let shared = 0
  for (const { text } of words(other)) {
    const left = counts.get(text.toLowerCase()) ?? 0
    if (left === 0) continue
    counts.set(text.toLowerCase(), left - 1)
    shared++
  }
  return shared
}

/** Blocks keep their id; those without one, or with one that stands already, get the next free. */
function named(blocks: readonly (Omit<LayoutBlock, 'id'> & { id?: string })[]): LayoutBlock[] {
  const taken = new Set<string>()
  let free = 1 + Math.max(0, ...blocks.map(({ id }) => Number(/^b(\d{1,9})$/.exec(id ?? '')?.[1] ?? 0)))
  return blocks.map((block) => {
    const id = block.id !== undefined && !taken.has(block.id) ? block.id : `b${free++}`
    taken.add(id)
    return { ...block, id }
  })
}

function sameLayout(one: Layout, other: Layout): boolean {
  const spell = ({ open, close, blocks }: Layout) =>
    JSON.stringify([
      open,
      close,
      blocks.map((b) => [b.id, b.kind, b.label, b.level, b.open, b.close, b.claims, b.set ?? {}]),
    ])
  return spell(one) === spell(other)
}

/** What is wrong with the wordings that a plan would record, as someone typed them; null when nothing is. */
export function wordingsProblem(plan: Pick<Plan, 'reworded' | 'fresh'>): string | null {
  for (const { text } of [...plan.reworded, ...plan.fresh]) {
    const problem = wordingProblem(text)
    if (problem) return problem
  }
  return null
}
