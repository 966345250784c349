import type { DetailChange } from '../article/detail.ts'
import type { Said } from '../article/framing.ts'
import type { Layout } from '../article/layout.ts'
import type { Policy } from '../check/policy.ts'
import type { Confidence, Stance, Verdict } from '../check/scale.ts'
import type { ClaimSummary } from '../claim/claim.ts'
import type { Cover } from '../claim/cover.ts'
import type { RevisionCounts } from '../revision/count.ts'
import type { Csl } from '../source/source.ts'
import type { Twin } from '../source/twin.ts'
import type { Report, ReportCitation, ReportReference, ReportSearch } from './report.ts'

// What the record holds at the pinned moment, as flat rows in the order in which they were recorded. Nothing withdrawn.

/** A row of the record about one claim; `substance` is that of the wording it was made for. */
type OnClaim = { claimId: string; wordingId: string; substance: number; memberId: string | null; at: string }

export type CitationFact = OnClaim & {
  sourceId: string
  stance: Stance
  quote: string
  note: string
  locator: string
  credibility: number
} & Pick<ReportCitation, 'passage' | 'standing' | 'link' | 'archived'> & { covers: readonly Cover[] | null }
export type AssessmentFact = OnClaim & {
  memberId: string
  verdict: Verdict
  confidence: Confidence
  rationale: string
}
export type AdjudicationFact = OnClaim & { verdict: Verdict; confidence: Confidence; reason: string }

/** An accepted wording; `revision` is the number of the revision that took it in. */
export type WordingFact = Said & {
  id: string
  claimId: string
  substance: number
  reason: string
  authorId: string | null
  reviewerId: string | null
  reviewReason: string | null
  revision: number
  at: string
}

/** A claim that a revision brought into the article, or took out of it. */
export type ComingFact = Said & {
  number: number
  what: 'added' | 'removed'
  reason: string
  memberId: string | null
  revision: number
  at: string
}

/** An open thread with the comments that still stand. */
export type QuestionFact = {
  claimId: string
  quote: string
  comments: { memberId: string | null; at: string; body: string }[]
}

export type SourceFact = { csl: Csl } & Pick<
  ReportReference,
  'reliability' | 'derives' | 'unconfirmed' | 'accessed' | 'archived'
>

/** An entry of the search log that stands. */
export type SearchFact = Omit<ReportSearch, 'by'> & { claimId: string; memberId: string | null }

export type ReportFacts = Pick<Report, 'desk' | 'article' | 'pin'> & {
  revisions: {
    number: number
    at: string
    kind: string
    summary: string
    memberId: string | null
    /** What it made of claims; null in records older than that is kept. */
    counts: RevisionCounts | null
    /** The article's title until then, where it changed. */
    formerTitle: string | null
  }[]
  /** Oldest first; `revision` is the newest at that moment. */
  amendments: { revision: number; at: string; memberId: string | null; reason: string; changes: DetailChange[] }[]
  policy: Policy
  layout: Layout
  claims: ClaimSummary[]
  familyOf: (sourceId: string) => string
  nameOf: (memberId: string | null) => string
  wordings: WordingFact[]
  /** Claims that came into the article after it was first taken in, and those that left it; not those that merged. */
  comings: ComingFact[]
  /** What ancestors said, by wording id: checks that came with their words were made for it. */
  inherited: ReadonlyMap<string, Said>
  citations: CitationFact[]
  /** By claim: sources of its present wording that look like one. */
  twins: ReadonlyMap<string, Twin[]>
  /** Those that anyone may see. */
  assessments: AssessmentFact[]
  /** One entry for each answer that no one but the person who gave it may see. */
  hidden: { claimId: string; substance: number }[]
  adjudications: AdjudicationFact[]
  questions: QuestionFact[]
  searches: SearchFact[]
  sources: ReadonlyMap<string, SourceFact>
}
