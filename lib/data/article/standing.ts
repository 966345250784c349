import { type Framing, framingsIn } from '@/lib/domain/article/framing.ts'
import { type Layout, setTexts } from '@/lib/domain/article/layout.ts'
import type { Standing } from '@/lib/domain/article/target.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { Tx } from '../db.ts'
import { readLayout } from './layout.ts'

/** A claim as it stood, and who wrote what it said. */
export type StandingClaim = {
  id: string
  number: number
  wordingId: string
  /** As the wording has it; how it is set in the article is in `texts`. */
  text: string
  substance: number
  authorId: string | null
}

/** A recorded state of an article, whole. */
export type StandingArticle = Standing & {
  revision: number
  /** The article's newest revision. */
  headNumber: number
  /** The article's title now. */
  title: string
  nextClaimNumber: number
  seq: number
  layoutId: string
  layout: Layout
  claims: ReadonlyMap<number, StandingClaim>
  framings: ReadonlyMap<number, Framing>
}

/** The later than any change: what stands now. */
const NOW = 2_147_483_647

/**
 * An article as one of its revisions left it; as it stands now where none is named. Three queries, whatever its size.
 * @throws AppError not_found
 */
export async function readStanding(tx: Tx, article: AuthorizedArticle, revision?: number): Promise<StandingArticle> {
  const [row] = await tx.$queryRaw<
    {
      number: number
      createdSeq: number
      layoutId: string
      title: string
      headNumber: number
      nextClaimNumber: number
    }[]
  >`
    SELECT r."number", r."createdSeq", r."layoutId", a."title", a."headNumber", a."nextClaimNumber"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = coalesce(${revision ?? null}::int, a."headNumber")
    WHERE a."id" = ${article.articleId}::uuid AND a."workspaceId" = ${article.workspaceId}::uuid`
  if (!row)
    throw new AppError('not_found', `This article has no revision${revision === undefined ? '' : ` ${revision}`}.`)
  const at = revision === undefined || row.number === row.headNumber ? NOW : row.createdSeq
  const claims = await tx.$queryRaw<StandingClaim[]>`
    SELECT c."id", c."number", w."id" AS "wordingId", w."text", w."substance", w."authorId"
    FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
    WHERE w."articleId" = ${article.articleId}::uuid AND w."acceptedSeq" <= ${at} AND (w."endedSeq" IS NULL OR w."endedSeq" > ${at})
    ORDER BY c."number"`
  const layout = await readLayout(tx, row.layoutId)
  const wordings = new Map(claims.map(({ number, text }) => [number, text]))
  return {
    revision: row.number,
    headNumber: row.headNumber,
    title: row.title,
    nextClaimNumber: row.nextClaimNumber,
    seq: row.createdSeq,
    layoutId: row.layoutId,
    layout,
    claims: new Map(claims.map((claim) => [claim.number, claim])),
    texts: setTexts(layout, wordings),
    wordings,
    framings: framingsIn(layout),
  }
}

/**
 * Which claims hold the words of a claim now, by what became of claims after a change: itself while it stands, the
 * parts it was split into, or the claim it was merged into.
 */
export async function readHeirs(
  tx: Tx,
  article: AuthorizedArticle,
  since: number,
  now: Standing,
): Promise<(number: number) => number[]> {
  const rows = await tx.$queryRaw<{ kind: string; claim: number; ancestor: number }[]>`
    SELECT y."kind"::text AS "kind", c."number" AS "claim", p."number" AS "ancestor"
    FROM "ClaimAncestry" y JOIN "Claim" c ON c."id" = y."claimId" JOIN "Claim" p ON p."id" = y."ancestorId"
    WHERE y."articleId" = ${article.articleId}::uuid AND y."createdSeq" > ${since} AND y."kind"::text <> 'moved'
    ORDER BY y."createdSeq", c."number"`
  const heirs = Map.groupBy(rows, (row) => row.ancestor)
  return (number) => {
    const found: number[] = []
    const seen = new Set<number>()
    const follow = (at: number) => {
      if (seen.has(at)) return
      seen.add(at)
      const stands = now.texts.has(at)
      if (stands) found.push(at)
      for (const { kind, claim } of heirs.get(at) ?? []) if (kind === 'split' || !stands) follow(claim)
    }
    follow(number)
    return found
  }
}
