import type { Decision, Outcome } from '../reconcile/piece.ts'
import { describing } from '../reconcile/reconcile.ts'
import { atOnce } from '../text/step.ts'
import { changeKeys, isChange, SETTING_KEY } from './change-key.ts'
import { type ChosenBase, onlyChosen, settingChanges } from './chosen-change.ts'
import { type CutBlock, piecesOf } from './draft.ts'
import type { Shown } from './shown-decision.ts'
import type { Choice, Conflict } from './three-way.ts'

/** One change of the claims of a text, whether it was chosen to be recorded or not. */
export type Change = {
  key: string
  chosen: boolean
  outcome: Outcome
  moved: boolean
  before: { number: number; text: string }[]
  after: string[]
}

export type Choosing = {
  /** Every change of claims, in the order of the decisions. */
  changes: Change[]
  /** How the text is set, where that changes too. */
  setting: { chosen: boolean } | null
  /** The change that a decision or a conflict about the whole text belongs to. */
  changeOf: (one: Shown | Conflict) => Change | undefined
  /** The text of the chosen changes, with what was decided about it; null where all of it is wanted. */
  text: { blocks: CutBlock[]; decisions: Decision[]; choices: ReadonlyMap<string, Choice> } | null
  /** Why this is no choice; in words for a person. */
  problem: string | null
}

/**
 * A text with every change it makes, and what remains of it when only some are wanted. Keys that name no change (any
 * more) choose nothing. What was decided about the chosen pieces stays decided, corrections and all: nothing is compared
 * again.
 *
 * @param base its blocks are empty where they are not known: then only all of the text can be wanted
 * @param chosen keys of the wanted changes; all are, where undefined
 * @param choices sides taken in conflicts of the whole text, by the conflict's key
 */
export function choose(
  base: ChosenBase,
  theirs: readonly CutBlock[],
  decisions: readonly Decision[],
  chosen: readonly string[] | undefined,
  choices: ReadonlyMap<string, Choice>,
): Choosing {
  return atOnce(choosing(base, theirs, decisions, chosen, choices))
}

/** The same with pauses. */
export function* choosing(
  base: ChosenBase,
  theirs: readonly CutBlock[],
  decisions: readonly Decision[],
  chosen: readonly string[] | undefined,
  choices: ReadonlyMap<string, Choice>,
): Generator<void, Choosing> {
  const pieces = piecesOf(theirs)
  const wanted = chosen && new Set(chosen)
  const keys = changeKeys(decisions, base.pieces, pieces)
  const changeAt = decisions.map(({ outcome, moved, before, after }, at): Change | undefined => {
    const key = keys[at] ?? ''
    if (!isChange({ outcome, moved })) return undefined
    return {
      key,
      chosen: wanted?.has(key) ?? true,
      outcome,
      moved,
      before: before.map((claim) => ({
        number: base.pieces[claim]?.number ?? 0,
        text: base.pieces[claim]?.text ?? '',
      })),
      after: after.map((piece) => pieces[piece]?.text ?? ''),
    }
  })
  const changes = changeAt.flatMap((change) => change ?? [])
  yield
  const isSet = base.blocks.length > 0 && settingChanges(base, theirs, decisions)
  yield
  const setting = isSet ? { chosen: wanted?.has(SETTING_KEY) ?? true } : null
  const changeOf = (one: Shown | Conflict) => changeAt['of' in one ? (one.of ?? -1) : ofConflict(one.key, decisions)]
  const none = !setting?.chosen && !changes.some((change) => change.chosen)
  const problem = none && (setting || changes.length > 0) ? 'Choose at least one change to record.' : null
  if (!wanted) return { changes, setting, changeOf, text: null, problem }
  const outcome = onlyChosen(base, theirs, decisions, (at) => changeAt[at]?.chosen ?? false, setting?.chosen ?? false)
  yield
  const text = {
    blocks: outcome.blocks,
    decisions: yield* describing(base.pieces, piecesOf(outcome.blocks), outcome.groups),
    choices: carried(choices, outcome.pieces),
  }
  return { changes, setting, changeOf, text, problem }
}

/** Conflicts go by the first piece, or by the claim that is gone; of the pieces some are left out. */
function carried(choices: ReadonlyMap<string, Choice>, pieces: readonly (number | null)[]): Map<string, Choice> {
  const gone = [...choices].filter(([key]) => key.startsWith('b'))
  const here = pieces.flatMap((piece, at): [string, Choice][] => {
    const choice = piece === null ? undefined : choices.get(`t${piece}`)
    return choice ? [[`t${at}`, choice]] : []
  })
  return new Map([...gone, ...here])
}

function ofConflict(key: string, decisions: readonly Decision[]): number {
  const at = Number(key.slice(1))
  return decisions.findIndex(({ before, after }) => (key.startsWith('t') ? after[0] : before[0]) === at)
}
