import { type Framing, framingOf, framingsIn, shownLabel } from '@/lib/domain/article/framing.ts'
import { type Layout, setTexts } from '@/lib/domain/article/layout.ts'
import { type ClaimSummary, summarise } from '@/lib/domain/claim/claim.ts'
import type { Status } from '@/lib/domain/claim/status.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'
import { parseLayoutBlock } from '@/lib/schema/layout.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Db } from '../db.ts'
import { currentPolicy } from '../policy.ts'
import { formerDetails } from './detail.ts'
import { claimFacts } from './facts.ts'
import { fateOf } from './fate.ts'
import { readLayout } from './layout.ts'
import { measureWording } from './measure.ts'

export type ArticleHead = {
  id: string
  slug: string
  title: string
  language: string
  licence: string | null
  attribution: string | null
  originUrl: string | null
}

export type Galley = {
  article: ArticleHead
  revision: { number: number; at: Date; summary: string; memberId: string | null }
  layout: Layout
  claims: ClaimSummary[]
  moment: Moment
}

/** The whole article as of a moment: its layout and every claim with what its status rests on. */
export async function readGalley(db: Db, article: AuthorizedArticle, moment: Moment): Promise<Galley> {
  const [head, former, revision, { facts, familyOf }, { policy }] = await Promise.all([
    db.article.findFirst({
      where: { id: article.articleId, workspaceId: article.workspaceId },
      select: { id: true, slug: true, title: true, language: true, licence: true, attribution: true, originUrl: true },
    }),
    formerDetails(db, article, moment.seq),
    db.revision.findFirst({
      where: { articleId: article.articleId, createdSeq: { lte: moment.seq } },
      orderBy: { number: 'desc' },
      select: { number: true, createdAt: true, summary: true, memberId: true, layoutId: true },
    }),
    claimFacts(db, article, moment),
    currentPolicy(db, article, moment.deskSeq),
  ])
  if (!head || !revision) throw nothingHere()
  const layout = await readLayout(db, revision.layoutId)
  const framings = framingsIn(layout)
  const texts = setTexts(layout, new Map(facts.claims.map(({ number, text }) => [number, text])))
  const claims = facts.claims.map((claim) => ({ ...claim, text: texts.get(claim.number) ?? claim.text }))
  const { number, createdAt, summary, memberId } = revision
  return {
    article: { ...head, ...former },
    revision: { number, at: createdAt, summary, memberId },
    layout,
    claims: summarise({ ...facts, claims }, policy, familyOf, (claim) => measured(claim, framings.get(claim.number))),
    moment,
  }
}

/** A claim's measure, and the label it is shown with. */
export function measured({ wordingId, text }: { wordingId: string; text: string }, framing: Framing = {}) {
  return { ...measureWording(wordingId, text, framing.label), label: shownLabel(framing) }
}

/** Where some claims stand at a moment, by id; those that are not in the article then are left out. */
export async function readStatuses(
  db: Db,
  article: AuthorizedArticle,
  moment: Moment,
  claimIds: readonly string[],
): Promise<Map<string, Status>> {
  const [revision, { facts, familyOf }, { policy }] = await Promise.all([
    db.revision.findFirst({
      where: { articleId: article.articleId, createdSeq: { lte: moment.seq } },
      orderBy: { number: 'desc' },
      select: { layoutId: true },
    }),
    claimFacts(db, article, moment, claimIds),
    currentPolicy(db, article, moment.deskSeq),
  ])
  if (!revision) return new Map()
  const framings = framingsIn(await readLayout(db, revision.layoutId))
  const claims = summarise(facts, policy, familyOf, (one) => measured(one, framings.get(one.number)))
  return new Map(claims.map(({ id, status }) => [id, status]))
}

/** One claim as of a moment, without reading the rest of the article. @throws AppError not_found */
export async function readClaim(
  db: Db,
  article: AuthorizedArticle,
  moment: Moment,
  number: number,
): Promise<ClaimSummary> {
  const claim = await db.claim.findFirst({
    where: { articleId: article.articleId, workspaceId: article.workspaceId, number },
    select: { id: true },
  })
  if (!claim) throw new AppError('not_found', 'This article has no such claim.')
  const [blocks, { facts, familyOf }, { policy }] = await Promise.all([
    db.$queryRaw<{ block: unknown }[]>`
      SELECT jsonb_path_query_first(l."content", '$.blocks[*] ? (@.claims[*] == $n)', jsonb_build_object('n', ${number}::int)) AS "block"
      FROM "Revision" r JOIN "Layout" l ON l."id" = r."layoutId"
      WHERE r."articleId" = ${article.articleId}::uuid AND r."createdSeq" <= ${moment.seq}
      ORDER BY r."number" DESC LIMIT 1`,
    claimFacts(db, article, moment, [claim.id]),
    currentPolicy(db, article, moment.deskSeq),
  ])
  const block = blocks[0]?.block ? parseLayoutBlock(blocks[0].block) : undefined
  const texts = setTexts({ blocks: block ? [block] : [] }, new Map(facts.claims.map((one) => [one.number, one.text])))
  const claims = facts.claims.map((one) => ({ ...one, text: texts.get(one.number) ?? one.text }))
  const [summary] = summarise({ ...facts, claims }, policy, familyOf, (one) => measured(one, block && framingOf(block)))
  if (!summary)
    throw new AppError('not_found', (await fateOf(db, article, moment, number)) ?? 'This article has no such claim.')
  return summary
}
