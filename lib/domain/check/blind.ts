// Who may see whose answer. Assessors of a claim are blind to one another until as many have answered for a wording as
// the policy demands for it; until then no one sees an answer but the person who gave it, whatever their role. Every
// surface asks `blindness`, and asks it as things are now, whatever moment it shows.

/** An answer as it was recorded, without what it says. */
export type BlindAnswer = {
  id: string
  claimId: string
  memberId: string
  /** The substance of the wording it was made for. */
  substance: number
  createdSeq: number
  endedSeq: number | null
  /** The answer on an ancestor of the claim that this one is a copy of. */
  carriedFromId: string | null
}

/** How long a claim said the same, and how many answers the policy demands for that. */
export type SubstanceSpan = {
  claimId: string
  substance: number
  from: number
  /** Null: it still does. */
  until: number | null
  assessors: number
}

export type BlindRecord = {
  /** Does the policy keep assessors blind at all? */
  blind: boolean
  answers: readonly BlindAnswer[]
  spans: readonly SubstanceSpan[]
  /** One name for all claims that were split from, or merged into, one another. */
  familyOf: (claimId: string) => string
}

/**
 * Have as many answered as must before assessors see one another's answers? Where one assessor is enough there is no
 * one to be blind to.
 *
 * @param current the answers that count, one a member
 * @param substance the substance that is asked about
 * @param assessors how many answers the policy demands
 */
export function isRevealed(
  current: readonly { memberId: string; substance: number }[],
  substance: number,
  assessors: number,
  blind: boolean,
): boolean {
  if (!blind || assessors <= 1) return true
  return new Set(current.filter((a) => a.substance === substance).map((a) => a.memberId)).size >= assessors
}

/**
 * Which answers are hidden from everyone but the person who gave them.
 *
 * - An answer to what the claim says now is shown once as many answers count as the policy demands. One that was
 *   withdrawn or replaced is shown with them, never before.
 * - An answer to an earlier wording is shown where that wording had as many answers when it ceased to be the claim's:
 *   another wording reveals nothing, and neither does restoring it.
 * - As long as a person's answer to what a claim says now is hidden, so are all their earlier answers to that claim and
 *   to the claims it was split from or merged with, because the hidden one may be one of those re-affirmed.
 * - A copy that came from an ancestor of the claim is shown where its original is.
 *
 * Linear in the rows.
 * @param at the change up to which the record counts; all of it where none is given
 * @returns ids
 */
export function hiddenAnswers({ blind, answers, spans, familyOf }: BlindRecord, at = Infinity): ReadonlySet<string> {
  const hidden = new Set<string>()
  if (!blind) return hidden
  const made = answers.filter((row) => row.createdSeq <= at)
  const byId = new Map(made.map((row) => [row.id, row]))
  const spanOf = new Map(spans.filter(({ from }) => from <= at).map((span) => [keyOf(span), span]))
  const closed = ({ until }: SubstanceSpan) => until !== null && until <= at
  const isPresent = (row: BlindAnswer) => {
    const span = spanOf.get(keyOf(row))
    return row.carriedFromId === null && span !== undefined && !closed(span)
  }
  const own = Map.groupBy(
    made.filter((row) => row.carriedFromId === null),
    keyOf,
  )
  const revealed = new Set<string>()
  for (const [key, rows] of own) {
    const span = spanOf.get(key)
    if (!span) continue
    const end = Math.min(span.until ?? Infinity, at + 1)
    const counting = rows.filter(({ endedSeq }) => endedSeq === null || endedSeq >= end)
    if (isRevealed(counting, span.substance, span.assessors, blind)) revealed.add(key)
  }
  const personIn = (row: BlindAnswer) => `${row.memberId} ${familyOf(row.claimId)}`
  const answering = new Set<string>()
  for (const row of made) if (isPresent(row) && !revealed.has(keyOf(row))) answering.add(personIn(row))
  for (const row of made) {
    const original = row.carriedFromId === null ? row : byId.get(row.carriedFromId)
    const open = original !== undefined && revealed.has(keyOf(original))
    if (!open || (!isPresent(row) && answering.has(personIn(row)))) hidden.add(row.id)
  }
  return hidden
}

/** May this member see this answer? @param hidden as `hiddenAnswers` found them @param viewer null: no one in particular */
export function maySee(
  answer: { id: string; memberId: string },
  viewer: string | null,
  hidden: ReadonlySet<string>,
): boolean {
  return answer.memberId === viewer || !hidden.has(answer.id)
}

function keyOf({ claimId, substance }: { claimId: string; substance: number }): string {
  return `${claimId} ${substance}`
}
