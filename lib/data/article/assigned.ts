import { labelled, saidOf } from '@/lib/domain/article/framing.ts'
import { mapFew } from '@/lib/platform/map-few.ts'
import type { AssignedDto, AssignedList } from '@/lib/view/desk.ts'
import { type Authority, houseArticle, type Moment } from '../access.ts'
import type { Db } from '../db.ts'
import { OPEN, UNARCHIVED } from './archiving.ts'
import { readStatuses } from './galley.ts'

/** As many as the desk lists; the galley's filter shows the rest. */
const MOST = 20

type Row = Omit<AssignedDto, 'status'> &
  Moment & { articleId: string; claimId: string; label: string | null; quoted: boolean | null }

/** What a member has to see to, newest first, each with where it stands; at most 20, and how many in all. */
export async function assignedTo(
  db: Db,
  { workspaceId, memberId }: Authority & { memberId: string },
): Promise<AssignedList> {
  const [rows, total] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT t."id", a."id" AS "articleId", a."slug", a."title", t."claimId", c."number" AS "claim", w."text" AS "words", w."label", w."quoted",
        t."note", t."memberId", t."createdAt" AS "at", n."id" AS "told", k."seq", d."seq" AS "deskSeq"
      FROM "Assignment" t
      JOIN "Article" a ON a."id" = t."articleId"
      JOIN "Clock" k ON k."id" = a."id"
      JOIN "Clock" d ON d."id" = a."workspaceId"
      JOIN "Claim" c ON c."id" = t."claimId"
      JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."state" = 'accepted'
      LEFT JOIN "Notification" n ON n."workspaceId" = t."workspaceId" AND n."memberId" = t."assigneeId"
        AND n."subjectId" = t."id" AND n."readAt" IS NULL
      WHERE t."workspaceId" = ${workspaceId}::uuid AND t."assigneeId" = ${memberId}::uuid AND t."endedSeq" IS NULL
        AND ${UNARCHIVED}
      ORDER BY t."createdAt" DESC, t."id" DESC LIMIT ${MOST}`,
    db.assignment.count({ where: { workspaceId, assigneeId: memberId, endedSeq: null, claim: { article: OPEN } } }),
  ])
  const byArticle = [...Map.groupBy(rows, ({ articleId }) => articleId).values()]
  const found = await mapFew(byArticle, 4, async ([first, ...others]) => {
    if (!first) return []
    const ids = [first, ...others].map(({ claimId }) => claimId)
    return [...(await readStatuses(db, houseArticle(workspaceId, first.articleId, first.slug), first, ids))]
  })
  const statuses = new Map(found.flat())
  const assigned = rows.map(({ articleId: _, claimId, seq: __, deskSeq: ___, label, quoted, ...row }) => ({
    ...row,
    words: labelled(saidOf({ text: row.words, label, quoted }), row.words),
    status: statuses.get(claimId) ?? 'unchecked',
  }))
  return { assigned, total }
}
