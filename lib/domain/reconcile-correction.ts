import { type Decision, describe, type Piece, type RecordedPiece } from './reconcile'

export type Correction = { kind: 'same'; before: number; after: number } | { kind: 'new'; after: number }

export function correct(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  decisions: readonly Decision[],
  correction: Correction,
): Decision[] {
  const groups = decisions.map((d) => ({
    before: correction.kind === 'same' ? d.before.filter((b) => b !== correction.before) : d.before,
    after: d.after.filter((a) => a !== correction.after),
  }))
  const loose = groups.flatMap((g) =>
    g.after.length === 0
      ? g.before.map((b) => ({ before: [b], after: [] }))
      : g.before.length === 0
        ? g.after.map((a) => ({ before: [], after: [a] }))
        : [g],
  )
  loose.push({ before: correction.kind === 'same' ? [correction.before] : [], after: [correction.after] } as never)
  return describe(before, after, loose)
}
