import { imprint } from '@/lib/domain/source'
import { parseCsl } from '@/lib/schema/csl'
import type { Dossier, ThreadDto } from '@/lib/schema/dossier'
import type { Prisma } from '@/prisma/generated/client'

// The rows a dossier is made of, and the shape they take on the way out.

/** The longest thread that is carried; beyond it the oldest comments are left out. */
const MOST = 500

export const CITATION = {
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
  wording: { select: { text: true } },
  source: {
    select: {
      id: true,
      title: true,
      csl: true,
      grades: { where: { endedSeq: null }, select: { reliability: true }, take: 1 },
      origins: { where: { endedSeq: null }, select: { origin: { select: { title: true } } }, take: 1 },
    },
  },
} satisfies Prisma.CitationSelect

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
  wording: { select: { text: true } },
} satisfies Prisma.AssessmentSelect

export const ADJUDICATION = {
  id: true,
  verdict: true,
  confidence: true,
  reason: true,
  memberId: true,
  createdAt: true,
  substance: true,
} satisfies Prisma.AdjudicationSelect

export const THREAD = {
  id: true,
  quote: true,
  createdAt: true,
  resolutions: { where: { endedSeq: null }, select: { memberId: true }, take: 1 },
  // The newest where there are too many; turned round when they are shown.
  comments: {
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
} satisfies Prisma.ThreadSelect

type CitationRow = Prisma.CitationGetPayload<{ select: typeof CITATION }>
type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof ASSESSMENT }>
type AdjudicationRow = Prisma.AdjudicationGetPayload<{ select: typeof ADJUDICATION }>
type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof THREAD }>

/** @param substance the claim's present substance number */
export function toCitation(row: CitationRow, substance: number): Dossier['citations'][number] {
  const { createdAt, wording, source, substance: made, endedSeq, endReason, ...rest } = row
  const csl = parseCsl(source.csl)
  return {
    ...rest,
    at: createdAt.toISOString(),
    fresh: made === substance,
    madeFor: wording.text,
    ended: endedSeq === null ? null : (endReason ?? 'withdrawn'),
    source: {
      id: source.id,
      title: source.title,
      imprint: imprint(csl),
      url: csl.URL ?? null,
      reliability: source.grades[0]?.reliability ?? 'F',
      repeats: source.origins[0]?.origin.title ?? null,
    },
  }
}

export function toAssessment(row: AssessmentRow, substance: number): Dossier['assessments'][number] {
  const { createdAt, wording, reaffirmsId, substance: made, endedSeq, endReason, ...rest } = row
  return {
    ...rest,
    at: createdAt.toISOString(),
    fresh: made === substance,
    madeFor: wording.text,
    reaffirms: reaffirmsId !== null,
    ended: endedSeq === null ? null : (endReason ?? 'withdrawn'),
  }
}

export function toAdjudication(row: AdjudicationRow, substance: number): NonNullable<Dossier['adjudication']> {
  const { createdAt, substance: made, ...rest } = row
  return { ...rest, at: createdAt.toISOString(), fresh: made === substance }
}

export function toThread(row: ThreadRow): ThreadDto {
  const { createdAt, resolutions, comments, ...thread } = row
  return {
    ...thread,
    at: createdAt.toISOString(),
    resolved: resolutions.length > 0,
    resolvedBy: resolutions[0]?.memberId ?? null,
    comments: comments.toReversed().map(({ createdAt: at, mentions, endReason, endedSeq, body, ...comment }) => ({
      ...comment,
      // What was taken back is no longer shown; that it stood there is.
      body: endedSeq === null ? body : '',
      at: at.toISOString(),
      mentions: mentions.map(({ memberId }) => memberId),
      withdrawn: endedSeq === null ? null : (endReason ?? 'withdrawn'),
    })),
  }
}
