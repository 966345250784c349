import { comparing, type Kinship } from '@/lib/domain/revision/comparison.ts'
import { foldSame, runningText } from '@/lib/domain/revision/running-text.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { giveWay, inTurns } from '@/lib/platform/process/give-way.ts'
import { BLOCKS_SHOWN, COMPARISONS_SHOWN, type ComparedRevision, type RevisionsCompared } from '@/lib/view/history.ts'
import type { AuthorizedArticle } from '../access.ts'
import { readStanding } from '../article/standing.ts'
import type { Db, Tx } from '../db.ts'

/**
 * Two revisions of an article, claim by claim and as running text; the earlier one first, however they are named. A
 * fixed number of queries, of one moment.
 * @throws AppError not_found
 */
export async function readComparison(
  db: Db,
  article: AuthorizedArticle,
  one: number,
  other: number,
): Promise<RevisionsCompared> {
  const [from, to] = one <= other ? [one, other] : [other, one]
  const read = await db.$transaction(
    async (tx) => {
      const before = await readStanding(tx, article, from)
      const after = await readStanding(tx, article, to)
      const kinships = await tx.$queryRaw<Kinship[]>`
        SELECT c."number" AS "claim", p."number" AS "ancestor"
        FROM "ClaimAncestry" y JOIN "Claim" c ON c."id" = y."claimId" JOIN "Claim" p ON p."id" = y."ancestorId"
        WHERE y."articleId" = ${article.articleId}::uuid AND y."createdSeq" > ${before.seq} AND y."createdSeq" <= ${after.seq}
          AND y."kind" <> 'moved'
        ORDER BY y."createdSeq", c."number", p."number"`
      const known = await tx.claim.findMany({
        where: { articleId: article.articleId, createdSeq: { lte: before.seq } },
        select: { number: true },
      })
      return {
        ...{ before, after, kinships, known: new Set(known.map(({ number }) => number)) },
        from: await revisionAt(tx, article, from),
        to: await revisionAt(tx, article, to),
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
  const { before, after, kinships, known } = read
  const { counts, changes } = await inTurns(comparing(before, after, kinships, (number) => known.has(number)))
  await giveWay()
  const running = foldSame(runningText(before, after), BLOCKS_SHOWN)
  return {
    from: read.from,
    to: read.to,
    counts,
    changes: changes.slice(0, COMPARISONS_SHOWN),
    running,
    settingOnly: changes.length === 0 && before.layoutId !== after.layoutId,
  }
}

async function revisionAt(tx: Tx, article: AuthorizedArticle, number: number): Promise<ComparedRevision> {
  const row = await tx.revision.findFirst({
    where: { articleId: article.articleId, workspaceId: article.workspaceId, number },
    select: { number: true, createdAt: true, memberId: true, kind: true, summary: true },
  })
  if (!row) throw new AppError('not_found', `This article has no revision ${number}.`)
  const { createdAt, ...rest } = row
  return { ...rest, at: createdAt.toISOString() }
}
