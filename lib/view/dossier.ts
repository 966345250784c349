import type { Judging } from '@/lib/domain/check/judging.ts'
import type { Confidence, Grade, Stance, Verdict } from '@/lib/domain/check/scale.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { Cover } from '@/lib/domain/claim/cover.ts'
import type { WordingState } from '@/lib/domain/claim/wording.ts'
import type { RedactionMark } from '@/lib/domain/desk/redaction.ts'
import type { QuoteFate } from '@/lib/domain/quote/fate.ts'
import type { SearchResult } from '@/lib/domain/source/search-entry.ts'
import type { SourceType } from '@/lib/domain/source/source.ts'

// What the page gets of one claim, as JSON. Times are ISO 8601 in UTC.

export type WordingDto = {
  id: string
  number: number
  text: string
  /** What it is shown with: the label it was under, or "Quotation". */
  label: string | null
  /** The section it had moved to, where that made its checks stale. */
  section: string | null
  state: WordingState
  reason: string
  authorId: string | null
  at: string
  reviewerId: string | null
  reviewReason: string | null
  revision: number | null
  substance: number | null
  baseId: string | null
  /** The claim these words came from, of an inherited wording; null where there is none. */
  cameFrom: number | null
}

/** How a quote stood when it was last looked for in a snapshot. */
export type QuoteStanding = {
  fate: QuoteFate
  /** It was typed by hand, and no snapshot it was looked for in had it. */
  neverFound: boolean
  /** 0 to 1; 1 is the very words. */
  score: number
  /** What stands there, where it is not the very words. */
  said: string
  snapshotId: string
  sha256: string
  at: string
}

/** How a source's address answered when it was last asked. */
/** `words`: why it did not answer; of an answer, why it is not the whole page, and empty where it is. */
export type SourceLink = {
  outcome: 'first' | 'same' | 'changed' | 'gone' | 'failed'
  words: string
  at: string
  /** What it answered with; null where it did not. */
  snapshotId: string | null
}

export type SearchDto = {
  id: string
  place: string
  query: string
  /** ISO 8601 day. */
  searchedOn: string
  result: SearchResult
  note: string
  memberId: string | null
  at: string
  /** Why it was taken back; null while it stands. */
  ended: string | null
}

export type CitationDto = {
  id: string
  stance: Stance
  quote: string
  note: string
  locator: string
  credibility: number
  memberId: string | null
  at: string
  fresh: boolean
  /** The wording it was made for, with its label. */
  madeFor: string
  /** Why it no longer counts (withdrawn, superseded, re-affirmed, or a person's reason); null while it does. */
  ended: string | null
  /** The passage it was taken from; null for a quote typed by hand, or none. */
  snapshotId: string | null
  /** Where in that snapshot's text, in UTF-16 units, and when the snapshot was taken. */
  passage: { start: number; end: number; takenAt: string } | null
  /** The words of the wording it covers; null where no one has said. */
  covers: Cover[] | null
  standing: QuoteStanding | null
  link: SourceLink | null
  /** The newest snapshot of its source, to read and quote from. */
  newestSnapshotId: string | null
  /** The address of a copy in a public archive. */
  archived: string | null
  source: {
    /** Of the entry it goes by: its own, or the one it was merged into. */
    id: string
    title: string
    imprint: string
    type: SourceType
    url: string | null
    reliability: Grade
    repeats: string | null
  }
}

export type AssessmentDto = {
  id: string
  verdict: Verdict
  confidence: Confidence
  rationale: string
  memberId: string
  at: string
  fresh: boolean
  madeFor: string
  /** Why it no longer counts (withdrawn, superseded, re-affirmed, or a person's reason); null while it does. */
  ended: string | null
  reaffirms: boolean
}

export type CommentDto = {
  id: string
  body: string
  memberId: string | null
  at: string
  mentions: string[]
  withdrawn: string | null
}
export type ThreadDto = {
  id: string
  quote: string
  at: string
  resolvedBy: string | null
  resolved: boolean
  comments: CommentDto[]
}

export type AssignmentDto = {
  id: string
  assigneeId: string
  /** Who assigned it; the assignee, where they took it themselves. */
  memberId: string | null
  note: string
  at: string
}

/** All of one claim, as one member may see it. */
export type Dossier = {
  claim: ClaimSummary
  assignments: AssignmentDto[]
  wordings: WordingDto[]
  citations: CitationDto[]
  earlierCitations: CitationDto[]
  /** Independent origins among the citations of the present wording. */
  origins: number
  /** Sources of the present wording that look like one, although each is counted: in words for a person. */
  twins: { one: string; other: string; words: string }[]
  /** Newest first. */
  searches: SearchDto[]
  assessments: AssessmentDto[]
  earlierAssessments: AssessmentDto[]
  /** Answers of others that are held back until as many as demanded have answered. */
  hiddenAssessments: number
  /** Who may judge it: its authors, and what the policy allows. */
  judging: Judging
  adjudication: {
    id: string
    verdict: Verdict
    confidence: Confidence
    reason: string
    memberId: string
    at: string
    fresh: boolean
  } | null
  threads: ThreadDto[]
  /** What was redacted of all this, by the id of the entry. */
  redactions: Record<string, RedactionMark>
}
