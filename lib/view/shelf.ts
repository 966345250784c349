import type { Grade, Reliability, Stance } from '@/lib/domain/check/scale.ts'
import type { RedactionMark, SourceField } from '@/lib/domain/desk/redaction.ts'
import type { OriginKind } from '@/lib/domain/source/derivation.ts'
import type { FoundValue } from '@/lib/domain/source/found.ts'
import type { Health } from '@/lib/domain/source/health.ts'
import type { Csl } from '@/lib/domain/source/source.ts'

export type ShelfRow = {
  id: string
  title: string
  imprint: string
  type: Csl['type']
  reliability: Grade
  citations: number
  /** The title of what it derives from. */
  repeats: string | null
  health: Health
  snapshots: number
  /** How many of its fields wait to be accepted. */
  unconfirmed: number
  /** Where a snapshot's text holds what was looked for. */
  excerpt: string | null
}

/** A source as a form shows it that chose it. */
export type SourceCard = Pick<ShelfRow, 'id' | 'title' | 'imprint' | 'type' | 'reliability'>

export type GradeDto = {
  id: string
  reliability: Reliability
  reason: string
  memberId: string | null
  at: Date
  current: boolean
}

/** A source by its title, for a link. */
export type SourceName = { id: string; title: string }

export type SourceDto = {
  id: string
  csl: Csl
  unconfirmed: string[]
  /** What each place that was asked said of its fields, to be compared. */
  found: FoundValue[]
  memberId: string | null
  at: Date
  health: Health
  grades: GradeDto[]
  /** What it derives from, and what derives from it. */
  origins: (SourceName & { kind: OriginKind })[]
  echoes: (SourceName & { kind: OriginKind })[]
  /** The family it is of, for drawing: every source joined to it by some path, and what joins them. */
  family: { sources: SourceName[]; edges: { sourceId: string; originId: string; kind: OriginKind }[] }
  /** The entry it was merged into; what was merged into it. */
  survivor: SourceName | null
  merged: SourceName[]
  /** `hidden`: there is one, and this reader's role does not see it. */
  contact: { state: 'none' | 'hidden' | 'shown'; words: string }
  snapshots: SnapshotRow[]
  /** What was redacted of it: a field of its record, or (null) what a snapshot says, or why it was graded so. */
  /** Fields that hold something, now or in an earlier state, for whoever may redact them; for others none. */
  redactable: SourceField[]
  redactions: (RedactionMark & { id: string; field: string | null })[]
  visits: VisitDto[]
  captures: CaptureDto[]
  archived: { address: string | null; problem: string | null; at: Date }[]
  suggestions: Suggestion[]
  duplicates: Duplicate[]
  citedIn: {
    slug: string
    title: string
    claim: number
    stance: Stance
    credibility: number
    note: string
    wording: string
  }[]
}

export type SnapshotRow = {
  id: string
  at: Date
  sha256: string
  bytes: number
  mediaType: string
  finalUrl: string | null
  fileName: string | null
  /** Characters of readable text. */
  length: number
  problem: string | null
}

export type VisitDto = {
  id: string
  at: Date
  url: string
  outcome: 'first' | 'same' | 'changed' | 'gone' | 'failed'
  status: number | null
  words: string
  memberId: string | null
}

/** Another source whose snapshot says nearly the same; for a person to confirm which derives from which. */
export type Suggestion = SourceName & {
  imprint: string
  /** How much of the shorter text stands in the longer, 0 to 1. */
  containment: number
}

/** A source of the shelf that may be the one someone is about to add, and by what it was found. */
export type Duplicate = {
  id: string
  title: string
  imprint: string
  reliability: Grade
  by: 'doi' | 'isbn' | 'address' | 'title'
}

/** A snapshot that was asked for: where it stands, and how many bytes have come of how many, as far as is known. */
export type CaptureDto = {
  id: string
  sourceId: string
  url: string | null
  fileName: string | null
  state: 'waiting' | 'fetching' | 'reading' | 'keeping' | 'done' | 'failed'
  received: number
  expected: number | null
  /** What went wrong, or is worth knowing. */
  words: string
}

/** What became of something pasted into the one box. */
export type Pasted =
  /** `problems`: what of a record could not be read, or which others were left out, in sentences. */
  | { outcome: 'added'; sourceId: string; existing: boolean; captureId: string | null; problems?: string[] }
  | { outcome: 'likely_there'; duplicates: Duplicate[] }
  | { outcome: 'bibliography'; count: number; titles: string[]; problems: string[] }
  | { outcome: 'words'; text: string }

export type Imported = { added: number; existing: number; problems: string[] }
