import { isChecked, STATUSES, type Status } from './status.ts'

/** Coverage in words. `checked` and `checkable` leave out what an editor called not checkable; `total` does not. */
export type Coverage = {
  total: number
  checkable: number
  checked: number
  byStatus: Record<Status, number>
  claims: Record<Status, number>
}

const zeros = () => Object.fromEntries(STATUSES.map((s) => [s, 0])) as Record<Status, number>

/** Sums words and claims by status. Every word of the article is inside exactly one claim, so `total` is the article's. */
export function coverage(claims: Iterable<{ status: Status; words: number }>): Coverage {
  const sum: Coverage = { total: 0, checkable: 0, checked: 0, byStatus: zeros(), claims: zeros() }
  for (const { status, words } of claims) {
    sum.total += words
    sum.byStatus[status] += words
    sum.claims[status] += 1
    if (status !== 'not_checkable') sum.checkable += words
    if (isChecked(status)) sum.checked += words
  }
  return sum
}

/** Whole per cent, rounded down: 100 only when nothing is left. Of an article with nothing to check: 100. */
export function checkedPercent(sum: Pick<Coverage, 'checked' | 'checkable'>): number {
  return sum.checkable === 0 ? 100 : Math.floor((100 * sum.checked) / sum.checkable)
}
