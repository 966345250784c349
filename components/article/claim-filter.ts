import { withLabel } from '@/lib/domain/article/framing.ts'
import { type ClaimSummary, parseClaimKey } from '@/lib/domain/claim/claim.ts'
import { isFound } from '@/lib/domain/text/found-place.ts'

/** What the galley can be narrowed to, in the order shown. */
export const FILTERS = [
  ['mine', 'Mine', (claim: ClaimSummary, me: string) => claim.assignees.includes(me)],
  [
    'unsourced',
    'Unsourced',
    (claim: ClaimSummary) => claim.status !== 'not_checkable' && claim.sources + claim.staleSources === 0,
  ],
  ['unchecked', 'Unchecked', (claim: ClaimSummary) => claim.status === 'unchecked' || claim.status === 'in_progress'],
  ['stale', 'Stale', (claim: ClaimSummary) => claim.status === 'stale'],
  ['lost', 'Quotes gone', (claim: ClaimSummary) => claim.lostSources > 0],
  ['uncovered', 'Words not covered', (claim: ClaimSummary) => claim.uncovered > 0],
  ['disputed', 'Disputed', (claim: ClaimSummary) => claim.status === 'disputed'],
  ['numbers', 'Numbers', (claim: ClaimSummary) => claim.status !== 'not_checkable' && claim.numbers],
  ['threads', 'Open threads', (claim: ClaimSummary) => claim.openThreads > 0],
  ['proposals', 'Proposed wordings', (claim: ClaimSummary) => claim.proposals > 0],
] as const

export type Filter = (typeof FILTERS)[number][0]

/**
 * Which claims stay bright under a filter and a search; null where nothing narrows.
 * @param me the member who looks
 */
export function brightClaims(
  claims: Iterable<ClaimSummary>,
  filter: Filter | null,
  search: string,
  me: string,
): Set<number> | null {
  const words = search.trim()
  const key = /^c-/i.test(words) ? parseClaimKey(words) : null
  if (!filter && !words) return null
  const passes = FILTERS.find(([name]) => name === filter)?.[2] ?? (() => true)
  const bright = new Set<number>()
  for (const claim of claims)
    if (passes(claim, me) && (claim.number === key || isFound(withLabel(claim.label, claim.text), words)))
      bright.add(claim.number)
  return bright
}
