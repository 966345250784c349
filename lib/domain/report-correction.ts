import { claimKey } from './claim'
import type { ReportCorrection } from './report'
import type { ComingFact, WordingFact } from './report-facts'

/**
 * Every wording that took the place of another, in the order in which they were accepted. A wording recorded at once
 * has no reviewer.
 * @param wordings accepted wordings in order of acceptance, a claim's first among them
 * @param placeOf a claim's number and label; undefined for one that is not in the article any more, whose changes are left out
 */
export function correctionsOf(
  wordings: readonly WordingFact[],
  placeOf: (claimId: string) => { number: number; label: string | null } | undefined,
  nameOf: (memberId: string | null) => string,
): ReportCorrection[] {
  const standing = new Map<string, string>()
  const corrections: ReportCorrection[] = []
  for (const wording of wordings) {
    const before = standing.get(wording.claimId)
    standing.set(wording.claimId, wording.text)
    const place = placeOf(wording.claimId)
    if (before === undefined || place === undefined) continue
    // Only the white space around it changed: nothing a reader could see.
    if (before.trim() === wording.text.trim()) continue
    corrections.push({
      key: claimKey(place.number),
      label: place.label,
      revision: wording.revision,
      at: wording.at,
      before,
      after: wording.text,
      reason: wording.reason,
      by: nameOf(wording.authorId),
      reviewer: wording.reviewerId === null ? null : nameOf(wording.reviewerId),
      reviewReason: wording.reviewReason,
    })
  }
  return corrections
}

/** Claims that came or went, as corrections: nothing stood before an addition, nothing stands after a removal. */
export function comingsOf(
  comings: readonly ComingFact[],
  labelOf: (number: number) => string | null,
  nameOf: (memberId: string | null) => string,
): ReportCorrection[] {
  return comings.map(({ number, text, what, reason, memberId, revision, at }) => ({
    key: claimKey(number),
    label: labelOf(number),
    revision,
    at,
    before: what === 'added' ? '' : text,
    after: what === 'added' ? text : '',
    reason,
    by: nameOf(memberId),
    reviewer: null,
    reviewReason: null,
  }))
}
