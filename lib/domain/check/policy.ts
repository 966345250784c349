/** What a desk demands of a check. Stored by version; the newest that has not ended counts. */
export type Policy = {
  minOrigins: number
  minOriginsHumanToll: number
  minAssessors: number
  minAssessorsHumanToll: number
  /** May the author of a wording assess it? */
  authorMayAssess: boolean
  /** Are assessors blind to one another until as many as demanded have answered? */
  blindAssessments: boolean
  /** Must a proposal's reviewer be another person than its author? */
  reviewerMustDiffer: boolean
}

/** The least role that sees how to reach a person who spoke to the desk, where no policy says otherwise. */
export const DEFAULT_CONTACT_ROLE = 'editor'

export const DEFAULT_POLICY: Policy = {
  minOrigins: 1,
  minOriginsHumanToll: 2,
  minAssessors: 1,
  minAssessorsHumanToll: 2,
  authorMayAssess: false,
  blindAssessments: true,
  reviewerMustDiffer: true,
}

/** What is asked of one claim: counts of independent origins and of assessors. */
export type Demands = { origins: number; assessors: number }

/** @param humanToll does the claim state a quantity of people killed, injured or detained? */
export function demandsOf(policy: Policy, humanToll: boolean): Demands {
  return humanToll
    ? { origins: policy.minOriginsHumanToll, assessors: policy.minAssessorsHumanToll }
    : { origins: policy.minOrigins, assessors: policy.minAssessors }
}
