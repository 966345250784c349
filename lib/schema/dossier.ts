import type { ClaimSummary } from '@/lib/domain/claim'
import type { Confidence, Reliability, Stance, Verdict } from '@/lib/domain/scale'
import type { WordingState } from '@/lib/domain/wording'

// What the page gets of one claim, as JSON. Times are ISO 8601 in UTC.

export type WordingDto = {
  id: string
  number: number
  text: string
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
  madeFor: string
  /** Why it no longer counts (withdrawn, superseded, re-affirmed, or a person's reason); null while it does. */
  ended: string | null
  source: {
    id: string
    title: string
    imprint: string
    url: string | null
    reliability: Reliability
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
  origins: number
  assessments: AssessmentDto[]
  earlierAssessments: AssessmentDto[]
  /** Answers of others that are held back until as many as demanded have answered. */
  hiddenAssessments: number
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
}
