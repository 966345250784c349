import type { Demands } from '../check/policy.ts'
import type { Stance, Verdict } from '../check/scale.ts'
import { countOrigins } from '../source/origin.ts'

export const STATUSES = [
  'supported',
  'refuted',
  'conflicting_evidence',
  'not_enough_evidence',
  'disputed',
  'stale',
  'in_progress',
  'unchecked',
  'not_checkable',
] as const
export type Status = (typeof STATUSES)[number]

export const STATUS_LABEL: Record<Status, string> = {
  supported: 'Supported',
  refuted: 'Refuted',
  conflicting_evidence: 'Conflicting evidence',
  not_enough_evidence: 'Not enough evidence',
  disputed: 'Disputed',
  stale: 'Stale',
  in_progress: 'In progress',
  unchecked: 'Unchecked',
  not_checkable: 'Not checkable',
}

/**
 * All that a claim's status depends on. Only what counts now goes in: nothing withdrawn, one assessment a member.
 * `substance` numbers the substantial changes of the claim's accepted wording; a check whose number is not the
 * claim's own was made on words that are no longer there.
 */
export type StatusFacts = {
  checkable: boolean
  substance: number
  demands: Demands
  citations: readonly { sourceId: string; stance: Stance; substance: number }[]
  /** Without a verdict where the answer is hidden. */
  assessments: readonly { verdict: Verdict | null; substance: number }[]
  adjudication: { verdict: Verdict; substance: number } | null
  /** Have as many answered as must before assessors see one another's answers? Until then a status depends on none of them. */
  revealed: boolean
  familyOf: (sourceId: string) => string
}

/**
 * The status of a claim: derived, never stored (the rules are those of the product's status table).
 *
 * - An editor's "not checkable" goes before all.
 * - Assessments of the present wording that differ in verdict are `disputed` until an adjudication of that wording;
 *   while assessors are still blind to one another, neither that they differ nor what they say counts.
 * - One answer, from as many assessors and resting on as many independent origins as demanded, is the status.
 *   Origins are counted among citations that bear on the verdict: supporting ones for `supported`, refuting ones for
 *   `refuted`, either for `conflicting_evidence`. `not_enough_evidence` is a finding of absence and asks for none.
 * - Short of that, a claim that someone had assessed or adjudicated in an earlier substance is `stale`.
 * - Otherwise any citation or assessment makes it `in_progress`.
 */
export function claimStatus(facts: StatusFacts): Status {
  if (!facts.checkable) return 'not_checkable'
  const fresh = facts.assessments.filter((a) => a.substance === facts.substance)
  const revealed = facts.revealed && fresh.every((a) => a.verdict !== null)
  const adjudicated = facts.adjudication?.substance === facts.substance ? facts.adjudication.verdict : null
  const verdicts = new Set(fresh.map((a) => a.verdict))
  if (verdicts.size > 1 && adjudicated === null && revealed) return 'disputed'

  const [only] = verdicts
  const answer = adjudicated ?? (verdicts.size === 1 ? only : undefined)
  if (answer && revealed && fresh.length >= facts.demands.assessors && restsOnEnough(facts, answer)) return answer

  const wasChecked = fresh.length < facts.assessments.length || (facts.adjudication !== null && adjudicated === null)
  if (wasChecked) return 'stale'
  return facts.citations.length > 0 || facts.assessments.length > 0 ? 'in_progress' : 'unchecked'
}

function restsOnEnough(facts: StatusFacts, verdict: Verdict): boolean {
  if (verdict === 'not_enough_evidence') return true
  return originsFor(facts, verdict) >= facts.demands.origins
}

const BEARING: Record<Verdict, readonly Stance[]> = {
  supported: ['supports'],
  refuted: ['refutes'],
  conflicting_evidence: ['supports', 'refutes'],
  not_enough_evidence: ['supports', 'refutes', 'context'],
}

/** Independent origins among the citations of the present wording that bear on a verdict. */
export function originsFor(facts: Pick<StatusFacts, 'citations' | 'substance' | 'familyOf'>, verdict: Verdict): number {
  const bearing = facts.citations.filter((c) => c.substance === facts.substance && BEARING[verdict].includes(c.stance))
  return countOrigins(
    bearing.map((c) => c.sourceId),
    facts.familyOf,
  )
}

/** Statuses in which the policy is satisfied for the present wording. */
export function isChecked(status: Status): status is Verdict {
  return (
    status === 'supported' ||
    status === 'refuted' ||
    status === 'not_enough_evidence' ||
    status === 'conflicting_evidence'
  )
}

/** Statuses that ask someone to do something. */
export function isUnfinished(status: Status): boolean {
  return !isChecked(status) && status !== 'not_checkable'
}
