import { labelled, sameFraming } from '../article/framing.ts'
import { sameButSpace } from '../article/layout.ts'
import { claimKey } from '../claim/claim.ts'
import type { ComingFact, WordingFact } from './facts.ts'
import type { ReportCorrection } from './report.ts'

/**
 * Every wording that took the place of another, in the order in which they were accepted. A wording recorded at once
 * has no reviewer.
 * @param wordings accepted wordings in order of acceptance, a claim's first among them
 * @param numberOf a claim's number; undefined for one that is not in the article any more, whose changes are left out
 */
export function correctionsOf(
  wordings: readonly WordingFact[],
  numberOf: (claimId: string) => number | undefined,
  nameOf: (memberId: string | null) => string,
): ReportCorrection[] {
  const current = new Map<string, WordingFact>()
  const corrections: ReportCorrection[] = []
  for (const wording of wordings) {
    const before = current.get(wording.claimId)
    current.set(wording.claimId, wording)
    const number = numberOf(wording.claimId)
    if (before === undefined || number === undefined) continue
    // Only white space changed, or nothing (it was marked for another look): nothing a reader could see.
    if (sameButSpace(before.text, wording.text) && sameFraming(before, wording)) continue
    corrections.push({
      key: claimKey(number),
      revision: wording.revision,
      at: wording.at,
      before: labelled(before, before.text),
      after: labelled(wording, wording.text),
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
  nameOf: (memberId: string | null) => string,
): ReportCorrection[] {
  return comings.map(({ number, text, what, reason, memberId, revision, at, ...framing }) => ({
    key: claimKey(number),
    revision,
    at,
    before: what === 'added' ? '' : labelled(framing, text),
    after: what === 'added' ? labelled(framing, text) : '',
    reason,
    by: nameOf(memberId),
    reviewer: null,
    reviewReason: null,
  }))
}
