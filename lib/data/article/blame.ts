import { blame } from '@/lib/domain/claim/blame.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { BlameDto, RevisionKind } from '@/lib/view/history.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Db } from '../db.ts'

/** Wordings looked through, newest first; words older than the oldest of them are said to be of that one. */
const MOST = 400

type Row = {
  claim: number
  seq: number
  text: string
  authorId: string | null
  revision: number
  kind: RevisionKind
  at: Date
}

/**
 * Who wrote the words a claim has at a moment: its own wordings, and those of the claims its words came from. Three
 * queries, whatever its past.
 * @throws AppError not_found
 */
export async function readBlame(
  db: Db,
  article: AuthorizedArticle,
  { seq }: Moment,
  number: number,
): Promise<BlameDto> {
  const { articleId, workspaceId } = article
  const claim = await db.claim.findFirst({ where: { articleId, workspaceId, number }, select: { id: true } })
  if (!claim) throw new AppError('not_found', 'This article has no such claim.')
  const kin = await db.$queryRaw<
    { claimId: string; ancestorId: string; claim: number; ancestor: number; seq: number }[]
  >`
    WITH RECURSIVE kin AS (
      SELECT y."claimId", y."ancestorId", y."createdSeq" FROM "ClaimAncestry" y
      WHERE y."articleId" = ${articleId}::uuid AND y."claimId" = ${claim.id}::uuid AND y."kind" <> 'moved' AND y."createdSeq" <= ${seq}
      UNION
      SELECT y."claimId", y."ancestorId", y."createdSeq"
      FROM kin k JOIN "ClaimAncestry" y ON y."articleId" = ${articleId}::uuid AND y."claimId" = k."ancestorId"
        AND y."kind" <> 'moved' AND y."createdSeq" <= k."createdSeq"
    )
    SELECT k."claimId", k."ancestorId", c."number" AS "claim", p."number" AS "ancestor", k."createdSeq" AS "seq"
    FROM kin k JOIN "Claim" c ON c."id" = k."claimId" JOIN "Claim" p ON p."id" = k."ancestorId"
    ORDER BY k."createdSeq" DESC, c."number", p."number" LIMIT ${MOST}`
  const family = [...new Set([claim.id, ...kin.map(({ ancestorId }) => ancestorId)])]
  const newest = await db.$queryRaw<Row[]>`
    SELECT c."number" AS "claim", w."acceptedSeq" AS "seq", w."text", w."authorId", r."number" AS "revision",
      r."kind"::text AS "kind", r."createdAt" AS "at"
    FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
    JOIN "Revision" r ON r."articleId" = w."articleId" AND r."id" = w."revisionId"
    WHERE w."claimId" = ANY(${family}::uuid[]) AND w."articleId" = ${articleId}::uuid AND w."acceptedSeq" <= ${seq}
    ORDER BY w."acceptedSeq" DESC, c."number" LIMIT ${MOST}`
  const wordings = newest.toReversed()
  const runs = blame(wordings, kin, number)
  if (runs.length === 0) throw new AppError('not_found', 'This article has no such claim (any more).')
  const used = [...new Set(runs.map(({ origin }) => origin))].sort((a, b) => a - b)
  return {
    runs: runs.map(({ text, origin }) => ({ text, origin: used.indexOf(origin) })),
    origins: used.flatMap((at) => {
      const row = wordings[at]
      if (!row) return []
      const { claim: of, revision, kind, authorId, at: when } = row
      return [{ claim: of === number ? null : of, revision, kind, authorId, at: when.toISOString() }]
    }),
  }
}
