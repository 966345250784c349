/** What decides who may judge a claim: the authors of what it says now, and what the policy allows them. */
export type Judging = {
  /** Members who wrote its present words, or some that it inherited. */
  authors: readonly string[]
  authorMayAssess: boolean
  /** May someone whose own answer is in dispute give the desk's? */
  assessorMayAdjudicate: boolean
}

/** Why someone may not assess a claim, or give the desk's answer to it. */
export type JudgingRefusal = 'own_wording' | 'own_assessment'

export function whyNotAssess({ authors, authorMayAssess }: Judging, memberId: string): 'own_wording' | null {
  return !authorMayAssess && authors.includes(memberId) ? 'own_wording' : null
}

/** @param assessors whose answers to the present wording count, each of them revealed */
export function whyNotAdjudicate(
  judging: Judging,
  memberId: string,
  assessors: readonly string[],
): JudgingRefusal | null {
  const own = whyNotAssess(judging, memberId)
  if (own) return own
  return !judging.assessorMayAdjudicate && assessors.includes(memberId) ? 'own_assessment' : null
}
