import { canonicalJson, type Json } from '@/lib/domain/desk/audit.ts'
import { SPELLING } from '@/lib/domain/desk/vouching.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import type { Prisma } from '@/prisma/generated/client.ts'

// What is recorded of each table, how it is spelled, and the digest by which a change's event vouches for it.

type Rows = {
  Layout: Prisma.LayoutCreateManyInput
  ArticleAmendment: JsonRow<Prisma.ArticleAmendmentCreateManyInput, 'former' | 'given'>
  Archiving: Prisma.ArchivingCreateManyInput
  Revision: JsonRow<Prisma.RevisionCreateManyInput, 'counts'>
  Claim: Prisma.ClaimCreateManyInput
  ClaimAncestry: Prisma.ClaimAncestryCreateManyInput
  ClaimRevision: Prisma.ClaimRevisionCreateManyInput
  Checkability: Prisma.CheckabilityCreateManyInput
  Assignment: Prisma.AssignmentCreateManyInput
  Citation: JsonRow<Prisma.CitationCreateManyInput, 'anchor' | 'covers'>
  Assessment: Prisma.AssessmentCreateManyInput
  Adjudication: Prisma.AdjudicationCreateManyInput
  Thread: Prisma.ThreadCreateManyInput
  Resolution: Prisma.ResolutionCreateManyInput
  ThreadMove: Prisma.ThreadMoveCreateManyInput
  Upstream: Prisma.UpstreamCreateManyInput
  StructureProposal: Prisma.StructureProposalCreateManyInput
  Comment: Prisma.CommentCreateManyInput
  Mention: Prisma.MentionCreateManyInput
  Member: Prisma.MemberCreateManyInput
  PolicyVersion: Prisma.PolicyVersionCreateManyInput
  Source: Prisma.SourceCreateManyInput
  SourceGrade: Prisma.SourceGradeCreateManyInput
  SourceOrigin: Prisma.SourceOriginCreateManyInput
  SourceRecord: JsonRow<Prisma.SourceRecordCreateManyInput, 'found'>
  SourceContact: Prisma.SourceContactCreateManyInput
  SourceMerge: Prisma.SourceMergeCreateManyInput
  SourceApart: Prisma.SourceApartCreateManyInput
  Snapshot: Prisma.SnapshotCreateManyInput
  Visit: Prisma.VisitCreateManyInput
  ArchiveCopy: Prisma.ArchiveCopyCreateManyInput
  QuoteCheck: Prisma.QuoteCheckCreateManyInput
  SearchEntry: Prisma.SearchEntryCreateManyInput
  Notification: Prisma.NotificationCreateManyInput
}

/** Rows go to the database as JSON: an absent value is a plain null. */
type JsonRow<R, Column extends keyof R> = Omit<R, Column> &
  Partial<Record<Column, Prisma.InputJsonValue | Prisma.JsonValue>>

export type Noun = keyof Rows

/** A row to be recorded; the change it belongs to gives it its place on the clock. */
export type Row<N extends Noun> = Omit<Rows[N], 'createdSeq'>

/** The columns of each noun that never change after they were recorded; the audit event vouches for them. */
export const RECORDED: Record<Noun, readonly string[]> = {
  Layout: ['id', 'content'],
  ArticleAmendment: ['id', 'former', 'given', 'reason', 'memberId', 'createdAt'],
  Archiving: ['id', 'reason', 'memberId', 'createdAt'],
  Revision: ['id', 'number', 'memberId', 'kind', 'summary', 'layoutId', 'createdAt'],
  Claim: ['id', 'number'],
  ClaimAncestry: ['id', 'claimId', 'ancestorId', 'kind'],
  ClaimRevision: ['id', 'claimId', 'number', 'text', 'authorId', 'reason', 'baseId', 'createdAt'],
  Checkability: ['id', 'claimId', 'checkable', 'reason', 'memberId'],
  Assignment: ['id', 'claimId', 'assigneeId', 'memberId', 'note', 'createdAt'],
  Citation: [
    'id',
    'claimId',
    'wordingId',
    'substance',
    'sourceId',
    'stance',
    'quote',
    'note',
    'locator',
    'credibility',
    'memberId',
    'createdAt',
    'reaffirmsId',
  ],
  Assessment: [
    'id',
    'claimId',
    'wordingId',
    'substance',
    'verdict',
    'confidence',
    'rationale',
    'memberId',
    'createdAt',
    'reaffirmsId',
  ],
  Adjudication: ['id', 'claimId', 'wordingId', 'substance', 'verdict', 'confidence', 'reason', 'memberId', 'createdAt'],
  Thread: ['id', 'claimId', 'wordingId', 'quote', 'memberId', 'createdAt'],
  ThreadMove: ['id', 'threadId', 'claimId'],
  Upstream: ['id', 'content'],
  StructureProposal: ['id', 'kind', 'content', 'authorId', 'reason', 'draftId', 'createdAt'],
  Resolution: ['id', 'threadId', 'memberId'],
  Comment: ['id', 'threadId', 'body', 'memberId', 'createdAt'],
  Mention: ['id', 'commentId', 'memberId'],
  Member: ['id', 'userId', 'name'],
  PolicyVersion: [
    'id',
    'articleId',
    'number',
    'memberId',
    'minOrigins',
    'minOriginsHumanToll',
    'minAssessors',
    'minAssessorsHumanToll',
    'authorMayAssess',
    'blindAssessments',
    'reviewerMustDiffer',
  ],
  Source: ['id', 'csl', 'title', 'urlKey', 'memberId', 'createdAt'],
  SourceGrade: ['id', 'sourceId', 'reliability', 'reason', 'memberId', 'createdAt'],
  SourceOrigin: ['id', 'sourceId', 'originId', 'memberId'],
  SourceRecord: ['id', 'sourceId', 'csl', 'title', 'urlKey', 'doi', 'isbn', 'unconfirmed', 'memberId', 'createdAt'],
  SourceContact: ['id', 'sourceId', 'contact', 'memberId', 'createdAt'],
  SourceMerge: ['id', 'sourceId', 'intoId', 'reason', 'memberId'],
  SourceApart: ['id', 'sourceId', 'otherId', 'memberId'],
  Snapshot: [
    'id',
    'sourceId',
    'sha256',
    'bytes',
    'mediaType',
    'url',
    'finalUrl',
    'redirects',
    'status',
    'headers',
    'fileName',
    'text',
    'blocks',
    'language',
    'cut',
    'problem',
    'memberId',
    'createdAt',
  ],
  Visit: ['id', 'sourceId', 'url', 'outcome', 'status', 'words', 'snapshotId', 'memberId', 'createdAt'],
  ArchiveCopy: ['id', 'sourceId', 'snapshotId', 'address', 'problem', 'memberId', 'createdAt'],
  QuoteCheck: ['id', 'quoteId', 'snapshotId', 'fate', 'score', 'start', 'end', 'said'],
  SearchEntry: [
    'id',
    'claimId',
    'wordingId',
    'place',
    'query',
    'searchedOn',
    'result',
    'note',
    'memberId',
    'createdAt',
  ],
  Notification: ['id', 'memberId', 'subjectId', 'claim', 'answer', 'words', 'reason', 'createdAt'],
}

/** Columns that came later. Absent, they are not spelled, so that rows recorded before them keep their digest. */
const LATER: Partial<Record<Noun, readonly string[]>> = {
  ArticleAmendment: ['redactedSeq'],
  Archiving: ['redactedSeq'],
  Revision: ['counts', 'formerTitle', 'redactedSeq'],
  ClaimRevision: ['draftId', 'label', 'quoted', 'section', 'redactedSeq'],
  Citation: ['carriedFromId', 'snapshotId', 'anchor', 'quoteId', 'covers', 'amendsId', 'redactedSeq'],
  Assessment: ['carriedFromId', 'redactedSeq'],
  Adjudication: ['carriedFromId', 'redactedSeq'],
  PolicyVersion: ['contactRole', 'assessorMayAdjudicate'],
  Source: ['doi', 'isbn', 'unconfirmed', 'redactedSeq'],
  SourceOrigin: ['kind'],
  Snapshot: ['canonical', 'redactedSeq'],
  SearchEntry: ['carriedFromId', 'redactedSeq'],
  Comment: ['redactedSeq'],
  Thread: ['redactedSeq'],
  Upstream: ['redactedSeq'],
  StructureProposal: ['redactedSeq'],
  Assignment: ['redactedSeq'],
  Checkability: ['redactedSeq'],
  Notification: ['redactedSeq'],
  SourceRecord: ['found', 'redactedSeq'],
  SourceContact: ['redactedSeq'],
  SourceGrade: ['redactedSeq'],
  SourceMerge: ['redactedSeq'],
  Visit: ['redactedSeq'],
  ArchiveCopy: ['redactedSeq'],
  QuoteCheck: ['redactedSeq'],
}

/** Columns that were there before anything vouched for them: spelled from version 2 on. */
const SPELLED_SINCE_2: Partial<Record<Noun, readonly string[]>> = {
  Snapshot: ['fingerprints'],
  // Of an inherited wording alone: any other is vouched for as it is accepted or ends.
  ClaimRevision: ['state', 'substance'],
}

function spelledSince2(noun: Noun, row: Record<string, unknown>): readonly string[] {
  if (noun === 'ClaimRevision' && row.state !== 'inherited') return []
  return SPELLED_SINCE_2[noun] ?? []
}

/** All columns that an audit event vouches for. */
export function recordedColumns(noun: Noun): string[] {
  return [...RECORDED[noun], ...(LATER[noun] ?? []), ...(SPELLED_SINCE_2[noun] ?? [])]
}

/**
 * Rows beside the clocks: what of them has to stay as it was. The event that brings one, or changes it, vouches for it
 * as a whole; the newest event counts. A user's password and end, and an article's title and counters, change by ways of
 * their own and are not among them.
 */
const VOUCHED = {
  User: ['id', 'email', 'createdAt'],
  Workspace: ['id', 'name', 'createdAt'],
  Article: ['id', 'workspaceId', 'slug', 'language', 'licence', 'attribution', 'originUrl', 'createdAt'],
} as const

export type Vouched = keyof typeof VOUCHED

/** The digest of one row beside the clocks. A user's id is random, so no one finds the address out from it. */
export function vouchedDigest(table: Vouched, row: Record<string, unknown>): string {
  return digestOf([spell(VOUCHED[table], row)])
}

/** What a wording gets when it is accepted; vouched for by the event of its acceptance. */
export const ACCEPTED = ['id', 'substance', 'revisionId', 'reviewerId', 'reviewReason'] as const

/** One row's recorded columns in one spelling; absent and null are the same. */
export function recordedText(noun: Noun, row: Record<string, unknown>, spelling = SPELLING): string {
  const later = (LATER[noun] ?? []).filter((column) => (row[column] ?? null) !== null)
  const since2 = spelling >= 2 ? spelledSince2(noun, row) : []
  return spell([...RECORDED[noun], ...later, ...since2], row)
}

export function acceptedText(row: Record<string, unknown>): string {
  return spell(ACCEPTED, row)
}

const WITH_REASON = new Set<Noun>([
  'Archiving',
  'Assignment',
  'Citation',
  'Assessment',
  'Adjudication',
  'Comment',
  'SearchEntry',
])

/** The columns that say how a row ended. */
export function endedColumns(noun: Noun): string[] {
  if (noun === 'ClaimRevision') return ['id', 'state', 'reviewerId', 'reviewReason']
  if (noun === 'StructureProposal') return ['id', 'state', 'reviewerId', 'reviewReason', 'revisionId']
  return WITH_REASON.has(noun) ? ['id', 'endReason'] : ['id']
}

/** How a row ended. A superseded wording's reviewer is that of its acceptance, and vouched for there. */
export function endedText(noun: Noun, row: Record<string, unknown>): string {
  return spell(row.state === 'superseded' ? ['id', 'state'] : endedColumns(noun), row)
}

function spell(columns: readonly string[], row: Record<string, unknown>): string {
  const kept: Record<string, Json> = {}
  for (const column of columns) {
    const value = row[column] ?? null
    kept[column] = value instanceof Date ? spelledDate(value) : (value as Json)
  }
  return canonicalJson(kept)
}

/** ISO 8601. What is not a date (Postgres knows an infinite one) is spelled as such, and so is not what was recorded. */
export function spelledDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString()
}

/** The digest of a set of lines, whatever their order. */
export function digestOf(lines: readonly string[]): string {
  return sha256([...lines].sort().join('\n'))
}
