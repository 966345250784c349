/** The desk's scales. Codes are stored; labels are for people. Sources: AVeriTeC (verdict), ICD 203 (confidence), Admiralty code (the two grades). */

export const VERDICTS = ['supported', 'refuted', 'not_enough_evidence', 'conflicting_evidence'] as const
export type Verdict = (typeof VERDICTS)[number]

export const CONFIDENCES = ['low', 'moderate', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const STANCES = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof STANCES)[number]

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITIES)[number]

export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const
export type Credibility = (typeof CREDIBILITIES)[number]

export const VERDICT_LABEL: Record<Verdict, string> = {
  supported: 'Supported',
  refuted: 'Refuted',
  not_enough_evidence: 'Not enough evidence',
  conflicting_evidence: 'Conflicting evidence',
}

export const CONFIDENCE_LABEL: Record<Confidence, string> = { low: 'Low', moderate: 'Moderate', high: 'High' }

export const STANCE_LABEL: Record<Stance, string> = { supports: 'Supports', refutes: 'Refutes', context: 'Context' }

export const RELIABILITY_LABEL: Record<Reliability, string> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Cannot be judged',
}

export const CREDIBILITY_LABEL: Record<Credibility, string> = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Cannot be judged',
}

/** A source's grade; null where no one has graded it, which is not F: F is someone's judgement. */
export type Grade = Reliability | null

/** What was recorded as the reason of a grade F that no one gave, before sources could be without a grade. */
const NOBODY_GRADED = 'Not graded yet'

/** The grade that a recorded row gives; null for none, and for one that no person gave. */
export function gradeOf(row: { reliability: Reliability; reason: string } | undefined): Grade {
  return row === undefined || (row.reliability === 'F' && row.reason === NOBODY_GRADED) ? null : row.reliability
}

/** "B", or "–" where no one has graded it. */
export function gradeLetter(grade: Grade): string {
  return grade ?? '–'
}

export function gradeLabel(grade: Grade): string {
  return grade === null ? 'Not graded' : RELIABILITY_LABEL[grade]
}

/** The two grades side by side (`B2`); never averaged. */
export function gradePair(reliability: Grade, credibility: number): string {
  return `${gradeLetter(reliability)}${credibility}`
}

/** The pair in words, for a tooltip, a screen reader or a report. */
export function gradeWords(reliability: Grade, credibility: number): string {
  const credible = CREDIBILITY_LABEL[credibility as Credibility] ?? 'Cannot be judged'
  return `source ${gradeLabel(reliability).toLowerCase()}, information ${credible.toLowerCase()}`
}
