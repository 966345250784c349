import { type Standing, type Target, targetClaims } from '../article/target.ts'
import type { Decision, RecordedPiece } from '../reconcile/piece.ts'
import { describing } from '../reconcile/reconcile.ts'
import { atOnce } from '../text/step.ts'
import { recordedPieces } from './draft.ts'

/**
 * A decision about the article as it stands. `numbers`: its claims; `pieces`: where its words stand in the text taken
 * in, null where the desk's own are kept; `base`: the places of the claims both began with; `of`: which decision about
 * the text taken in brings it about, null where none does.
 */
export type Shown = Decision & { numbers: number[]; base: number[]; pieces: (number | null)[]; of: number | null }

/**
 * The decisions about the article as it stands: which of its claims become which claims of the target.
 * @param decided what became of the claims of base in the text taken in
 */
export function shownDecisions(
  now: Standing,
  target: Target,
  base: readonly RecordedPiece[],
  decided: readonly Decision[],
): Shown[] {
  return atOnce(showing(now, target, base, decided))
}

/** The same with pauses. */
export function* showing(
  now: Standing,
  target: Target,
  base: readonly RecordedPiece[],
  decided: readonly Decision[],
): Generator<void, Shown[]> {
  const before = recordedPieces(now)
  const claims = targetClaims(target)
  const placeOf = new Map(before.map(({ number }, at) => [number, at]))
  const parts = new Map<string, { before: number[]; after: number[] }>()
  claims.forEach(({ from }, at) => {
    const standing = from.flatMap((number) => placeOf.get(number) ?? [])
    const key = standing.length > 0 ? standing.join(' ') : `new ${at}`
    const group = parts.get(key) ?? { before: standing.toSorted((a, b) => a - b), after: [] }
    group.after.push(at)
    parts.set(key, group)
  })
  const taken = new Set([...parts.values()].flatMap((group) => group.before))
  const retired = before.flatMap((_, at) => (taken.has(at) ? [] : [{ before: [at], after: [] }]))
  const ofPiece = new Map(decided.flatMap(({ after }, one) => after.map((at) => [at, one] as const)))
  const ofClaim = new Map(decided.flatMap((decision, one) => decision.before.map((at) => [at, one] as const)))
  const baseOfNumber = new Map(base.map(({ number }, at) => [number, at]))
  yield
  const described = yield* describing(before, claims, [...parts.values(), ...retired])
  yield
  return described.map((decision) => {
    const pieces = decision.after.map((at) => claims[at]?.piece ?? null)
    const numbers = decision.before.map((at) => before[at]?.number ?? 0)
    const of = pieces.flatMap((piece) => (piece === null ? [] : (ofPiece.get(piece) ?? [])))
    const gone = decision.after.length === 0 ? numbers.flatMap((number) => baseOfNumber.get(number) ?? []) : []
    const own = [...new Set([...of.flatMap((one) => decided[one]?.before ?? []), ...gone])]
    return { ...decision, numbers, pieces, base: own, of: of[0] ?? ofClaim.get(gone[0] ?? -1) ?? null }
  })
}
