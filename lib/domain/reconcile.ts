import type { BlockKind } from './block'
import { alignGap, ENOUGH_IN_PLACE, GAP_PAIRS, type Gap } from './reconcile-alignment'
import { alignCopies, anchor, gapsOf, type Keys, pairCopies } from './reconcile-anchor'
import { decide } from './reconcile-decision'
import { pairElsewhere, pairSurely } from './reconcile-elsewhere'
import { evidenceOf } from './reconcile-evidence'
import { pairFields } from './reconcile-field'
import { type Group, Grouping } from './reconcile-group'
import { adoptParts } from './reconcile-part'
import { type BothTerms, type Terms, termsOf } from './reconcile-term'

/** One claim of a text that is taken in. */
export type Piece = {
  text: string
  /** Index of its block. */
  block: number
  kind: BlockKind
  label?: string
  /** The claim number that the text itself names: evidence, never trusted. */
  hint?: number
}

/** One claim of the recorded text. */
export type RecordedPiece = Piece & { number: number }

export const OUTCOMES = ['kept', 'reworded', 'moved', 'split', 'merged', 'retired', 'new'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * What became of the claims `before` (indexes, ascending) which are now the claims `after`.
 * `score`: how much of their words they share, 0 to 1. `reason`: why, in words for a person.
 */
export type Decision = {
  outcome: Outcome
  before: number[]
  after: number[]
  score: number
  reason: string
  moved: boolean
}

/** Says of every claim of either text, in exactly one decision, what became of it. */
export function reconcile(before: readonly RecordedPiece[], after: readonly Piece[]): Decision[] {
  const terms = termsOf(before, after)
  const evidence = evidenceOf(before, after, terms)
  const grouping = new Grouping(before.length, after.length)
  pairFields(before, after, grouping)
  const texts = keysOf(terms, ({ text }) => text)
  anchor(evidence, grouping, texts)
  anchor(evidence, grouping, keysOf(terms, wordKey))
  for (const gap of gapsOf(evidence, grouping).filter(isWide)) {
    alignCopies(gap, grouping, texts)
  }
  for (const gap of gapsOf(evidence, grouping).filter(isWide)) pairSurely(gap, evidence, grouping)
  for (const gap of gapsOf(evidence, grouping)) if (!isWide(gap)) alignGap(gap, evidence, grouping)
  for (const gap of gapsOf(evidence, grouping))
    if (gap.before.length === 1 && gap.after.length === 1) alignGap(gap, evidence, grouping, ENOUGH_IN_PLACE)
  pairElsewhere(evidence, grouping)
  pairCopies(evidence, grouping, texts)
  adoptParts(evidence, grouping)
  return decide(before, after, terms, grouping.groups())
}

/**
 * Names the outcomes, scores, reasons and moves of groups that somebody else decided (a person's corrections).
 * The groups are a partition: every index of either side is in exactly one.
 */
export function describe(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  groups: readonly Group[],
): Decision[] {
  return decide(before, after, termsOf(before, after), groups)
}

function isWide({ before, after }: Gap): boolean {
  return before.length * after.length > GAP_PAIRS
}

function keysOf({ before, after }: BothTerms, key: (terms: Terms) => string): Keys {
  const keyAt = (terms: readonly Terms[]) => (at: number) => {
    const own = terms[at]
    return own ? key(own) : ''
  }
  return { before: keyAt(before), after: keyAt(after) }
}

/** The words alone: marks, case and accents aside. */
function wordKey({ forms }: Terms): string {
  return forms.map(({ id }) => id).join(' ')
}
