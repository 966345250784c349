import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Tx } from '../db.ts'

/** A revision, and the moment up to which it was the newest: the last change before the one that followed it. */
export type RevisionMoment = Moment & {
  number: number
  /** When that last change was made. */
  at: Date
  layoutId: string
  /** It is the newest: its moment is now, and goes on. */
  newest: boolean
}

/**
 * Until when each of some revisions stood, on the article's clock and on its desk's, oldest first: for good, but for the
 * newest one. Two queries, however many.
 * @param now where the clocks stand
 */
export async function revisionMoments(
  db: Tx,
  article: AuthorizedArticle,
  now: Moment,
  range: { first: number; last: number },
): Promise<RevisionMoment[]> {
  return db.$queryRaw<RevisionMoment[]>`
    SELECT r."number", r."layoutId", s."seq", n."createdSeq" IS NULL AS "newest",
      CASE WHEN n."createdSeq" IS NULL THEN ${now.deskSeq}::int ELSE e."deskSeq" END AS "deskSeq", e."at"
    FROM "Revision" r
    LEFT JOIN "Revision" n ON n."articleId" = r."articleId" AND n."number" = r."number" + 1 AND n."createdSeq" <= ${now.seq}
    CROSS JOIN LATERAL (SELECT coalesce(n."createdSeq" - 1, ${now.seq}::int) AS "seq") s
    JOIN "AuditEvent" e ON e."clockId" = r."articleId" AND e."seq" = s."seq"
    WHERE r."articleId" = ${article.articleId}::uuid AND r."workspaceId" = ${article.workspaceId}::uuid
      AND r."number" BETWEEN ${range.first} AND ${range.last} AND r."createdSeq" <= ${now.seq}
    ORDER BY r."number"`
}

/** Until when one revision stood. @throws AppError not_found */
export async function revisionMoment(
  db: Tx,
  article: AuthorizedArticle,
  now: Moment,
  number: number,
): Promise<RevisionMoment> {
  const [found] = await revisionMoments(db, article, now, { first: number, last: number })
  if (!found) throw new AppError('not_found', `This article has no revision ${number}.`)
  return found
}
