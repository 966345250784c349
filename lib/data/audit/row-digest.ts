import {
  ACCEPTED,
  acceptedText,
  endedColumns,
  endedText,
  type Noun,
  RECORDED,
  recordedColumns,
  recordedText,
} from '../recorded.ts'

export type Row = Record<string, unknown>

const DESK_NOUNS = new Set<Noun>([
  'Member',
  'PolicyVersion',
  'Source',
  'SourceGrade',
  'SourceOrigin',
  'SourceRecord',
  'SourceContact',
  'SourceMerge',
  'SourceApart',
  'Snapshot',
  'Visit',
  'ArchiveCopy',
  'QuoteCheck',
])
const NEVER_ENDS = new Set<Noun>([
  'Layout',
  'ArticleAmendment',
  'Revision',
  'ClaimAncestry',
  'Thread',
  'Mention',
  'Snapshot',
  'Visit',
  'ArchiveCopy',
  'QuoteCheck',
  'Notification',
])
const WITHOUT_DESK = new Set<Noun>(['Layout', 'ClaimAncestry'])

/** The tables whose rows an article's clock times, or a desk's. */
export function nounsOf(isDesk: boolean): Noun[] {
  return (Object.keys(RECORDED) as Noun[]).filter((noun) => DESK_NOUNS.has(noun) === isDesk)
}

/** The column that names the clock of a row. */
export function ownerColumn(noun: Noun): 'workspaceId' | 'articleId' {
  return DESK_NOUNS.has(noun) ? 'workspaceId' : 'articleId'
}

/** Does a row of an article name its desk as well? */
export function namesDesk(noun: Noun): boolean {
  return !DESK_NOUNS.has(noun) && !WITHOUT_DESK.has(noun)
}

/** Does a row of this noun come to an end one day? */
export function ends(noun: Noun): boolean {
  return !NEVER_ENDS.has(noun)
}

export const PARTS = ['recorded', 'accepted', 'ended'] as const
export type Part = (typeof PARTS)[number]

export type PartOfRows = {
  part: Part
  /** The column that says in which change. */
  seq: string
  columns: readonly string[]
  line: (row: Row, spelling: number) => string
}

/** How the rows of a noun are told apart by change, and spelled for the digest that the change's event holds. */
export function partsOf(noun: Noun): PartOfRows[] {
  const parts: PartOfRows[] = [
    {
      part: 'recorded',
      seq: 'createdSeq',
      columns: recordedColumns(noun),
      line: (row, spelling) => recordedText(noun, row, spelling),
    },
  ]
  if (noun === 'ClaimRevision')
    parts.push({ part: 'accepted', seq: 'acceptedSeq', columns: ACCEPTED, line: (row) => acceptedText(row) })
  if (ends(noun))
    parts.push({ part: 'ended', seq: 'endedSeq', columns: endedColumns(noun), line: (row) => endedText(noun, row) })
  return parts
}
