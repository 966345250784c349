import { isRevealed, visibleAssessments } from '@/lib/domain/blind'
import type { ClaimSummary } from '@/lib/domain/claim'
import { countOrigins } from '@/lib/domain/origin'
import { AppError } from '@/lib/platform/errors'
import type { Dossier } from '@/lib/schema/dossier'
import type { AuthorizedArticle, Moment } from './access'
import type { Db } from './db'
import {
  ADJUDICATION,
  ASSESSMENT,
  CITATION,
  THREAD,
  toAdjudication,
  toAssessment,
  toCitation,
  toThread,
} from './dossier-rows'
import { originsAsOf } from './facts'
import { currentPolicy } from './policy'

/** Longest lists a dossier carries, oldest first; beyond them the oldest are left to the claim's exports. */
const MOST = 500

/** All of one claim, as one member may see it. @throws AppError not_found */
export async function readDossier(
  db: Db,
  article: AuthorizedArticle & { memberId: string },
  moment: Moment,
  summary: ClaimSummary,
): Promise<Dossier> {
  const where = { articleId: article.articleId, claimId: summary.id }
  const [wordings, newestCitations, newestAssessments, adjudication, newestThreads, { policy }, familyOf] =
    await Promise.all([
      db.claimRevision.findMany({
        where,
        orderBy: { number: 'desc' },
        take: MOST,
        select: {
          id: true,
          number: true,
          text: true,
          state: true,
          reason: true,
          authorId: true,
          createdAt: true,
          reviewerId: true,
          reviewReason: true,
          substance: true,
          baseId: true,
          revision: { select: { number: true } },
        },
      }),
      db.citation.findMany({
        where,
        orderBy: [{ createdSeq: 'desc' }, { id: 'desc' }],
        take: MOST,
        select: CITATION,
      }),
      db.assessment.findMany({
        where,
        orderBy: [{ createdSeq: 'desc' }, { id: 'desc' }],
        take: MOST,
        select: ASSESSMENT,
      }),
      db.adjudication.findFirst({
        where: { ...where, endedSeq: null },
        select: ADJUDICATION,
      }),
      db.thread.findMany({
        // Those that came with their words, and its own that have not gone elsewhere.
        where: {
          articleId: article.articleId,
          OR: [
            { moves: { some: { claimId: summary.id, endedSeq: null } } },
            { claimId: summary.id, moves: { none: { endedSeq: null } } },
          ],
        },
        orderBy: [{ createdSeq: 'desc' }, { id: 'desc' }],
        take: MOST,
        select: THREAD,
      }),
      currentPolicy(db, article),
      originsAsOf(db, article.workspaceId, moment.deskSeq),
    ])
  const citations = newestCitations.reverse()
  const assessments = newestAssessments.reverse()
  const threads = newestThreads.reverse()
  const head = wordings.find((row) => row.state === 'accepted')
  if (!head) throw new AppError('not_found', 'This article has no such claim (any more).')
  const substance = head.substance ?? 1
  const current = assessments.filter(stands)
  const revealed = isRevealed(current, substance, summary.demands.assessors, policy.blindAssessments)
  const seen = visibleAssessments(current, article, substance, revealed)
  const earlier = visibleAssessments(
    assessments.filter((row) => !stands(row)),
    article,
    substance,
    revealed,
  )
  return {
    claim: summary,
    wordings: wordings.map(({ createdAt, revision, ...row }) => ({
      ...row,
      at: createdAt.toISOString(),
      revision: revision?.number ?? null,
    })),
    citations: citations.filter(stands).map((row) => toCitation(row, substance)),
    earlierCitations: citations.filter((row) => !stands(row)).map((row) => toCitation(row, substance)),
    origins: countOrigins(
      citations.filter((row) => stands(row) && row.substance === substance).map((row) => row.source.id),
      familyOf,
    ),
    assessments: seen.visible.map((row) => toAssessment(row, substance)),
    earlierAssessments: earlier.visible.map((row) => toAssessment(row, substance)),
    hiddenAssessments: seen.hidden,
    adjudication: adjudication && toAdjudication(adjudication, substance),
    threads: threads.map(toThread),
  }
}

const stands = (row: { endedSeq: number | null }) => row.endedSeq === null
