import type { Piece, RecordedPiece } from './reconcile'
import type { Group } from './reconcile-group'
import type { BothTerms } from './reconcile-term'

/** Pairs claims of the same words. */
export function pairExactly(before: readonly RecordedPiece[], after: readonly Piece[], terms: BothTerms): Group[] {
  const places = new Map<string, number[]>()
  for (let at = after.length - 1; at >= 0; at--) {
    const text = terms.after[at]?.text ?? ''
    const found = places.get(text)
    if (found) found.push(at)
    else places.set(text, [at])
  }
  return before.flatMap((_, at) => {
    const to = places.get(terms.before[at]?.text ?? '')?.pop()
    return to === undefined ? [] : [{ before: [at], after: [to] }]
  })
}
