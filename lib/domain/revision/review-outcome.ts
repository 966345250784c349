import { claimKey } from '../claim/claim.ts'

/** What became of one proposal of several that were decided on together. `why`: a sentence. */
export type Settlement =
  | { outcome: 'accepted'; revision: number }
  | { outcome: 'rejected' }
  | { outcome: 'left'; why: string }

export type SettledOne = Settlement & { id: string; articleId: string; claim: number | null }

/** Why a proposal of a selection still waits (or was none any more). */
export type Obstacle = 'conflict' | 'own_proposal' | 'second' | 'settled'

/** An obstacle in words for the person who decided. */
export function obstacleWords(obstacle: Obstacle, claim: number): string {
  const key = claimKey(claim)
  switch (obstacle) {
    case 'conflict':
      return `${key} says something else by now.`
    case 'own_proposal':
      return `You wrote the proposal for ${key}: someone else decides on it.`
    case 'second':
      return `${key} got another wording of your selection first.`
    case 'settled':
      return `Someone settled the proposal for ${key} a moment ago.`
  }
}

/** What a decision on several proposals came to: "7 accepted in revision 12, 1 could not be." */
export function outcomeWords(settled: readonly SettledOne[]): string {
  const accepted = settled.flatMap((one) => (one.outcome === 'accepted' ? [one] : []))
  const rejected = settled.filter(({ outcome }) => outcome === 'rejected')
  const left = settled.filter(({ outcome }) => outcome === 'left')
  const parts: string[] = []
  if (accepted.length > 0) parts.push(`${count(accepted.length)} accepted ${whereOf(accepted)}`)
  if (rejected.length > 0) parts.push(`${count(rejected.length)} rejected`)
  if (left.length > 0) parts.push(parts.length > 0 ? `${count(left.length)} could not be` : 'Nothing was decided')
  return `${parts.join(', ') || 'Nothing was decided'}.`
}

function whereOf(accepted: readonly { articleId: string; revision: number }[]): string {
  const articles = new Set(accepted.map(({ articleId }) => articleId))
  if (articles.size > 1) return `in ${count(articles.size)} articles`
  const revisions = [...new Set(accepted.map(({ revision }) => revision))].sort((a, b) => a - b)
  const [first, last] = [revisions[0], revisions.at(-1)]
  if (revisions.length < 2) return `in revision ${first}`
  return `in ${count(revisions.length)} revisions (${first} to ${last})`
}

function count(number: number): string {
  return number.toLocaleString('en')
}
