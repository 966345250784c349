import { framingsIn, saidOf } from '@/lib/domain/article/framing.ts'
import type { Base, Head } from '@/lib/domain/claim/wording.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { Tx } from '../db.ts'
import { readLayout } from './layout.ts'

/** A claim as it stands now, and what a new wording of it needs to know. */
export type ClaimHead = {
  claimId: string
  key: number
  head: Head & { authorId: string | null; number: number }
  /** The number the claim's next wording takes. */
  nextNumber: number
  headNumber: number
  layoutId: string
}

type Row = {
  claimId: string
  key: number
  id: string
  text: string
  substance: number
  authorId: string | null
  number: number
  nextNumber: number
  headNumber: number
  layoutId: string
}

/**
 * Reads a claim's accepted wording within a change. Asks for the claim by the article it must belong to, so an id from
 * elsewhere finds nothing.
 * @throws AppError not_found
 */
export async function claimHead(tx: Tx, article: AuthorizedArticle, claimId: string): Promise<ClaimHead> {
  const head = (await claimHeads(tx, article, [claimId])).get(claimId)
  if (!head) throw new AppError('not_found', 'This article has no such claim (any more).')
  return head
}

/** The same for several claims at once; those that are not in the article (any more) are left out. */
export async function claimHeads(
  tx: Tx,
  article: AuthorizedArticle,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimHead>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c."id" AS "claimId", c."number" AS "key", w."id", w."text", w."substance", w."authorId", w."number",
      (SELECT max(n."number") + 1 FROM "ClaimRevision" n WHERE n."claimId" = c."id") AS "nextNumber",
      a."headNumber", r."layoutId"
    FROM "Claim" c
    JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."state" = 'accepted'
    JOIN "Article" a ON a."id" = c."articleId"
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."headNumber"
    WHERE c."id" = ANY(${claimIds}::uuid[]) AND c."articleId" = ${article.articleId}::uuid
      AND a."workspaceId" = ${article.workspaceId}::uuid AND c."endedSeq" IS NULL`
  const [first] = rows
  const framings = first ? framingsIn(await readLayout(tx, first.layoutId)) : new Map()
  return new Map(
    rows.map(({ id, text, substance, authorId, number, ...claim }) => [
      claim.claimId,
      { ...claim, head: { id, text, ...framings.get(claim.key), substance, authorId, number } },
    ]),
  )
}

/** The wording that someone had before them when they wrote another of this claim; null where the claim never had it. */
export async function wordingSeen(tx: Tx, { claimId, head }: ClaimHead, wordingId: string): Promise<Base | null> {
  if (wordingId === head.id) return head
  const select = { id: true, text: true, label: true, quoted: true } as const
  const row = await tx.claimRevision.findFirst({ where: { id: wordingId, claimId }, select })
  return row && { id: row.id, ...saidOf(row) }
}
