import { framingsIn, saidOf, shownLabel } from '@/lib/domain/article/framing.ts'
import { maySee } from '@/lib/domain/check/blind.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { countOrigins } from '@/lib/domain/source/origin.ts'
import { twinWords } from '@/lib/domain/source/twin.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import type { Prisma } from '@/prisma/generated/client.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Db } from '../db.ts'
import { countsAt } from '../moment-rows.ts'
import { currentPolicy } from '../policy.ts'
import { standingsAt } from '../snapshot/quote-standing.ts'
import { twinsOf } from '../source/twin.ts'
import { hiddenNow } from './blindness.ts'
import {
  ADJUDICATION,
  ASSESSMENT,
  ASSIGNMENT,
  citationAt,
  SEARCH_ENTRY,
  standsAt,
  threadAt,
  toAdjudication,
  toAssessment,
  toCitation,
  toSearch,
  toThread,
  toWording,
  WORDING,
} from './dossier-rows.ts'
import { originsAsOf } from './facts.ts'
import { readLayout } from './layout.ts'
import { redactionsOnClaim } from './redaction-mark.ts'

/** Longest lists a dossier carries, oldest first; beyond them the oldest are left to the claim's exports. */
const MOST = 500

type Reader = AuthorizedArticle & { memberId: string }

/**
 * All of one claim as of a moment, as one member may see it. Of a moment that has passed everything is as it was then,
 * but for answers that are hidden now.
 * @throws AppError not_found
 */
export async function readDossier(db: Db, article: Reader, moment: Moment, summary: ClaimSummary): Promise<Dossier> {
  const { seq, deskSeq } = moment
  const where = { articleId: article.articleId, claimId: summary.id, createdSeq: { lte: seq } }
  const newest = { orderBy: [{ createdSeq: 'desc' as const }, { id: 'desc' as const }], take: MOST }
  const held = { claimId: summary.id, ...countsAt(seq) }
  const [
    wordings,
    kin,
    assignments,
    newestCitations,
    newestAssessments,
    adjudication,
    newestThreads,
    searches,
    familyOf,
    hidden,
    { policy, assessorMayAdjudicate },
  ] = await Promise.all([
    db.claimRevision.findMany({ where, orderBy: { number: 'desc' }, take: MOST, select: WORDING }),
    inheritedFrom(db, summary.id),
    db.assignment.findMany({
      where: { ...where, ...countsAt(seq) },
      orderBy: { createdSeq: 'asc' },
      take: MOST,
      select: ASSIGNMENT,
    }),
    db.citation.findMany({ where, ...newest, select: citationAt(moment) }),
    db.assessment.findMany({ where, ...newest, select: ASSESSMENT }),
    // The desk's own answer to the newest words; what came along with an ancestor's words, where it has none.
    db.adjudication.findFirst({
      where: { ...where, ...countsAt(seq) },
      orderBy: [{ substance: 'desc' }, { createdSeq: 'desc' }, { id: 'desc' }],
      select: ADJUDICATION,
    }),
    db.thread.findMany({
      // Those that came with their words, and its own that have not gone elsewhere.
      where: {
        articleId: article.articleId,
        createdSeq: { lte: seq },
        OR: [{ moves: { some: held } }, { claimId: summary.id, moves: { none: countsAt(seq) } }],
      },
      ...newest,
      select: threadAt(moment),
    }),
    db.searchEntry.findMany({ where, ...newest, select: SEARCH_ENTRY }),
    originsAsOf(db, article.workspaceId, deskSeq),
    hiddenNow(db, article, [summary.id]),
    currentPolicy(db, article, deskSeq),
  ])
  const mine = new Set(newestAssessments.flatMap(({ id, memberId }) => (memberId === article.memberId ? [id] : [])))
  const notSeen = new Set([...hidden].filter((id) => !mine.has(id)))
  const redactions = await redactionsOnClaim(db, article.articleId, summary.id, notSeen)
  const citations = newestCitations.reverse()
  const quoted = citations.map(({ quoteId, source }) => ({ quoteId, sourceId: source.id }))
  const standings = await standingsAt(db, article.workspaceId, deskSeq, quoted)
  const assessments = newestAssessments.reverse()
  const head = wordings.find((row) => row.id === summary.wordingId)
  if (!head) throw new AppError('not_found', 'This article has no such claim (any more).')
  const labels = await labelsOf(db, summary, wordings)
  const stands = standsAt(seq)
  const substance = head.substance ?? 1
  const seen = assessments.filter((row) => maySee(row, article.memberId, hidden))
  const shownIds = new Set(seen.map(({ id }) => id))
  // That a person re-affirmed an answer says what the newer one is, as long as that is hidden.
  const reaffirmed = new Set(assessments.flatMap((row) => (shownIds.has(row.id) && row.reaffirmsId) || []))
  const standing = citations.filter(stands)
  const shown = standing.map((row) => toCitation(row, head, true, standings, labels))
  const counted = shown.flatMap(({ fresh, source }) => (fresh ? [source] : []))
  const cited = new Map([[summary.id, counted.map(({ id }) => id)]])
  const twins = (await twinsOf(db, article.workspaceId, deskSeq, familyOf, cited)).get(summary.id) ?? []
  const titleOf = (id: string) => counted.find((source) => source.id === id)?.title ?? ''
  return {
    claim: summary,
    assignments: assignments.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() })),
    wordings: wordings.map((row) => toWording(row, moment, kin.get(row.id) ?? null, labels)),
    citations: shown,
    earlierCitations: citations
      .filter((row) => !stands(row))
      .map((row) => toCitation(row, head, false, standings, labels)),
    origins: countOrigins(
      standing.filter((row) => row.substance === substance).map((row) => row.source.id),
      familyOf,
    ),
    twins: twins.map(({ one, other, why }) => ({ one, other, words: twinWords(titleOf(one), titleOf(other), why) })),
    searches: searches.map((row) => toSearch(row, stands(row))),
    assessments: seen.filter(stands).map((row) => toAssessment(row, substance, true, labels)),
    earlierAssessments: seen
      .filter((row) => !stands(row))
      .map((row) => toAssessment(row, substance, false, labels, reaffirmed.has(row.id))),
    hiddenAssessments: assessments.filter((row) => stands(row) && row.substance === substance && !shownIds.has(row.id))
      .length,
    judging: {
      authors: authorsOf(wordings, substance),
      authorMayAssess: policy.authorMayAssess,
      assessorMayAdjudicate,
    },
    adjudication: adjudication && toAdjudication(adjudication, substance),
    threads: newestThreads.reverse().map((row) => toThread(row, moment)),
    redactions,
  }
}

/** The same as `judgingOf` asks of the database. */
function authorsOf(
  wordings: readonly Prisma.ClaimRevisionGetPayload<{ select: typeof WORDING }>[],
  substance: number,
): string[] {
  const own = wordings.filter((row) => row.substance === substance || row.state === 'inherited')
  return [...new Set(own.flatMap(({ authorId }) => authorId ?? []))]
}

/**
 * The label each wording is shown with, by its id. Wordings older than labels have that of the layout they were accepted
 * into; the head has that of the article.
 */
async function labelsOf(
  db: Db,
  summary: ClaimSummary,
  wordings: readonly Prisma.ClaimRevisionGetPayload<{ select: typeof WORDING }>[],
): Promise<Map<string, string | null>> {
  const labels = new Map<string, string | null>()
  for (const row of wordings) {
    const recorded = shownLabel(saidOf(row))
    if (row.id === summary.wordingId) labels.set(row.id, summary.label)
    else if (recorded !== null || row.revision === null) labels.set(row.id, recorded)
    else {
      const framing = framingsIn(await readLayout(db, row.revision.layoutId)).get(summary.number)
      labels.set(row.id, framing ? shownLabel(framing) : null)
    }
  }
  return labels
}

/** Which claims the inherited wordings of a claim came from, by wording. */
async function inheritedFrom(db: Db, claimId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; number: number }[]>`
    SELECT DISTINCT ON (w."id") w."id", p."number"
    FROM "ClaimRevision" w
    JOIN "ClaimAncestry" y ON y."articleId" = w."articleId" AND y."claimId" = w."claimId" AND y."createdSeq" = w."createdSeq"
    JOIN "Claim" p ON p."id" = y."ancestorId"
    JOIN "ClaimRevision" o ON o."claimId" = p."id" AND o."text" = w."text" AND o."createdSeq" < w."createdSeq"
    WHERE w."claimId" = ${claimId}::uuid AND w."state" = 'inherited' AND y."kind" <> 'moved'
    ORDER BY w."id", p."number"`
  return new Map(rows.map(({ id, number }) => [id, number]))
}
