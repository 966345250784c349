import type { Standing } from '../article/target.ts'
import { inOrder } from '../reconcile/order.ts'
import type { Decision, RecordedPiece } from '../reconcile/piece.ts'
import { countWords } from '../text/word.ts'

/** A sentence carried past a heading moved, and not the heading: what a heading weighs beside its words. */
const HEADING_WORDS = 15

/**
 * The claims that the desk put in another place since, and that theirs left where they were: their place is the desk's.
 * Of two claims that changed places, the one with fewer words is said to have moved.
 */
export function movedByDesk(
  base: readonly RecordedPiece[],
  ours: Standing,
  decisions: readonly Decision[],
): ReadonlySet<number> {
  const places = new Map(ours.layout.blocks.flatMap(({ claims }) => claims).map((number, at) => [number, at]))
  const standing = decisions.flatMap(({ before, after, moved }) => {
    const [at = -1] = before
    const piece = base[at]
    const place = piece && places.get(piece.number)
    if (before.length !== 1 || after.length !== 1 || moved || !piece || place === undefined) return []
    const weight = countWords(piece.text) + (piece.kind === 'heading' ? HEADING_WORDS : 0)
    return [{ number: piece.number, before: at, after: place, weight, length: piece.text.length }]
  })
  const kept = inOrder(standing)
  return new Set(standing.filter((one) => !kept.has(one)).map(({ number }) => number))
}
