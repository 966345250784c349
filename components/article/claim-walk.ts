import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { isUnfinished } from '@/lib/domain/claim/status.ts'

type Walk = {
  /** Claims in reading order. */
  order: readonly number[]
  claims: ReadonlyMap<number, ClaimSummary>
  from: number | null
  /** Claims that a filter leaves bright; null where nothing narrows. */
  bright: ReadonlySet<number> | null
}

/** The next claim in reading order (or the one before) that a filter leaves bright; with `unfinished`, that asks for something. */
export function nextClaim({ order, claims, from, bright }: Walk, by: 1 | -1, unfinished: boolean): number | null {
  const start = from === null ? (by === 1 ? -1 : order.length) : order.indexOf(from)
  for (let at = start + by; at >= 0 && at < order.length; at += by) {
    const claim = claims.get(order[at] ?? 0)
    const wanted = claim && (!unfinished || isUnfinished(claim.status)) && (bright === null || bright.has(claim.number))
    if (wanted) return claim.number
  }
  return null
}
