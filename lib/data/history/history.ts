import { NO_COUNTS, type RevisionCounts } from '@/lib/domain/revision/count.ts'
import type { HistoryPage, RevisionDto } from '@/lib/view/history.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import { redactionsOfRevisions } from '../article/redaction-mark.ts'
import type { Db } from '../db.ts'
import { readCounts } from '../revision/counts.ts'
import { eventsOfArticle } from './article-event.ts'
import { coverageOfRevisions } from './revision-coverage.ts'
import { revisionMoments } from './revision-moment.ts'

/** Revisions a page of the history shows. */
const PAGE = 50

/** The revisions of an article, newest first: who made them, what they made of its claims, how much was checked. */
export async function readHistory(
  db: Db,
  article: AuthorizedArticle,
  now: Moment,
  upTo?: number,
): Promise<HistoryPage> {
  const { articleId, workspaceId } = article
  const where = { articleId, workspaceId, createdSeq: { lte: now.seq } }
  const select = {
    id: true,
    number: true,
    createdSeq: true,
    createdAt: true,
    memberId: true,
    kind: true,
    summary: true,
    counts: true,
  } as const
  const [newest, rows] = await Promise.all([
    db.revision.findFirst({ where, orderBy: { number: 'desc' }, select: { number: true } }),
    db.revision.findMany({
      where: { ...where, ...(upTo !== undefined && { number: { lte: upTo } }) },
      orderBy: { number: 'desc' },
      take: PAGE,
      select,
    }),
  ])
  const [last, first] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0]
  const uncounted = rows.filter((row) => row.counts === null).map(({ number }) => number)
  const [counts, moments] = await Promise.all([
    uncounted.length > 0 ? countsOf(db, article, Math.min(...uncounted), Math.max(...uncounted)) : null,
    revisionMoments(db, article, now, { first, last }),
  ])
  const since = rows.at(-1)?.createdSeq ?? 0
  const next = await db.revision.findFirst({
    where: { ...where, number: last + 1 },
    select: { createdSeq: true },
  })
  const [coverage, redactions, { events, total }] = await Promise.all([
    coverageOfRevisions(db, article, moments),
    redactionsOfRevisions(
      db,
      articleId,
      rows.map(({ id }) => id),
    ),
    eventsOfArticle(db, article, { from: since, to: next ? next.createdSeq - 1 : now.seq }),
  ])
  const revisions = rows.flatMap(({ createdAt, createdSeq: _, ...row }): RevisionDto[] => {
    const covered = coverage.get(row.number)
    const made = readCounts(row.counts) ?? counts?.get(row.number) ?? NO_COUNTS
    if (!covered) return []
    const redaction = redactions[row.id] ?? null
    return [{ ...row, at: createdAt.toISOString(), redaction, counts: made, coverage: covered }]
  })
  return {
    revisions,
    events,
    moreEvents: total - events.length,
    head: newest?.number ?? 0,
    older: first > 1 ? first - 1 : null,
  }
}

/**
 * What each of some revisions made of claims, of those that were recorded before revisions kept it. A claim that was split, or took another in, is counted as that; of the
 * others, what says something else is reworded, what had never stood is new, what stood once returned, and what stands
 * no more is retired. One query.
 */
async function countsOf(
  db: Db,
  article: AuthorizedArticle,
  first: number,
  last: number,
): Promise<Map<number, RevisionCounts>> {
  const id = article.articleId
  const rows = await db.$queryRaw<(Omit<RevisionCounts, 'kept'> & { number: number })[]>`
    WITH made AS MATERIALIZED (
      SELECT "number", "createdSeq" AS "seq" FROM "Revision"
      WHERE "articleId" = ${id}::uuid AND "number" BETWEEN ${first} AND ${last}
    ), descent AS MATERIALIZED (
      SELECT m."seq", y."kind"::text AS "kind", y."claimId", y."ancestorId"
      FROM made m JOIN "ClaimAncestry" y ON y."articleId" = ${id}::uuid AND y."createdSeq" = m."seq"
    ), touched AS (
      SELECT "seq", "claimId", bool_or("begins") AS "begins", bool_or("ends") AS "ends", bool_or("again") AS "again"
      FROM (
        SELECT m."seq", w."claimId", true AS "begins", false AS "ends", w."baseId" IS NOT NULL AS "again"
        FROM made m JOIN "ClaimRevision" w ON w."articleId" = ${id}::uuid AND w."acceptedSeq" = m."seq"
        UNION ALL
        SELECT m."seq", w."claimId", false, true, false
        FROM made m JOIN "ClaimRevision" w ON w."articleId" = ${id}::uuid AND w."endedSeq" = m."seq" AND w."acceptedSeq" IS NOT NULL
      ) change GROUP BY 1, 2
    ), plain AS (
      SELECT t.* FROM touched t WHERE NOT EXISTS (
        SELECT 1 FROM descent d WHERE d."seq" = t."seq" AND d."kind" <> 'moved' AND t."claimId" IN (d."claimId", d."ancestorId")
      )
    )
    SELECT m."number",
      (SELECT count(*) FROM plain p WHERE p."seq" = m."seq" AND p."begins" AND p."ends")::int AS "reworded",
      (SELECT count(*) FROM plain p WHERE p."seq" = m."seq" AND p."begins" AND NOT p."ends" AND NOT p."again")::int AS "new",
      (SELECT count(*) FROM plain p WHERE p."seq" = m."seq" AND p."begins" AND NOT p."ends" AND p."again")::int AS "returned",
      (SELECT count(*) FROM plain p WHERE p."seq" = m."seq" AND p."ends" AND NOT p."begins")::int AS "retired",
      (SELECT count(DISTINCT d."ancestorId") FROM descent d WHERE d."seq" = m."seq" AND d."kind" = 'split')::int AS "split",
      (SELECT count(DISTINCT d."claimId") FROM descent d WHERE d."seq" = m."seq" AND d."kind" = 'merged')::int AS "merged",
      (SELECT count(DISTINCT d."claimId") FROM descent d WHERE d."seq" = m."seq" AND d."kind" = 'moved')::int AS "moved"
    FROM made m`
  return new Map(rows.map(({ number, ...counts }) => [number, { ...counts, kept: 0 }]))
}
