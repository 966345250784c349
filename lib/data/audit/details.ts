import type postgres from 'postgres'
import { ARTICLE_DETAILS, type SomeDetails } from '@/lib/domain/article/detail.ts'
import type { ChainBreak } from '@/lib/domain/desk/audit.ts'
import type { Voucher } from '@/lib/domain/desk/vouching.ts'
import { vouchedDigest } from '../recorded.ts'

type Sql = postgres.TransactionSql
type Row = Record<string, unknown>
/** `given` is null where a revision brought another title. */
type Replacing = { seq: number; former: SomeDetails; given: SomeDetails | null }

const PAGE = 500

const OTHERS = 'the article’s address, language, licence, authors, origin or date is not what was given then'
const TITLE = 'the article’s title is not the one it was given then'
const SINCE = ', nor what later changes say that it was'

/**
 * Compares an article's details with every change that vouches for them: what they are now with the newest, and, taking
 * back one change of them after the other, what they were with each earlier one. So a later amendment does not cover up
 * what was forged before it, and none can say of the past what was not so.
 */
export async function verifyDetails(
  sql: Sql,
  article: Row,
  vouchers: readonly Voucher[],
  report: (found: ChainBreak) => void,
): Promise<void> {
  const id = String(article.id)
  const told = vouchers.filter(({ vouching }) => vouching?.title !== undefined || vouching?.vouched.Article?.[id])
  const walk = { was: { ...article } as Row, isNow: true, isTitleKnown: true, others: false, title: false }
  const mark = (what: 'others' | 'title', seq: number) => {
    if (!walk[what]) report({ seq, what: `${what === 'title' ? TITLE : OTHERS}${walk.isNow ? '' : SINCE}` })
    walk[what] = true
  }
  const compareDownTo = (seq: number) => {
    for (let last = told.at(-1); last && last.seq >= seq; last = told.at(-1)) {
      told.pop()
      const digest = last.vouching?.vouched.Article?.[id]
      if (digest !== undefined && digest !== vouchedDigest('Article', walk.was)) mark('others', last.seq)
      const title = last.vouching?.title
      if (title === undefined) continue
      if (walk.isTitleKnown && title !== walk.was.title) mark('title', last.seq)
      // Which title a revision replaced was not kept at first: an earlier one is not known then.
      walk.isTitleKnown = last.seq === seq
    }
  }
  for await (const rows of replacings(sql, id).cursor(PAGE)) {
    for (const { seq, former, given } of rows) {
      compareDownTo(seq)
      for (const detail of ARTICLE_DETAILS) {
        if (given === null || !(detail in given) || given[detail] === walk.was[detail]) continue
        if (detail !== 'title' || walk.isTitleKnown) mark(detail === 'title' ? 'title' : 'others', seq)
      }
      for (const detail of ARTICLE_DETAILS) if (detail in former) walk.was[detail] = former[detail]
      walk.isNow = false
      if (former.title !== undefined) walk.isTitleKnown = true
    }
  }
  compareDownTo(0)
}

/** What replaced details of an article, newest first. */
function replacings(sql: Sql, id: string) {
  return sql<Replacing[]>`
    SELECT "createdSeq" AS seq, former, given FROM "ArticleAmendment" WHERE "articleId" = ${id}
    UNION ALL
    SELECT "createdSeq", jsonb_build_object('title', "formerTitle"), NULL FROM "Revision"
    WHERE "articleId" = ${id} AND "formerTitle" IS NOT NULL
    ORDER BY seq DESC`
}

/** An article's row as it was at a change of its clock, going by what its amendments say that they replaced. */
export async function articleAt(sql: Sql, id: string, seq: number): Promise<Row> {
  const [row] = await sql<Row[]>`SELECT * FROM "Article" WHERE id = ${id}`
  const replaced = await sql<{ detail: string; value: string | null }[]>`
    SELECT DISTINCT ON (f.key) f.key AS detail, f.value FROM "ArticleAmendment" a, jsonb_each_text(a.former) f
    WHERE a."articleId" = ${id} AND a."createdSeq" > ${seq} AND f.key = ANY(${[...ARTICLE_DETAILS]})
    ORDER BY f.key, a."createdSeq"`
  return { ...row, ...Object.fromEntries(replaced.map(({ detail, value }) => [detail, value])) }
}
