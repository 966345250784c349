import { withLabel } from '@/lib/domain/article/framing.ts'
import { gradeOf } from '@/lib/domain/check/scale.ts'
import { coversNow } from '@/lib/domain/claim/cover.ts'
import { imprint } from '@/lib/domain/source/source.ts'
import { parseAnchor, parseCovers } from '@/lib/schema/anchor.ts'
import type { Dossier, SearchDto, ThreadDto, WordingDto } from '@/lib/view/dossier.ts'
import type { Prisma } from '@/prisma/generated/client.ts'
import type { Moment } from '../access.ts'
import { countsAt } from '../moment-rows.ts'
import type { Standings } from '../snapshot/quote-standing.ts'
import { recordOf, recordSelect } from '../source/record.ts'

// The rows a dossier is made of, as of a moment, and the shape they take on the way out. What was recorded later is not
// asked for; what ended later had not ended then.

/** Did a row that was recorded by then still count? */
export const standsAt = (seq: number) => (row: { endedSeq: number | null }) =>
  row.endedSeq === null || row.endedSeq > seq

/** The longest thread that is carried; beyond it the oldest comments are left out. */
const MOST = 500

export const WORDING = {
  id: true,
  number: true,
  text: true,
  label: true,
  quoted: true,
  section: true,
  state: true,
  reason: true,
  authorId: true,
  createdAt: true,
  reviewerId: true,
  reviewReason: true,
  substance: true,
  baseId: true,
  acceptedSeq: true,
  endedSeq: true,
  revision: { select: { number: true, layoutId: true } },
} satisfies Prisma.ClaimRevisionSelect

const namedAt = (deskSeq: number) => ({ where: countsAt(deskSeq), select: { title: true }, take: 1 })

const gradedAt = (deskSeq: number) => ({
  grades: { where: countsAt(deskSeq), select: { reliability: true, reason: true }, take: 1 },
  origins: {
    where: countsAt(deskSeq),
    select: { kind: true, origin: { select: { title: true, records: namedAt(deskSeq) } } },
    take: 1,
  },
})

/** A cited source with its grade and its first origin, and the same of the entry it was merged into. */
const citedSourceAt = (deskSeq: number) => {
  const { merges, ...record } = recordSelect(deskSeq)
  const into = { ...merges.select.into.select, ...gradedAt(deskSeq) }
  return {
    ...record,
    ...gradedAt(deskSeq),
    merges: { ...merges, select: { into: { select: into } } },
  } satisfies Prisma.SourceSelect
}

export const SEARCH_ENTRY = {
  id: true,
  place: true,
  query: true,
  searchedOn: true,
  result: true,
  note: true,
  memberId: true,
  createdAt: true,
  endedSeq: true,
  endReason: true,
} satisfies Prisma.SearchEntrySelect

export const citationAt = ({ deskSeq }: Moment) =>
  ({
    id: true,
    stance: true,
    quote: true,
    note: true,
    locator: true,
    credibility: true,
    memberId: true,
    createdAt: true,
    substance: true,
    endedSeq: true,
    endReason: true,
    wording: { select: { id: true, text: true } },
    snapshotId: true,
    anchor: true,
    snapshot: { select: { createdAt: true } },
    quoteId: true,
    covers: true,
    source: { select: citedSourceAt(deskSeq) },
  }) satisfies Prisma.CitationSelect

export const ASSESSMENT = {
  id: true,
  verdict: true,
  confidence: true,
  rationale: true,
  memberId: true,
  createdAt: true,
  substance: true,
  reaffirmsId: true,
  endedSeq: true,
  endReason: true,
  wording: { select: { id: true, text: true } },
} satisfies Prisma.AssessmentSelect

export const ASSIGNMENT = {
  id: true,
  assigneeId: true,
  memberId: true,
  note: true,
  createdAt: true,
} satisfies Prisma.AssignmentSelect

export const ADJUDICATION = {
  id: true,
  verdict: true,
  confidence: true,
  reason: true,
  memberId: true,
  createdAt: true,
  substance: true,
} satisfies Prisma.AdjudicationSelect

export const threadAt = ({ seq }: Moment) =>
  ({
    id: true,
    quote: true,
    createdAt: true,
    resolutions: { where: countsAt(seq), select: { memberId: true }, take: 1 },
    // The newest where there are too many; turned round when they are shown.
    comments: {
      where: { createdSeq: { lte: seq } },
      orderBy: [{ createdSeq: 'desc' as const }, { id: 'desc' as const }],
      take: MOST,
      select: {
        id: true,
        body: true,
        memberId: true,
        createdAt: true,
        endReason: true,
        endedSeq: true,
        mentions: { select: { memberId: true } },
      },
    },
  }) satisfies Prisma.ThreadSelect

/** The label a wording is shown with, by its id. */
export type Labels = ReadonlyMap<string, string | null>

type WordingRow = Prisma.ClaimRevisionGetPayload<{ select: typeof WORDING }>
type CitationRow = Prisma.CitationGetPayload<{ select: ReturnType<typeof citationAt> }>
type SearchRow = Prisma.SearchEntryGetPayload<{ select: typeof SEARCH_ENTRY }>
type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof ASSESSMENT }>
type AdjudicationRow = Prisma.AdjudicationGetPayload<{ select: typeof ADJUDICATION }>
type ThreadRow = Prisma.ThreadGetPayload<{ select: ReturnType<typeof threadAt> }>

/**
 * A wording as it stood at a moment: one that was decided on later still waited then, one that another took the place of
 * later still was what the claim said.
 * @param cameFrom the claim whose words an inherited one are
 */
export function toWording(row: WordingRow, { seq }: Moment, cameFrom: number | null, labels: Labels): WordingDto {
  const { createdAt, revision, quoted: _, acceptedSeq, endedSeq, reviewerId, reviewReason, substance, ...rest } = row
  const accepted = acceptedSeq !== null && acceptedSeq <= seq
  const ended = endedSeq !== null && endedSeq <= seq
  const decided = accepted || ended
  const open = accepted ? ('accepted' as const) : ('proposed' as const)
  const settled = accepted ? ('superseded' as const) : row.state
  return {
    ...rest,
    label: labels.get(row.id) ?? null,
    at: createdAt.toISOString(),
    state: row.state === 'inherited' ? 'inherited' : ended ? settled : open,
    reviewerId: decided ? reviewerId : null,
    reviewReason: decided ? reviewReason : null,
    revision: accepted ? (revision?.number ?? null) : null,
    substance: accepted || row.state === 'inherited' ? substance : null,
    cameFrom,
  }
}

/**
 * @param head what the claim said at that moment
 * @param stands does it count then?
 * @param standings how its quote and its source stand then
 */
export function toCitation(
  row: CitationRow,
  head: { text: string; substance: number | null },
  stands: boolean,
  standings: Standings,
  labels: Labels,
): Dossier['citations'][number] {
  const {
    createdAt,
    wording,
    source,
    substance: made,
    endedSeq: _,
    endReason,
    quoteId,
    covers,
    anchor,
    snapshot,
    ...rest
  } = row
  const standing = source.merges[0]?.into ?? source
  const { csl, title } = recordOf(standing)
  const fresh = made === (head.substance ?? 1)
  const covered = parseCovers(covers)
  const origin = standing.origins[0]?.origin
  return {
    ...rest,
    at: createdAt.toISOString(),
    fresh,
    madeFor: withLabel(labels.get(wording.id) ?? null, wording.text),
    ended: stands ? null : (endReason ?? 'withdrawn'),
    passage: passageOf(anchor, snapshot),
    covers: covered && [...(fresh ? coversNow(wording.text, head.text, covered) : covered)],
    standing: standings.quote(quoteId),
    link: standings.link(source.id),
    newestSnapshotId: standings.newest(source.id),
    archived: standings.archived(source.id),
    source: {
      id: standing.id,
      title,
      imprint: imprint(csl),
      type: csl.type,
      url: csl.URL ?? null,
      reliability: gradeOf(standing.grades[0]),
      repeats: origin ? (origin.records[0]?.title ?? origin.title) : null,
    },
  }
}

function passageOf(anchor: unknown, snapshot: { createdAt: Date } | null) {
  if (!anchor || !snapshot) return null
  const { start, end } = parseAnchor(anchor)
  return { start, end, takenAt: snapshot.createdAt.toISOString() }
}

export function toSearch(row: SearchRow, stands: boolean): SearchDto {
  const { createdAt, endedSeq: _, endReason, ...rest } = row
  return { ...rest, at: createdAt.toISOString(), ended: stands ? null : (endReason ?? 'withdrawn') }
}

/** @param reaffirmed may the reader know that a newer answer of the same person re-affirms it? */
export function toAssessment(
  row: AssessmentRow,
  substance: number,
  stands: boolean,
  labels: Labels,
  reaffirmed = true,
): Dossier['assessments'][number] {
  const { createdAt, wording, reaffirmsId, substance: made, endedSeq: _, endReason, ...rest } = row
  return {
    ...rest,
    at: createdAt.toISOString(),
    fresh: made === substance,
    madeFor: withLabel(labels.get(wording.id) ?? null, wording.text),
    reaffirms: reaffirmsId !== null,
    ended: stands ? null : endReason === 'reaffirmed' && !reaffirmed ? 'superseded' : (endReason ?? 'withdrawn'),
  }
}

export function toAdjudication(row: AdjudicationRow, substance: number): NonNullable<Dossier['adjudication']> {
  const { createdAt, substance: made, ...rest } = row
  return { ...rest, at: createdAt.toISOString(), fresh: made === substance }
}

export function toThread(row: ThreadRow, { seq }: Moment): ThreadDto {
  const { createdAt, resolutions, comments, ...thread } = row
  const stands = standsAt(seq)
  return {
    ...thread,
    at: createdAt.toISOString(),
    resolved: resolutions.length > 0,
    resolvedBy: resolutions[0]?.memberId ?? null,
    comments: comments.toReversed().map(({ createdAt: at, mentions, endReason, endedSeq, body, ...comment }) => ({
      ...comment,
      // What was taken back is no longer shown; that it stood there is.
      body: stands({ endedSeq }) ? body : '',
      at: at.toISOString(),
      mentions: mentions.map(({ memberId }) => memberId),
      withdrawn: stands({ endedSeq }) ? null : (endReason ?? 'withdrawn'),
    })),
  }
}
