import { type Group, partitioned } from './group.ts'
import type { Decision, Piece, RecordedPiece } from './piece.ts'
import { describe as describeGroups } from './reconcile.ts'

/**
 * What a person says against a decision, by indexes into the two texts:
 * - `same`: the piece `after` is the claim `before`, alone;
 * - `new`: the piece is no claim of the text before;
 * - `together`: the piece belongs to the claim too (with whatever either is in already): split, or merged.
 */
export type Correction =
  | { kind: 'same'; before: number; after: number }
  | { kind: 'new'; after: number }
  | { kind: 'together'; before: number; after: number }

/**
 * The decisions with one correction made. What a group loses leaves the rest of it as it was: a split in three without
 * one part is a split in two, a claim without any part is retired, a part without a claim new. A correction that names
 * an index out of range, or asks for many claims that became many others, changes nothing.
 */
export function correct(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  decisions: readonly Decision[],
  correction: Correction,
): Decision[] {
  if (!isInRange(correction, before.length, after.length)) return [...decisions]
  const groups = partitioned(corrected(decisions, correction), before.length, after.length)
  if (groups.some((group) => group.before.length > 1 && group.after.length > 1)) return [...decisions]
  return describeGroups(before, after, groups)
}

function isInRange(correction: Correction, before: number, after: number): boolean {
  const inside = (at: number, length: number) => Number.isInteger(at) && at >= 0 && at < length
  return inside(correction.after, after) && (correction.kind === 'new' || inside(correction.before, before))
}

function corrected(groups: readonly Group[], correction: Correction): Group[] {
  const isOld = (at: number) => correction.kind !== 'new' && at === correction.before
  const isNew = (at: number) => at === correction.after
  if (correction.kind === 'together') {
    const touched = groups.filter((group) => group.before.some(isOld) || group.after.some(isNew))
    const side = (name: 'before' | 'after') => touched.flatMap((group) => group[name]).sort((a, b) => a - b)
    return [...groups.filter((group) => !touched.includes(group)), { before: side('before'), after: side('after') }]
  }
  const rest = groups
    .map((group) => ({
      before: group.before.filter((at) => !isOld(at)),
      after: group.after.filter((at) => !isNew(at)),
    }))
    .filter((group) => group.before.length > 0 && group.after.length > 0)
  return [...rest, { before: correction.kind === 'same' ? [correction.before] : [], after: [correction.after] }]
}
