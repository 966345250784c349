/**
 * Several people write in one text; one of them records some of its changes and leaves the rest as they are.
 *
 * Plan: every claim of the outcome is an item: a piece of theirs where the change was chosen (or is none), a claim of
 * base where it was not. An item has its place in theirs, in base, or in both; what stayed in order has both. The blocks
 * are those of theirs where the setting was chosen too, else those of base; items that have a place in them stand there,
 * the others are woven in beside their neighbours of the other side (chosen-place). A claim's label, and whether it is a
 * quotation, is part of what it says and goes with its change (chosen-frame). White space between claims is that of a
 * side where they stood next to each other (chosen-edge).
 *
 * So all changes with the setting give theirs, to the letter, and none gives base. Linear, beside sorting.
 */

import type { LayoutBlock } from '../article/layout.ts'
import type { Run } from '../article/recut.ts'
import type { Group } from '../reconcile/group.ts'
import type { Decision, RecordedPiece } from '../reconcile/piece.ts'
import { oneSpaced } from '../reconcile/term.ts'
import { isChange } from './change-key.ts'
import { edged } from './chosen-edge.ts'
import { reframed } from './chosen-frame.ts'
import type { Ends, Item, Side } from './chosen-item.ts'
import { type Bare, weave } from './chosen-place.ts'
import type { CutBlock } from './draft.ts'

/** A recorded state: its blocks, and its claims in reading order, each naming its block. */
export type ChosenBase = { blocks: readonly LayoutBlock[]; pieces: readonly RecordedPiece[] }

export type Chosen = {
  /** The text with the chosen changes alone; what was taken back has its claim's number as hint. */
  blocks: CutBlock[]
  /** Which claims of base its pieces are: what was decided of the chosen ones, and each of the others itself. */
  groups: Group[]
  /** For each of its pieces, which piece of theirs it is; null where base has it. */
  pieces: (number | null)[]
}

/**
 * Theirs, with every change that was not chosen taken back to what base says: words are what they were, what was put in
 * is left out, what was taken out stands again, and what was split, merged or moved stands as it stood. What did not
 * change is left alone.
 *
 * @param decisions what became of base's claims in theirs, every claim and piece in exactly one
 * @param chosen whether the decision at that index was chosen; asked for changes alone
 * @param setting whether the blocks are to be those of theirs: paragraphs, their kinds and order, white space
 */
export function onlyChosen(
  base: ChosenBase,
  theirs: readonly CutBlock[],
  decisions: readonly Decision[],
  chosen: (decision: number) => boolean,
  setting: boolean,
): Chosen {
  const runs = theirs.flatMap(({ pieces }) => pieces)
  const items = decisions.flatMap((decision, at) => {
    if (!isChange(decision)) return kept(decision, at, base.pieces, runs, setting)
    return chosen(at) ? taken(decision, at, runs) : takenBack(decision, at, base.pieces)
  })
  const baseSide: Side<Bare> = {
    name: 'base',
    blocks: base.blocks.map(({ claims: _, ...block }) => block),
    blockOf: base.pieces.map(({ block }) => block),
    texts: base.pieces.map(({ text }) => text),
  }
  const theirSide: Side<Bare> = {
    name: 'theirs',
    blocks: theirs.map(({ pieces: _, ...block }) => block),
    blockOf: theirs.flatMap(({ pieces }, block) => pieces.map(() => block)),
    texts: runs.map(({ text }) => text),
  }
  const [main, other] = setting ? [theirSide, baseSide] : [baseSide, theirSide]
  const woven = reframed(weave(main, other, items), baseSide, theirSide)
  const blocks = woven.map(({ items: own, ...block }) => ({ ...block, pieces: edged(own, main, other) }))
  const placed = woven.flatMap((block) => block.items)
  return { blocks, groups: groupsOf(placed, decisions, chosen), pieces: placed.map(({ piece }) => piece) }
}

/**
 * Whether theirs is set otherwise than base, beside what its changes of claims bring along: paragraphs broken or joined,
 * kinds of blocks, white space inside claims or between them. White space at the ends of a block is no difference.
 */
export function settingChanges(base: ChosenBase, theirs: readonly CutBlock[], decisions: readonly Decision[]): boolean {
  const spell = (blocks: readonly CutBlock[]) =>
    JSON.stringify(
      blocks.map(({ kind, level, label, pieces }) => [
        [kind, level, label],
        pieces.map(({ text }) => oneSpaced(text).trim()),
        oneSpaced(pieces.map(({ text }) => text).join('')).trim(),
      ]),
    )
  return spell(onlyChosen(base, theirs, decisions, () => true, false).blocks) !== spell(theirs)
}

function kept(
  { before, after }: Decision,
  decision: number,
  base: readonly RecordedPiece[],
  runs: Run[],
  set: boolean,
) {
  const [claim = 0, piece = 0] = [before[0], after[0]]
  const [stood, stands] = [base[claim], runs[piece]]
  if (!stood || !stands) return []
  // The words are the same; the white space in them belongs to the setting.
  const run = set ? stands : { text: stood.text, hint: stood.number }
  const own = set ? { claim: null, piece } : { claim, piece: null }
  return [{ run, decision, base: at(claim), theirs: at(piece), ...own }]
}

/** A chosen change, as theirs has it; in base it has the place of the claims it is made of, unless it moved. */
function taken({ before, after, moved }: Decision, decision: number, runs: readonly Run[]): Item[] {
  const [first, last] = [before[0], before.at(-1)]
  return after.map((piece, part) => {
    const starts = !moved && part === 0 && first !== undefined
    const ends = !moved && part === after.length - 1 && last !== undefined
    return {
      run: runs[piece] ?? { text: '' },
      decision,
      base: starts ? { first, ...(ends && { last }) } : ends && after.length > 1 ? { last } : null,
      theirs: at(piece),
      claim: null,
      piece,
    }
  })
}

/** The claims of base again; where they had not moved, in theirs in place of what they had become. */
function takenBack({ before, after, moved }: Decision, decision: number, base: readonly RecordedPiece[]): Item[] {
  const [first, last] = [after[0], after.at(-1)]
  return before.flatMap((claim, part) => {
    const stood = base[claim]
    if (!stood) return []
    const starts = !moved && part === 0 && first !== undefined
    const ends = !moved && part === before.length - 1 && last !== undefined
    const theirs = starts ? { first, ...(ends && { last }) } : ends && before.length > 1 ? { last } : null
    const run = { text: stood.text, hint: stood.number }
    return [{ run, decision, base: at(claim), theirs, claim, piece: null }]
  })
}

const at = (place: number): Ends => ({ first: place, last: place })

function groupsOf(
  placed: readonly Item[],
  decisions: readonly Decision[],
  chosen: (decision: number) => boolean,
): Group[] {
  const parts = new Map<number, number[]>()
  const groups: Group[] = []
  for (const [place, { decision, claim }] of placed.entries()) {
    if (claim !== null) groups.push({ before: [claim], after: [place] })
    else parts.set(decision, [...(parts.get(decision) ?? []), place])
  }
  for (const [decision, after] of parts) groups.push({ before: decisions[decision]?.before ?? [], after })
  const retired = decisions.filter((one, index) => one.after.length === 0 && chosen(index))
  return [...groups, ...retired.map(({ before }) => ({ before, after: [] }))]
}
