import { isRevealed } from '../check/blind.ts'
import { type Demands, demandsOf, type Policy } from '../check/policy.ts'
import type { Stance, Verdict } from '../check/scale.ts'
import { type Cover, coversNow, wordsCovered } from './cover.ts'
import { claimStatus, type Status } from './status.ts'

/** "C-12": what a claim is called for life. */
export function claimKey(number: number): string {
  return `C-${number}`
}

/** Reads "C-12", "c-12" or "12"; null for anything else. */
export function parseClaimKey(text: string): number | null {
  const match = /^(?:c-)?([1-9]\d{0,8})$/i.exec(text.trim())
  return match ? Number(match[1]) : null
}

/** What a moment of an article holds about its claims: flat rows, each naming its claim. Nothing withdrawn. */
export type ClaimFacts = {
  claims: readonly {
    id: string
    number: number
    wordingId: string
    text: string
    substance: number
    checkable: boolean
  }[]
  citations: readonly {
    claimId: string
    sourceId: string
    stance: Stance
    substance: number
    /** The runs of the wording it covers; null where no one has said. */
    covers?: readonly Cover[] | null
    /** The wording they are places in; absent where it is the claim's own. */
    madeFor?: string | null
  }[]
  /** Citations that count whose source no longer says what was quoted, or is gone. */
  lost: readonly { claimId: string; count: number }[]
  /** Citations of the present wording that were withdrawn after an assessment that counts was made. */
  withdrawn?: readonly { claimId: string; count: number }[]
  /** Without a verdict where no one but the person who gave the answer may see it. */
  assessments: readonly { claimId: string; memberId: string; verdict: Verdict | null; substance: number }[]
  adjudications: readonly { claimId: string; verdict: Verdict; substance: number }[]
  openThreads: readonly { claimId: string; count: number }[]
  proposals: readonly { claimId: string; count: number }[]
  /** In the order in which they were made. */
  assignments: readonly { claimId: string; assigneeId: string }[]
}

/** What is known of a wording from its text and label alone. */
export type Measure = {
  words: number
  humanToll: boolean
  numbers: boolean
  /** What it is shown with outside the article; not asked for where no one shows it. */
  label?: string | null
}

export type ClaimSummary = {
  id: string
  number: number
  wordingId: string
  text: string
  /** What it carries wherever it is shown outside the article: an infobox field's name, "Quotation"; null for running text. */
  label: string | null
  status: Status
  words: number
  /** States a number, or a quantity of people. */
  numbers: boolean
  humanToll: boolean
  demands: Demands
  /** Citations that stand for the present wording, and those made for an earlier one. */
  sources: number
  staleSources: number
  /** Citations whose source no longer says what was quoted, or is gone. */
  lostSources: number
  /** Citations that were withdrawn after the claim was assessed. */
  withdrawnSources: number
  /** Words of a cited claim that no citation of its present wording covers; 0 where it has none. */
  uncovered: number
  assessors: number
  openThreads: number
  proposals: number
  /** Members who have it to see to, whoever had it first before the others. */
  assignees: string[]
}

/** Every claim with its status, in the order of `facts.claims`. Linear in the rows. */
export function summarise(
  facts: ClaimFacts,
  policy: Policy,
  familyOf: (sourceId: string) => string,
  measureOf: (claim: { number: number; wordingId: string; text: string }) => Measure,
): ClaimSummary[] {
  const citations = Map.groupBy(facts.citations, (row) => row.claimId)
  const assessments = Map.groupBy(facts.assessments, (row) => row.claimId)
  const adjudications = new Map(facts.adjudications.map((row) => [row.claimId, row]))
  const openThreads = new Map(facts.openThreads.map((row) => [row.claimId, row.count]))
  const proposals = new Map(facts.proposals.map((row) => [row.claimId, row.count]))
  const lost = new Map(facts.lost.map((row) => [row.claimId, row.count]))
  const withdrawn = new Map(facts.withdrawn?.map((row) => [row.claimId, row.count]))
  const assignments = Map.groupBy(facts.assignments, (row) => row.claimId)
  return facts.claims.map(({ checkable, substance, ...claim }) => {
    const { words, humanToll, numbers, label = null } = measureOf(claim)
    const demands = demandsOf(policy, humanToll)
    const cited = citations.get(claim.id) ?? []
    const assessed = assessments.get(claim.id) ?? []
    const adjudication = adjudications.get(claim.id) ?? null
    const revealed = isRevealed(assessed, substance, demands.assessors, policy.blindAssessments)
    const fresh = cited.filter((row) => row.substance === substance)
    const sources = fresh.length
    return {
      ...claim,
      label,
      status: claimStatus({
        checkable,
        substance,
        demands,
        citations: cited,
        assessments: assessed,
        adjudication,
        revealed,
        familyOf,
      }),
      words,
      numbers,
      humanToll,
      demands,
      sources,
      staleSources: cited.length - sources,
      lostSources: lost.get(claim.id) ?? 0,
      withdrawnSources: withdrawn.get(claim.id) ?? 0,
      uncovered: sources > 0 && checkable ? uncoveredWords(claim.text, words, fresh) : 0,
      assessors: assessed.filter((row) => row.substance === substance).length,
      openThreads: openThreads.get(claim.id) ?? 0,
      proposals: proposals.get(claim.id) ?? 0,
      assignees: (assignments.get(claim.id) ?? []).map((row) => row.assigneeId),
    }
  })
}

/** How many words of a wording, of which there are `words`, none of its citations covers. */
function uncoveredWords(text: string, words: number, citations: ClaimFacts['citations']): number {
  const covers = citations.flatMap((row) => coversNow(row.madeFor ?? text, text, row.covers ?? []))
  // Mostly no one has marked any: then there is nothing to look for in the words.
  return covers.length === 0 ? words : words - wordsCovered(text, covers).covered
}
