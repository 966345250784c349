import type { DetailChange } from '@/lib/domain/article/detail.ts'
import type { Coverage } from '@/lib/domain/claim/coverage.ts'
import type { RedactionMark } from '@/lib/domain/desk/redaction.ts'
import type { Comparison } from '@/lib/domain/revision/comparison.ts'
import type { RevisionCounts } from '@/lib/domain/revision/count.ts'
import type { Folded } from '@/lib/domain/revision/running-text.ts'

// What the pages of an article's history get. Times are ISO 8601 in UTC.

export type RevisionKind = 'imported' | 'recorded' | 'accepted' | 'restored' | 'upstream'

export type RevisionDto = {
  id: string
  number: number
  at: string
  memberId: string | null
  kind: RevisionKind
  summary: string
  /** Who redacted the summary, when and why; null where no one did. */
  redaction: RedactionMark | null
  counts: RevisionCounts
  /** As it stood before the next revision was made; of the newest, as it stands now. */
  coverage: Coverage
}

/** What happened to an article as a whole while one of its revisions was the newest. */
export type ArticleEventDto = {
  /** Of the amendment, or of the archiving that began or ended. */
  id: string
  seq: number
  /** The newest revision then. */
  revision: number
  at: string
  memberId: string | null
  reason: string
  /** Who redacted the reason, when and why; null where no one did. */
  redaction: RedactionMark | null
} & ({ kind: 'amended'; changes: DetailChange[] } | { kind: 'archived' | 'brought_back' })

export type HistoryPage = {
  /** Newest first. */
  revisions: RevisionDto[]
  /** Newest first, of the time of these revisions. */
  events: ArticleEventDto[]
  /** How many more there were than are listed. */
  moreEvents: number
  /** The number of the article's newest revision. */
  head: number
  /** Where the page of older revisions begins; null where there are none. */
  older: number | null
}

export type ComparedRevision = Pick<RevisionDto, 'number' | 'at' | 'memberId' | 'kind' | 'summary'>

export type RevisionsCompared = {
  from: ComparedRevision
  to: ComparedRevision
  counts: RevisionCounts
  /** Everything but what was kept; at most `COMPARISONS_SHOWN`. */
  changes: Comparison[]
  /** The whole text, or of a long one what changed. */
  running: Folded[]
  /** No claim changed, only how the text is set. */
  settingOnly: boolean
}

export const COMPARISONS_SHOWN = 400
/** Blocks of a running text that a page shows. */
export const BLOCKS_SHOWN = 600

/** Which revision an old state is of, and until when it stood. */
export type Past = { number: number; at: string; summary: string; head: number }

/** Where words of a claim came from. */
export type Origin = {
  /** Which claim said them first, where it was another. */
  claim: number | null
  revision: number
  kind: RevisionKind
  authorId: string | null
  at: string
}

/** A claim's words, in order; each names its origin by its place in `origins`, which stand oldest first. */
export type BlameDto = { runs: { text: string; origin: number }[]; origins: Origin[] }
