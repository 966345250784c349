import { labelled, saidOf } from '@/lib/domain/article/framing.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { ArchivedArticle, ArchivedArticles, MentionDto } from '@/lib/view/desk.ts'
import type { Authority, Moment } from '../access.ts'
import { UNARCHIVED } from '../article/archiving.ts'
import type { Db } from '../db.ts'

export type DeskArticle = Moment & {
  articleId: string
  slug: string
  title: string
  revision: number
  changedAt: Date
  waiting: number
}

/** The workspace's articles, last changed first, without those that are archived; at most 200. */
export async function listArticles(db: Db, authority: Authority): Promise<DeskArticle[]> {
  return db.$queryRaw<DeskArticle[]>`
    SELECT a."id" AS "articleId", a."slug", a."title", a."headNumber" AS "revision", c."seq", w."seq" AS "deskSeq", e."at" AS "changedAt",
      (SELECT count(*)::int FROM "ClaimRevision" p WHERE p."articleId" = a."id" AND p."state" = 'proposed')
        + (SELECT count(*)::int FROM "StructureProposal" p WHERE p."articleId" = a."id" AND p."state" = 'proposed') AS "waiting"
    FROM "Article" a
    JOIN "Clock" c ON c."id" = a."id"
    JOIN "Clock" w ON w."id" = a."workspaceId"
    JOIN "AuditEvent" e ON e."clockId" = a."id" AND e."seq" = c."seq"
    WHERE a."workspaceId" = ${authority.workspaceId}::uuid AND ${UNARCHIVED}
    ORDER BY e."at" DESC LIMIT 200`
}

/** The archived ones, last archived first; at most 200, and how many in all. */
export async function listArchived(db: Db, { workspaceId }: Authority): Promise<ArchivedArticles> {
  const [articles, total] = await Promise.all([
    db.$queryRaw<ArchivedArticle[]>`
      SELECT a."id", a."slug", a."title", z."memberId", z."createdAt" AS "at", z."reason"
      FROM "Archiving" z JOIN "Article" a ON a."id" = z."articleId"
      WHERE z."workspaceId" = ${workspaceId}::uuid AND z."endedSeq" IS NULL
      ORDER BY z."createdAt" DESC, a."id" LIMIT 200`,
    db.archiving.count({ where: { workspaceId, endedSeq: null } }),
  ])
  return { articles, total }
}

/**
 * Open discussions in which this member was named and has not answered since, newest first; at most 20. One that they
 * put away is not among them.
 */
export async function mentionsOf(db: Db, authority: Authority & { memberId: string }): Promise<MentionDto[]> {
  const rows = await db.$queryRaw<(MentionDto & { label: string | null; quoted: boolean | null })[]>`
    SELECT n."id", a."slug", a."title", c."number" AS "claim", w."text" AS "words", w."label", w."quoted", m."body", m."memberId", m."createdAt" AS "at"
    FROM "Mention" n
    JOIN "Comment" m ON m."id" = n."commentId" AND m."endedSeq" IS NULL
    JOIN "Thread" t ON t."id" = m."threadId"
    LEFT JOIN "ThreadMove" v ON v."threadId" = t."id" AND v."endedSeq" IS NULL
    JOIN "Claim" c ON c."id" = coalesce(v."claimId", t."claimId")
    JOIN LATERAL (SELECT h."text", h."label", h."quoted" FROM "ClaimRevision" h WHERE h."claimId" = c."id" AND h."acceptedSeq" IS NOT NULL
      ORDER BY h."acceptedSeq" DESC LIMIT 1) w ON true
    JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."workspaceId" = ${authority.workspaceId}::uuid AND n."memberId" = ${authority.memberId}::uuid AND n."readAt" IS NULL
      AND ${UNARCHIVED}
      AND NOT EXISTS (SELECT 1 FROM "Comment" r WHERE r."articleId" = t."articleId" AND r."threadId" = t."id" AND r."memberId" = n."memberId"
        AND r."createdSeq" > n."createdSeq" AND r."endedSeq" IS NULL)
      AND NOT EXISTS (SELECT 1 FROM "Resolution" r WHERE r."articleId" = t."articleId" AND r."threadId" = t."id" AND r."endedSeq" IS NULL)
    ORDER BY m."createdAt" DESC LIMIT 20`
  return rows.map(({ label, quoted, ...row }) => ({
    ...row,
    words: labelled(saidOf({ text: row.words, label, quoted }), row.words),
  }))
}

/** Puts a mention away. @throws AppError not_found when it is not this member's */
export async function putMentionAway(
  db: Db,
  { workspaceId, memberId }: Authority & { memberId: string },
  id: string,
  at = new Date(),
): Promise<void> {
  const own = await db.mention.findFirst({ where: { id, workspaceId, memberId }, select: { id: true } })
  if (!own) throw new AppError('not_found', 'You were not mentioned there.')
  await db.mention.updateMany({ where: { id, workspaceId, memberId, readAt: null }, data: { readAt: at } })
}
