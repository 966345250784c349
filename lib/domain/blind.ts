type Answer = { memberId: string; substance: number }

/**
 * Are assessors of a claim's present wording no longer blind to one another? They are, while the policy says so and
 * fewer have answered than it demands; where one assessor is enough there is nobody to be blind to.
 *
 * @param current the answers that count now, one a member
 * @param substance the claim's present substance number
 * @param assessors how many answers the policy demands
 */
export function isRevealed(current: readonly Answer[], substance: number, assessors: number, blind: boolean): boolean {
  if (!blind || assessors <= 1) return true
  return new Set(current.filter((a) => a.substance === substance).map((a) => a.memberId)).size >= assessors
}

/**
 * Which answers a member may see: all once they are revealed; before that one's own, and those made for earlier
 * wordings, whose time has passed. Holds for withdrawn and superseded answers too.
 *
 * @returns the visible ones, and how many are held back
 */
export function visibleAssessments<A extends Answer>(
  assessments: readonly A[],
  viewer: { memberId: string | null },
  substance: number,
  revealed: boolean,
): { visible: A[]; hidden: number } {
  if (revealed) return { visible: [...assessments], hidden: 0 }
  const visible = assessments.filter((a) => a.substance !== substance || a.memberId === viewer.memberId)
  return { visible, hidden: assessments.length - visible.length }
}
