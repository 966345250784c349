import {
  ARTICLE_DETAILS,
  type ArticleDetail,
  type ArticleDetails,
  decideAmendment,
  type SomeDetails,
} from '@/lib/domain/article/detail.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'

type Owner = Pick<AuthorizedArticle, 'articleId' | 'workspaceId'>

const COLUMNS = { title: true, language: true, licence: true, attribution: true, originUrl: true } as const

/**
 * What the details of an article were at a moment of its clock, of those that changed since; the others are what they
 * are now. One query, and at most a row a detail, however often they were changed.
 */
export async function formerDetails(db: Pick<Tx, '$queryRaw'>, owner: Owner, seq: number): Promise<SomeDetails> {
  const rows = await db.$queryRaw<{ detail: string; value: string | null }[]>`
    SELECT DISTINCT ON ("detail") "detail", "value" FROM (
      SELECT f."key" AS "detail", f."value", a."createdSeq" AS "seq"
      FROM "ArticleAmendment" a CROSS JOIN LATERAL jsonb_each_text(a."former") f
      WHERE a."articleId" = ${owner.articleId}::uuid AND a."workspaceId" = ${owner.workspaceId}::uuid AND a."createdSeq" > ${seq}
      UNION ALL
      SELECT 'title', r."formerTitle", r."createdSeq" FROM "Revision" r
      WHERE r."articleId" = ${owner.articleId}::uuid AND r."workspaceId" = ${owner.workspaceId}::uuid AND r."createdSeq" > ${seq}
        AND r."formerTitle" IS NOT NULL
    ) replaced ORDER BY "detail", "seq"`
  const known = rows.filter(({ detail }) => (ARTICLE_DETAILS as readonly string[]).includes(detail))
  return Object.fromEntries(known.map(({ detail, value }) => [detail, value])) as SomeDetails
}

export async function currentDetails(db: Pick<Tx, 'article'>, owner: Owner): Promise<ArticleDetails> {
  const found = await db.article.findFirst({
    where: { id: owner.articleId, workspaceId: owner.workspaceId },
    select: COLUMNS,
  })
  if (!found) throw nothingHere()
  return found
}

export type DetailsTyped = {
  /** The moment of the article's clock up to which the person had seen what is there. */
  seq: number
  /** What they typed over it. */
  changes: SomeDetails
  reason: string
  commandId?: string | undefined
  at?: Date
}

export type ArticleAmended =
  | { outcome: 'amended' }
  | { outcome: 'unchanged' }
  /** Someone changed these meanwhile; `now` is what all of them are. Nothing was recorded. */
  | { outcome: 'conflict'; details: ArticleDetail[]; now: ArticleDetails; seq: number }

/** Changes what is said about an article as a whole. Its address stays, so that links to it do. */
export async function amendArticle(db: Db, article: AuthorizedArticle, typed: DetailsTyped): Promise<ArticleAmended> {
  const what = { ...scopeOf(article, typed), ability: 'article.amend', kind: 'article.amended' } as const
  return change<ArticleAmended>(db, what, async (ledger) => {
    const { articleId, workspaceId, memberId } = article
    const now = await currentDetails(ledger.tx, article)
    const seen = { ...now, ...(await formerDetails(ledger.tx, article, typed.seq)) }
    const decision = decideAmendment(seen, { ...seen, ...typed.changes }, now)
    if (decision.outcome === 'invalid')
      throw new AppError('invalid', `${Object.values(decision.problems).join(' ')} Nothing was recorded.`)
    if (decision.outcome === 'conflict') return { value: { ...decision, now, seq: ledger.seq - 1 } }
    if (decision.outcome === 'unchanged') return { value: decision }
    const { former, given } = decision
    const id = newId()
    await ledger.add('ArticleAmendment', [
      { ...ownerOf(article), id, former, given, reason: typed.reason, memberId, createdAt: ledger.at },
    ])
    // The row repeats what the amendments come to, as the database makes sure.
    const row = await ledger.tx.article.update({
      where: { id: articleId, workspaceId },
      data: given,
      select: { ...COLUMNS, id: true, workspaceId: true, slug: true, createdAt: true },
    })
    ledger.vouch('Article', row)
    return {
      value: { outcome: 'amended' },
      details: {
        amendment: id,
        former,
        given,
        reason: typed.reason,
        ...(given.title !== undefined && { title: given.title }),
      },
    }
  })
}

/** The title upstream had when it was last taken in: the import's, or that of the last revision in which it changed. */
export async function lastUpstreamTitle(tx: Tx, owner: Owner, now: string): Promise<string> {
  const [last] = await tx.$queryRaw<{ seq: number }[]>`
    SELECT "createdSeq" AS "seq" FROM "Revision"
    WHERE "articleId" = ${owner.articleId}::uuid AND "workspaceId" = ${owner.workspaceId}::uuid
      AND ("kind" = 'imported' OR ("kind" = 'upstream' AND "formerTitle" IS NOT NULL))
    ORDER BY "number" DESC LIMIT 1`
  return (last && (await formerDetails(tx, owner, last.seq)).title) ?? now
}
