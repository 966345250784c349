import type { BlockKind } from '../article/block.ts'

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
