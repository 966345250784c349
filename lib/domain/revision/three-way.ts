/**
 * Two people went on from one state: what becomes of both. `base` is what they had in common (the revision an editor
 * began with, or what upstream said when it was last taken in), `ours` is the article as it stands now, `theirs` what is
 * to be taken in (the edited document, or upstream's newer state).
 *
 * Plan: reconciliation has said which claims of base the pieces of theirs are. For each of its decisions we ask what the
 * desk has done to those claims since. What only one side changed is taken from that side; what neither changed stays;
 * what both changed the same way is done; everything else is a conflict, which keeps ours until someone chooses.
 * What a claim says includes its label, so that a label changed here and words changed there are a conflict too.
 * (The rule of diff3 — Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007 — on claims, not on lines, so
 * that a moved claim is still the same one.) Where theirs left the structure as it was, ours is kept; otherwise theirs
 * is; claims that only the desk has, or that the desk alone moved, stand beside the claim they follow in ours.
 *
 * Linear in the number of claims, beside the comparisons of words.
 */

import { type Framing, framingOf, framingsIn, labelled, type Said, sameFraming } from '../article/framing.ts'
import { joined, markupOf } from '../article/markup.ts'
import { type Standing, type Target, type TargetBlock, type TargetClaim, targetOf } from '../article/target.ts'
import { withEdgesOf } from '../claim/wording.ts'
import type { Decision, Piece, RecordedPiece } from '../reconcile/piece.ts'
import type { Merged } from '../text/merged-words.ts'
import { atOnce } from '../text/step.ts'
import { movedByDesk } from './desk-move.ts'
import { type CutBlock, piecesOf } from './draft.ts'

export type Choice = 'ours' | 'theirs'

/** Both sides changed the same claims in different ways. `ours` or `theirs` is empty where that side has taken them out. */
export type Conflict = { key: string; claims: number[]; base: string; ours: string; theirs: string; choice: Choice }

export type ThreeWay = {
  /** Numbers are those of the article's claims; 0 where upstream's claim has none here. */
  base: readonly RecordedPiece[]
  theirs: readonly CutBlock[]
  /** What reconciliation says of base and theirs, corrected where someone did. */
  decisions: readonly Decision[]
  ours: Standing
  /** Which claims hold the words of a base claim now; none where they left the article. */
  heldBy: (number: number) => readonly number[]
  choices: ReadonlyMap<string, Choice>
  /** Puts the words of one claim together that both sides changed; without, each such claim is a conflict as a whole. */
  together?: (base: string, ours: string, theirs: string) => Merged
}

export function threeWay(given: ThreeWay): { target: Target; conflicts: Conflict[] } {
  return atOnce(merging(given))
}

/** Decisions between two pauses. */
const PAUSE = 2_000

/** The same with pauses. */
export function* merging(given: ThreeWay): Generator<void, { target: Target; conflicts: Conflict[] }> {
  const { base, ours, decisions, heldBy } = given
  const pieces = piecesOf(given.theirs)
  const ourFraming = framingsIn(ours.layout)
  const oursSays = (number: number): Said => ({ text: ours.texts.get(number) ?? '', ...ourFraming.get(number) })
  const baseSays = (at: number): Said => saidBy(base[at])
  const theirsSays = (at: number): Said => saidBy(pieces[at])
  const placed = new Map<number, TargetClaim[]>()
  const settled = new Set<number>()
  /** Pieces that stand for what ours says: in the frame it has there. */
  const framed = new Map<number, Framing>()
  const conflicts: Conflict[] = []
  const added = addedHere(given)
  const order = new Map(ours.layout.blocks.flatMap((block) => block.claims).map((number, at) => [number, at]))

  for (const [place, { before, after }] of decisions.entries()) {
    if (place % PAUSE === 0) yield
    const numbers = before.map((at) => base[at]?.number ?? 0)
    // In reading order: of a split claim, the part that kept its number need not stand first.
    const held = [...new Set(numbers.flatMap((number) => heldBy(number)))]
      .filter((number) => ours.texts.has(number))
      .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
    const free = held.filter((number) => !settled.has(number))
    const textAt = (at: number) => pieces[at]?.text ?? ''
    const put = (at: number, claim: TargetClaim) => {
      placed.set(at, [...(placed.get(at) ?? []), claim])
      for (const number of claim.from) settled.add(number)
    }
    /** White space that theirs left as it was is ours to change: a claim may have moved to where it needs another. */
    const isAsInBase = (at: number) => before.length === 1 && textAt(at) === base[before[0] ?? -1]?.text
    const putOurs = () => {
      const [at] = after
      if (at === undefined) return
      for (const number of free) {
        const text = ours.texts.get(number) ?? ''
        const sole = free.length === 1 && after.length === 1 && !isAsInBase(at)
        put(at, { text: sole ? withEdgesOf(textAt(at), text) : text, from: [number], piece: at })
        framed.set(at, ourFraming.get(number) ?? {})
      }
    }
    /** Both changes in one claim, in the frame that one side alone gave it; null where that is none of one claim. */
    const together = (): { put: () => void; apart: boolean } | null => {
      const [[was = -1], [number = 0], [at = -1]] = [before, held, after]
      if (before.length !== 1 || held.length !== 1 || after.length !== 1 || settled.has(number)) return null
      const [old, our, their] = [baseSays(was), oursSays(number), theirsSays(at)]
      const oursFrame = sameFraming(their, old)
      if (!(oursFrame || sameFraming(our, old) || sameFraming(our, their))) return null
      const merged = given.together?.(old.text.trim(), our.text.trim(), their.text.trim())
      if (!merged || merged.text.trim() === '') return null
      const putMerged = () => {
        put(at, { text: withEdgesOf(textAt(at), merged.text), from: [number], piece: at })
        if (oursFrame) framed.set(at, ourFraming.get(number) ?? {})
      }
      return { put: putMerged, apart: merged.apart }
    }
    const untouched =
      held.length === numbers.length &&
      numbers.every(
        (number, at) =>
          held[at] === number && !settled.has(number) && same(oursSays(number), baseSays(before[at] ?? -1)),
      )

    if (before.length === 0) {
      const [at = 0] = after
      const known = added.get(textAt(at).trim())?.find((number) => !settled.has(number))
      put(at, { text: textAt(at), from: known === undefined ? [] : [known], piece: at })
    } else if (untouched) {
      if (after.length === 0) for (const number of numbers) settled.add(number)
      const [number] = numbers
      // What neither changed is set as ours sets it.
      const own =
        numbers.length === 1 && after.length === 1 && number !== undefined ? ours.texts.get(number) : undefined
      for (const at of after)
        put(at, { text: own !== undefined && isAsInBase(at) ? own : textAt(at), from: numbers, piece: at })
    } else if (
      before.length === 1 &&
      after.length === 1 &&
      same(baseSays(before[0] ?? -1), theirsSays(after[0] ?? -1))
    ) {
      putOurs()
    } else if (held.length === after.length && held.every((n, at) => same(oursSays(n), theirsSays(after[at] ?? -1)))) {
      putOurs()
    } else {
      const both = together()
      if (both?.apart) {
        both.put()
        continue
      }
      const key = after.length > 0 ? `t${after[0]}` : `b${before[0]}`
      const choice = given.choices.get(key) ?? 'ours'
      conflicts.push({
        key,
        claims: held.length > 0 ? held : numbers.filter((number) => number > 0),
        base: spoken(before.map(baseSays)),
        ours: spoken(held.map(oursSays)),
        theirs: spoken(after.map(theirsSays)),
        choice,
      })
      if (choice === 'ours') putOurs()
      else if (both) both.put()
      else {
        if (after.length === 0) for (const number of free) settled.add(number)
        const gone = numbers.filter((number) => number > 0 && !ours.texts.has(number) && !settled.has(number))
        after.forEach((at, place) => {
          const from = free.length === 0 ? gone.slice(place, place + 1) : givers(free, after.length, place)
          put(at, { text: textAt(at), from, piece: at })
        })
        for (const number of free) settled.add(number)
      }
    }
  }
  yield
  return { target: skeleton(given, placed, settled, framed), conflicts }
}

/** Which of the claims at hand a piece is made of, where several pieces take the place of several claims. */
function givers(free: readonly number[], pieces: number, place: number): number[] {
  if (pieces === 1 || free.length === 1) return [...free]
  return free.slice(place, place + 1)
}

const same = (one: Said, other: Said) => one.text.trim() === other.text.trim() && sameFraming(one, other)

function saidBy(piece: Piece | undefined): Said {
  return { text: piece?.text ?? '', ...(piece && framingOf(piece)) }
}

/** What claims say together, under the label of the first. */
function spoken(said: readonly Said[]): string {
  const text = said.map((one) => one.text).join('')
  return text === '' ? '' : labelled(said[0], text)
}

/** Claims that only the desk has, by their words: theirs may bring the same. */
function addedHere({ base, ours, heldBy }: ThreeWay): Map<string, number[]> {
  const known = new Set(base.flatMap(({ number }) => heldBy(number)))
  const added = new Map<string, number[]>()
  for (const [number, text] of ours.texts)
    if (!known.has(number)) added.set(text.trim(), [...(added.get(text.trim()) ?? []), number])
  return added
}

function skeleton(
  given: ThreeWay,
  placed: ReadonlyMap<number, TargetClaim[]>,
  settled: ReadonlySet<number>,
  framed: ReadonlyMap<number, Framing>,
): Target {
  const standing = targetOf(given.ours)
  if (keepsStructure(given, placed, framed)) return reworded(standing, placed)
  // What the desk moved, and theirs left alone, stands where the desk has it, in the words it has now.
  const moved = movedByDesk(given.base, given.ours, given.decisions)
  const isMoved = ({ from }: TargetClaim) => from.length === 1 && moved.has(from[0] ?? 0)
  const words = new Map(
    [...placed.values()]
      .flat()
      .filter(isMoved)
      .map((claim) => [claim.from[0] ?? 0, claim]),
  )
  for (const block of standing.blocks)
    for (const claim of block.claims) {
      const now = words.get(claim.from[0] ?? 0)
      if (now) Object.assign(claim, { text: withEdgesOf(claim.text, now.text), piece: now.piece })
    }
  const blocks: TargetBlock[] = []
  let piece = 0
  for (const { pieces, ...block } of given.theirs) {
    const frames = pieces.map((_, at) => framed.get(piece + at))
    const claims = pieces.flatMap(() => placed.get(piece++) ?? []).filter((claim) => !isMoved(claim))
    if (claims.length > 0 || pieces.length === 0) blocks.push({ ...inFrame(block, frames), claims })
  }
  const withOurs = insertOurs(blocks, standing, new Set([...settled].filter((number) => !words.has(number))))
  return {
    ...standing,
    blocks: joined(
      withOurs,
      given.theirs.map(({ id = '' }) => ({ id })),
    ),
  }
}

/** A block of theirs in which all claims are as ours has them is framed as ours frames them. */
function inFrame(
  block: Omit<TargetBlock, 'claims'>,
  frames: readonly (Framing | undefined)[],
): Omit<TargetBlock, 'claims'> {
  const [frame] = frames
  if (!frame || frames.some((one) => !one || !sameFraming(one, frame)) || sameFraming(frame, framingOf(block)))
    return block
  const { label: _, level: __, ...bare } = block
  const own: Pick<TargetBlock, 'kind' | 'label' | 'level'> = {
    kind: frame.quoted ? 'quotation' : block.kind === 'quotation' ? 'paragraph' : block.kind,
    ...(frame.label !== undefined && { label: frame.label }),
    ...(!frame.quoted && block.level !== undefined && { level: block.level }),
  }
  return { ...bare, ...own, ...markupOf(own) }
}

/** Whether theirs has the claims of base in their order and blocks, and each lives on here as itself. */
function keepsStructure(
  { base, theirs, decisions, ours }: ThreeWay,
  placed: ReadonlyMap<number, TargetClaim[]>,
  framed: ReadonlyMap<number, Framing>,
): boolean {
  const ourFraming = framingsIn(ours.layout)
  const theirFraming = theirs.flatMap((block) => block.pieces.map(() => framingOf(block)))
  const blockOf = theirs.flatMap(({ pieces }, block) => pieces.map(() => block))
  if (blockOf.length !== base.length) return false
  const kinds = theirs.flatMap(({ kind, label, pieces }) => pieces.map(() => `${kind} ${label ?? ''}`))
  for (const { before, after } of decisions) {
    const [from = -1] = before
    const [to = -1] = after
    if (before.length !== 1 || after.length !== 1 || from !== to) return false
    if (kinds[to] !== `${base[from]?.kind} ${base[from]?.label ?? ''}`) return false
    if (from > 0 && (base[from]?.block === base[from - 1]?.block) !== (blockOf[to] === blockOf[to - 1])) return false
    const claims = placed.get(to) ?? []
    if (claims.some((claim) => claim.from.length !== 1 || !ours.texts.has(claim.from[0] ?? 0))) return false
    const frame = framed.get(to) ?? theirFraming[to]
    if (claims.some((claim) => !sameFraming(frame, ourFraming.get(claim.from[0] ?? 0)))) return false
  }
  return true
}

function reworded(standing: Target, placed: ReadonlyMap<number, TargetClaim[]>): Target {
  const texts = new Map([...placed.values()].flat().map((claim) => [claim.from[0] ?? 0, claim]))
  const blocks = standing.blocks.map((block) => ({
    ...block,
    claims: block.claims.map((claim) => texts.get(claim.from[0] ?? 0) ?? claim),
  }))
  return { ...standing, blocks }
}

/**
 * Puts claims that only the desk has beside the claim of their block that they follow (or, at the start of a block, that
 * they stand before); a block only the desk has goes behind the block it follows in ours.
 */
function insertOurs(blocks: TargetBlock[], standing: Target, settled: ReadonlySet<number>): TargetBlock[] {
  const home = new Map<number, TargetBlock>()
  for (const block of blocks) for (const claim of block.claims) for (const number of claim.from) home.set(number, block)
  const result = [...blocks]
  let last: TargetBlock | undefined
  for (const { claims, id: _, ...block } of standing.blocks) {
    const homeOf = (at: number) => home.get(claims[at]?.from[0] ?? 0)
    for (const [at, claim] of claims.entries()) {
      const number = claim.from[0] ?? 0
      if (!home.has(number) && !settled.has(number)) {
        const [before, behind] = [homeOf(at - 1), homeOf(at + 1)]
        const own = before ?? behind ?? { ...block, claims: [] }
        if (!before && !behind) result.splice(last ? result.indexOf(last) + 1 : 0, 0, own)
        own.claims.splice(placeIn(own, claims[before ? at - 1 : at + 1]?.from[0]) + (before ? 1 : 0), 0, claim)
        home.set(number, own)
      }
      last = home.get(number) ?? last
    }
  }
  return result
}

function placeIn(block: TargetBlock, number: number | undefined): number {
  return Math.max(
    0,
    block.claims.findIndex((claim) => number !== undefined && claim.from.includes(number)),
  )
}
