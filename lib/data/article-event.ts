import { detailChanges } from '@/lib/domain/article-detail'
import { parseDetails } from '@/lib/schema/article-detail'
import type { ArticleEventDto } from '@/lib/schema/history'
import type { AuthorizedArticle } from './access'
import type { Db } from './db'

/** As many are listed of the time of one page of revisions. */
const MOST_EVENTS = 100

type Row = {
  kind: ArticleEventDto['kind']
  seq: number
  revision: number
  at: Date
  memberId: string | null
  reason: string
  former: unknown
  given: unknown
  total: number
}

/**
 * What happened to an article as a whole between two changes of its clock, newest first; at most `MOST_EVENTS`, and how
 * many there were. Each names the revision that was the newest then. One query.
 */
export async function eventsOfArticle(
  db: Pick<Db, '$queryRaw'>,
  { articleId, workspaceId }: Pick<AuthorizedArticle, 'articleId' | 'workspaceId'>,
  { from, to }: { from: number; to: number },
  most = MOST_EVENTS,
): Promise<{ events: ArticleEventDto[]; total: number }> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT h.*, count(*) OVER ()::int AS "total",
      (SELECT max(r."number") FROM "Revision" r WHERE r."articleId" = ${articleId}::uuid AND r."createdSeq" <= h."seq") AS "revision"
    FROM (
      SELECT 'amended' AS "kind", "createdSeq" AS "seq", "createdAt" AS "at", "memberId", "reason", "former", "given"
      FROM "ArticleAmendment" WHERE "articleId" = ${articleId}::uuid AND "workspaceId" = ${workspaceId}::uuid
      UNION ALL
      SELECT 'archived', "createdSeq", "createdAt", "memberId", "reason", NULL, NULL
      FROM "Archiving" WHERE "articleId" = ${articleId}::uuid AND "workspaceId" = ${workspaceId}::uuid
      UNION ALL
      SELECT 'brought_back', z."endedSeq", e."at", e."memberId", z."endReason", NULL, NULL
      FROM "Archiving" z JOIN "AuditEvent" e ON e."clockId" = z."articleId" AND e."seq" = z."endedSeq"
      WHERE z."articleId" = ${articleId}::uuid AND z."workspaceId" = ${workspaceId}::uuid
    ) h WHERE h."seq" BETWEEN ${from} AND ${to} ORDER BY h."seq" DESC LIMIT ${most}`
  const events = rows.map(({ former, given, kind, at, total: _, ...row }): ArticleEventDto => {
    const common = { ...row, at: at.toISOString() }
    if (kind !== 'amended') return { ...common, kind }
    return { ...common, kind, changes: detailChanges(parseDetails(former), parseDetails(given)) }
  })
  return { events, total: rows[0]?.total ?? 0 }
}
