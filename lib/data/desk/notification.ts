import { AppError } from '@/lib/platform/errors.ts'
import type { AnswerDto, Answers } from '@/lib/view/review.ts'
import type { Authority } from '../access.ts'
import { OPEN, UNARCHIVED } from '../article/archiving.ts'
import type { Db } from '../db.ts'

type Member = Authority & { memberId: string }

/** What one was assigned is told with the assignment itself (lib/data/article/assigned.ts). */
const ANSWERS = { answer: { not: 'assigned' } }

/** Answers to a member's proposals that they have not marked as read, newest first; at most 20, and how many in all. */
export async function unreadAnswers(db: Db, { workspaceId, memberId }: Member): Promise<Answers> {
  const [answers, total] = await Promise.all([
    db.$queryRaw<AnswerDto[]>`
      SELECT n."id", a."slug", a."title", n."claim", n."answer", s."kind"::text AS "kind", n."words", n."reason", n."createdAt" AS "at",
        coalesce(w."reviewerId", s."reviewerId") AS "reviewerId"
      FROM "Notification" n
      JOIN "Article" a ON a."id" = n."articleId"
      LEFT JOIN "ClaimRevision" w ON w."id" = n."subjectId"
      LEFT JOIN "StructureProposal" s ON s."id" = n."subjectId"
      WHERE n."workspaceId" = ${workspaceId}::uuid AND n."memberId" = ${memberId}::uuid AND n."readAt" IS NULL
        AND n."answer" <> 'assigned' AND ${UNARCHIVED}
      ORDER BY n."createdAt" DESC, n."id" DESC LIMIT 20`,
    db.notification.count({ where: { workspaceId, memberId, readAt: null, article: OPEN, ...ANSWERS } }),
  ])
  return { answers, total }
}

/** Marks one answer, or that one was assigned something, as read. @throws AppError not_found when it is not this member's */
export async function markAnswerRead(db: Db, { workspaceId, memberId }: Member, id: string, at = new Date()) {
  const own = await db.notification.findFirst({ where: { id, workspaceId, memberId }, select: { id: true } })
  if (!own) throw new AppError('not_found', 'There is no such note for you.')
  await db.notification.updateMany({ where: { id, workspaceId, memberId, readAt: null }, data: { readAt: at } })
}

/** Marks all answers of this member as read that were there by a moment, but for those that are not shown. */
export async function markAnswersRead(db: Db, { workspaceId, memberId }: Member, until: Date, at = new Date()) {
  await db.notification.updateMany({
    where: { workspaceId, memberId, readAt: null, createdAt: { lte: until }, article: OPEN, ...ANSWERS },
    data: { readAt: at },
  })
}
