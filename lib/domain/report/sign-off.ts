import type { ReportClaim, ReportCorrection, SignOff } from './report.ts'

type Given = {
  revisions: readonly { number: number; at: string; kind: string; by: string }[]
  claims: readonly ReportClaim[]
  corrections: readonly ReportCorrection[]
  /** The name of whatever no one on the desk did. */
  nobody: string
}

/**
 * Who stands for what, and what is missing. An author brought a text in or wrote a wording; a checker's citations and
 * assessments still count; a reviewer accepted someone's wording or adjudicated. Names in the order in which they
 * come up.
 */
export function signOffOf({ revisions, claims, corrections, nobody }: Given): SignOff {
  const last = revisions.at(-1)
  const imported = countNames(
    revisions.filter(({ kind }) => kind === 'imported' || kind === 'upstream').map(({ by }) => by),
  )
  const written = countNames(corrections.map(({ by }) => by))
  const citations = countNames(claims.flatMap((claim) => claim.citations.map(({ by }) => by)))
  const assessments = countNames(claims.flatMap((claim) => claim.assessments.map(({ by }) => by)))
  const accepted = countNames(corrections.flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer])))
  const adjudications = countNames(claims.flatMap(({ adjudication }) => (adjudication ? [adjudication.by] : [])))
  const lacking = claims.filter((claim) => claim.missing.length > 0)
  const isLost = (claim: ReportClaim) => claim.missing.some(({ what }) => what === 'evidence')
  const missing = [...lacking.filter(isLost), ...lacking.filter((claim) => !isLost(claim))]
  const people = (...counts: Map<string, number>[]) =>
    [...new Set(counts.flatMap((count) => [...count.keys()]))].filter((name) => name !== nobody)
  return {
    revision: last?.number ?? 0,
    at: last?.at ?? '',
    authors: people(imported, written).map((name) => ({
      name,
      importedRevisions: imported.get(name) ?? 0,
      wordings: written.get(name) ?? 0,
    })),
    checkers: people(assessments, citations).map((name) => ({
      name,
      assessments: assessments.get(name) ?? 0,
      citations: citations.get(name) ?? 0,
    })),
    reviewers: people(accepted, adjudications).map((name) => ({
      name,
      wordings: accepted.get(name) ?? 0,
      adjudications: adjudications.get(name) ?? 0,
    })),
    complete: missing.length === 0,
    missing: missing.map(({ key, status, missing: lacks }) => ({ key, status, missing: lacks })),
  }
}

function countNames(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
