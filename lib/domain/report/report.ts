import type { BlockKind } from '../article/block.ts'
import type { DetailChange } from '../article/detail.ts'
import type { Policy } from '../check/policy.ts'
import type { Confidence, Grade, Stance, Verdict } from '../check/scale.ts'
import type { Status } from '../claim/status.ts'
import { canonicalJson, type Json, type Sha256 } from '../desk/audit.ts'
import type { Anchor } from '../quote/anchor.ts'
import type { QuoteFate } from '../quote/fate.ts'
import type { RevisionCounts } from '../revision/count.ts'
import type { OriginKind } from '../source/derivation.ts'
import type { SearchResult } from '../source/search-entry.ts'
import type { Csl } from '../source/source.ts'

/** Changes when what a report holds, or how its file is set, changes: a file says by which rules it was made. */
export const REPORT_FORMAT = 'attest-report/3'

/**
 * The sourced report of one pinned revision, as plain JSON. Nothing in it depends on when, where or by whom it is
 * read: people stand under their desk names, times are ISO 8601 in UTC, sources go by their number in the bibliography.
 */
export type Report = {
  format: typeof REPORT_FORMAT
  desk: string
  article: {
    slug: string
    title: string
    language: string
    licence: string | null
    attribution: string | null
    originUrl: string | null
  }
  revision: { number: number; at: string; kind: string; summary: string; by: string }
  /** The change of the article's record, and of its desk's, up to which everything was read; and when that was made. */
  pin: { change: number; deskChange: number; at: string }
  policy: Policy
  coverage: ReportCoverage & { percent: number; byStatus: { status: Status; words: number; claims: number }[] }
  sections: ReportSection[]
  /** In reading order. */
  claims: ReportClaim[]
  /** In order of first citation; `number` counts from 1. */
  bibliography: ReportReference[]
  /** What each revision after the first changed, oldest first. */
  revisions: ReportRevision[]
  corrections: ReportCorrection[]
  /** What was changed about the article as a whole, oldest first; left out where nothing was. */
  amendments?: ReportAmendment[]
  signOff: SignOff
}

/** `revision`: the newest at that moment. */
export type ReportAmendment = { revision: number; at: string; by: string; reason: string; changes: DetailChange[] }

/** In words. `checkable` leaves out what an editor called not checkable. */
export type ReportCoverage = { total: number; checkable: number; checked: number }

export type ReportBlock = { kind: BlockKind; label: string | null; level: number | null; claims: number[] }
export type ReportSection = { title: string; level: number; coverage: ReportCoverage; blocks: ReportBlock[] }

export type ReportClaim = {
  number: number
  key: string
  text: string
  /** What it is shown with outside the article: an infobox field's name, "Quotation"; null for running text. */
  label: string | null
  status: Status
  words: number
  demands: { origins: number; assessors: number }
  /** What the check of the present wording says so far; null where no one answered, or answers differ unsettled. */
  answer: { verdict: Verdict; confidences: Confidence[]; by: 'adjudication' | 'assessments' } | null
  /** Independent origins among the citations of the present wording. */
  origins: number
  /** Pairs of those sources that look like one, by their numbers, and why: counted as several all the same. */
  twins: { references: [number, number]; why: 'address' | 'text' }[]
  /** Words of the present wording that its citations cover; null where it has none. */
  covered: { words: number; total: number; uncovered: string[] } | null
  citations: ReportCitation[]
  /** What was looked for, in the order of the days, and what came of it. */
  searches: ReportSearch[]
  assessments: ReportAssessment[]
  /** Answers that no one but their author may see yet. */
  heldBack: number
  adjudication: (Made & { verdict: Verdict; confidence: Confidence; reason: string }) | null
  /** Who says what, where answers to the present wording differ; else empty. */
  disagreement: { verdict: Verdict; raters: string[] }[]
  questions: { quote: string; comments: { by: string; at: string; body: string }[] }[]
  /** Proposed wordings that wait for review. */
  proposals: number
  /** Evidence that it had and has no longer. */
  lost: LostEvidence
  missing: Shortfall[]
}

/**
 * How many citations: whose source no longer says what was quoted; whose quote was typed by hand and is in no snapshot;
 * whose link is dead; withdrawn after an assessment.
 */
export type LostEvidence = { quotes: number; unfound: number; links: number; withdrawn: number }

export type ReportRevision = {
  number: number
  at: string
  /** What it made of claims; null in records older than that is kept. */
  counts: RevisionCounts | null
  /** The title it gave the article, and the one before, where it changed the title. */
  title: { before: string; after: string } | null
}

/** `madeFor` is the wording a check was made for, where the claim says something else by now; else null. */
export type Made = { by: string; at: string; madeFor: string | null }

/** `neverFound`: it was typed by hand, and no snapshot had it; left out of reports where one had. */
export type ReportStanding = {
  fate: QuoteFate
  neverFound?: true
  score: number
  said: string
  sha256: string
  at: string
}

export type ReportCitation = Made & {
  reference: number
  stance: Stance
  quote: string
  note: string
  locator: string
  reliability: Grade
  credibility: number
  /** The words of the wording it was made for that it covers; null where no one has said. */
  covers: string[] | null
  /** What the quote was taken from, and its selectors there (W3C Web Annotation), so that it can be found again. */
  passage: ReportPassage | null
  /** How the quote stood when it was last looked for; null where it never was. */
  standing: ReportStanding | null
  /** How the source's address answered when it was last asked. */
  link: { outcome: 'first' | 'same' | 'changed' | 'gone' | 'failed'; words: string; at: string } | null
  /** The address of a copy in a public archive. */
  archived: string | null
}

export type ReportPassage = Anchor & { sha256: string; mediaType: string; url: string | null; at: string }

export type ReportSearch = {
  by: string
  at: string
  place: string
  query: string
  searchedOn: string
  result: SearchResult
  note: string
}

export type ReportAssessment = Made & { verdict: Verdict; confidence: Confidence; rationale: string }

export type ReportReference = {
  number: number
  /** As the citation style words it; plain text. */
  text: string
  title: string
  url: string | null
  reliability: Grade
  /** Fields of its record that a machine filled and no one has accepted. */
  unconfirmed: string[]
  /** When the desk last kept a copy of it; null where it never did. */
  accessed: string | null
  /** The address of a copy in a public archive. */
  archived: string | null
  /** What it derives from, and how. */
  derives: { kind: OriginKind; title: string }[]
  csl: Csl
}

/** A claim that says something else, came or went. Its words carry their label: "Killed: 23". */
export type ReportCorrection = {
  key: string
  revision: number
  at: string
  before: string
  after: string
  reason: string
  by: string
  reviewer: string | null
  reviewReason: string | null
}

/** What a claim lacks to meet the policy. */
export type Shortfall =
  | { what: 'assessments' | 'origins'; have: number; need: number }
  | { what: 'adjudication' }
  | { what: 'fresh_check' }
  /** Evidence that it rested on is lost, whatever its verdict. */
  | { what: 'evidence'; lost: LostEvidence }

export type SignOff = {
  revision: number
  at: string
  authors: { name: string; importedRevisions: number; wordings: number }[]
  checkers: { name: string; assessments: number; citations: number }[]
  reviewers: { name: string; wordings: number; adjudications: number }[]
  complete: boolean
  /** Claims whose evidence is lost first, then in reading order. */
  missing: { key: string; status: Status; missing: Shortfall[] }[]
}

/** The report in its one spelling: what its hash is taken of. */
export function reportJson(report: Report): string {
  return canonicalJson(report as unknown as Json)
}

/** Hex SHA-256 of the report in its one spelling. */
export function reportHash(report: Report, sha256: Sha256): string {
  return sha256(reportJson(report))
}
