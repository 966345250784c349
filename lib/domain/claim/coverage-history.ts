import type { Policy } from '../check/policy.ts'
import type { ClaimFacts, Measure } from './claim.ts'
import { summarise } from './claim.ts'
import { type Coverage, coverage } from './coverage.ts'
import type { Status } from './status.ts'

/** When a row counted: from one change on, up to another. */
export type Span = { from: number; until: number | null }

type Rows<K extends 'citations' | 'assessments' | 'adjudications'> = readonly (ClaimFacts[K][number] & Span)[]
type Claim = ClaimFacts['claims'][number]

/** Everything the status of claims ever depended on, with the time it counted. */
export type ClaimPast = {
  wordings: readonly (Omit<Claim, 'checkable'> & Span)[]
  marks: readonly ({ claimId: string; checkable: boolean } & Span)[]
  citations: Rows<'citations'>
  assessments: Rows<'assessments'>
  adjudications: Rows<'adjudications'>
}

/** A moment of the article's clock, and what its desk held true then. */
export type Instant = {
  seq: number
  policy: Policy
  familyOf: (sourceId: string) => string
  measureOf: (claim: { number: number; wordingId: string; text: string }) => Measure
}

type Judged = { status: Status; words: number }
type Known = { turn: number; instant: Instant; found: Judged | null }

/**
 * The coverage an article had at each of some moments. A claim is judged again only where something of it, or of what its
 * desk held true, changed since the moment before: so it costs little more than the changes there were.
 * @param instants in the order of time; those that share a policy, families or measures share the object
 */
export function coverageHistory(past: ClaimPast, instants: readonly Instant[]): Coverage[] {
  const of = <R extends { claimId: string }>(rows: readonly R[]) => {
    const byClaim = Map.groupBy(rows, (row) => row.claimId)
    return (id: string) => byClaim.get(id) ?? []
  }
  const [marks, citations, assessments, adjudications] = [
    of(past.marks),
    of(past.citations),
    of(past.assessments),
    of(past.adjudications),
  ]
  const judged: Judged[][] = instants.map(() => [])
  for (const [id, wordings] of Map.groupBy(past.wordings, (row) => row.id)) {
    const own = {
      marks: marks(id),
      citations: citations(id),
      assessments: assessments(id),
      adjudications: adjudications(id),
    }
    const turns = turnsOf([wordings, ...Object.values(own)])
    let known: Known | null = null
    for (const [at, instant] of instants.entries()) {
      const turn = countUpTo(turns, instant.seq)
      const same: boolean = known !== null && known.turn === turn && sameGround(known.instant, instant)
      const found: Judged | null = same && known ? known.found : judge(wordings, own, instant)
      known = { turn, instant, found }
      if (found) judged[at]?.push(found)
    }
  }
  return judged.map((claims) => coverage(claims))
}

function judge(
  wordings: ClaimPast['wordings'],
  own: Omit<ClaimPast, 'wordings'>,
  { seq, policy, familyOf, measureOf }: Instant,
): Judged | null {
  const counts = ({ from, until }: Span) => from <= seq && (until === null || until > seq)
  const head = wordings.find(counts)
  if (!head) return null
  const facts: ClaimFacts = {
    claims: [{ ...head, checkable: own.marks.find(counts)?.checkable ?? true }],
    citations: own.citations.filter(counts),
    assessments: own.assessments.filter(counts),
    adjudications: own.adjudications.filter(counts),
    lost: [],
    openThreads: [],
    proposals: [],
    assignments: [],
  }
  return summarise(facts, policy, familyOf, measureOf)[0] ?? null
}

/** The changes at which anything of a claim began or ceased to count, in order. */
function turnsOf(rows: readonly (readonly Span[])[]): number[] {
  const turns = rows.flatMap((list) => list.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))
  return [...new Set(turns)].sort((a, b) => a - b)
}

function countUpTo(turns: readonly number[], seq: number): number {
  const beyond = turns.findIndex((turn) => turn > seq)
  return beyond < 0 ? turns.length : beyond
}

function sameGround(one: Instant, other: Instant): boolean {
  return one.policy === other.policy && one.familyOf === other.familyOf && one.measureOf === other.measureOf
}
