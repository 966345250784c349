import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Tx } from '../db.ts'

/** What became of a claim that is not in the article at a moment, in words; null where the article never had it. */
export async function fateOf(
  db: Tx,
  article: AuthorizedArticle,
  { seq }: Moment,
  number: number,
): Promise<string | null> {
  const [row] = await db.$queryRaw<{ firstSeq: number; revision: number | null; heir: number | null }[]>`
    SELECT c."createdSeq" AS "firstSeq", r."number" AS "revision", h."number" AS "heir"
    FROM "Claim" c
    LEFT JOIN LATERAL (SELECT max(w."endedSeq") AS "endedSeq" FROM "ClaimRevision" w
      WHERE w."claimId" = c."id" AND w."acceptedSeq" IS NOT NULL AND w."endedSeq" <= ${seq}) e ON true
    LEFT JOIN "Revision" r ON r."articleId" = c."articleId" AND r."createdSeq" = e."endedSeq"
    LEFT JOIN "ClaimAncestry" y ON y."articleId" = c."articleId" AND y."ancestorId" = c."id" AND y."kind" = 'merged' AND y."createdSeq" = e."endedSeq"
    LEFT JOIN "Claim" h ON h."id" = y."claimId"
    WHERE c."articleId" = ${article.articleId}::uuid AND c."workspaceId" = ${article.workspaceId}::uuid AND c."number" = ${number}`
  if (!row) return null
  const key = claimKey(number)
  if (row.firstSeq > seq || row.revision === null) return `${key} was not in the article yet.`
  if (row.heir !== null)
    return `${key} was merged in revision ${row.revision}; its words went to ${claimKey(row.heir)}.`
  return `${key} left the article in revision ${row.revision}. What was recorded of it is kept.`
}
