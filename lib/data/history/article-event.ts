import { detailChanges } from '@/lib/domain/article/detail.ts'
import type { RedactionMark } from '@/lib/domain/desk/redaction.ts'
import { parseDetails } from '@/lib/schema/article-detail.ts'
import type { ArticleEventDto } from '@/lib/view/history.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { Db } from '../db.ts'

/** As many are listed of the time of one page of revisions. */
const MOST_EVENTS = 100

type Row = {
  id: string
  kind: ArticleEventDto['kind']
  seq: number
  revision: number
  at: Date
  memberId: string | null
  reason: string
  former: unknown
  given: unknown
  redactedBy: string | null
  redactedAt: Date | null
  redactedWhy: string | null
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
    SELECT h."id", h."kind", h."seq", h."at", h."memberId", h."reason", h."former", h."given", count(*) OVER ()::int AS "total",
      x."memberId" AS "redactedBy", x."at" AS "redactedAt", x."payload" ->> 'reason' AS "redactedWhy",
      (SELECT max(r."number") FROM "Revision" r WHERE r."articleId" = ${articleId}::uuid AND r."createdSeq" <= h."seq") AS "revision"
    FROM (
      SELECT "id", 'amended' AS "kind", "redactedSeq", "createdSeq" AS "seq", "createdAt" AS "at", "memberId", "reason", "former", "given"
      FROM "ArticleAmendment" WHERE "articleId" = ${articleId}::uuid AND "workspaceId" = ${workspaceId}::uuid
      UNION ALL
      SELECT "id", 'archived', "redactedSeq", "createdSeq", "createdAt", "memberId", "reason", NULL, NULL
      FROM "Archiving" WHERE "articleId" = ${articleId}::uuid AND "workspaceId" = ${workspaceId}::uuid
      UNION ALL
      SELECT z."id", 'brought_back', z."redactedSeq", z."endedSeq", e."at", e."memberId", z."endReason", NULL, NULL
      FROM "Archiving" z JOIN "AuditEvent" e ON e."clockId" = z."articleId" AND e."seq" = z."endedSeq"
      WHERE z."articleId" = ${articleId}::uuid AND z."workspaceId" = ${workspaceId}::uuid
    ) h LEFT JOIN "AuditEvent" x ON x."clockId" = ${articleId}::uuid AND x."seq" = h."redactedSeq"
    WHERE h."seq" BETWEEN ${from} AND ${to} ORDER BY h."seq" DESC LIMIT ${most}`
  const events = rows.map((row): ArticleEventDto => {
    const { id, kind, seq, revision, at, memberId, reason, former, given } = row
    const common = { id, seq, revision, at: at.toISOString(), memberId, reason, redaction: markOf(row) }
    if (kind !== 'amended') return { ...common, kind }
    return { ...common, kind, changes: detailChanges(parseDetails(former), parseDetails(given)) }
  })
  return { events, total: rows[0]?.total ?? 0 }
}

function markOf({ redactedBy, redactedAt, redactedWhy }: Row): RedactionMark | null {
  return redactedAt && { memberId: redactedBy, at: redactedAt.toISOString(), reason: redactedWhy ?? '' }
}
