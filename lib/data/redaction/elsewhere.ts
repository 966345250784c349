import { maySee } from '@/lib/domain/check/blind.ts'
import { ARTICLE_NOUN, ARTICLE_TARGETS, longEnough } from '@/lib/domain/desk/redaction.ts'
import type { AuthorizedArticle } from '../access.ts'
import { hiddenNow } from '../article/blindness.ts'
import type { Tx } from '../db.ts'
import { needles } from './rows.ts'

/** More are not counted. */
const MOST = 1_000

/**
 * How many other entries of an article hold words that were redacted. Nothing of them is taken away, and only those count
 * that this member may see now: the number must not say what is in an answer that is hidden from them.
 */
export async function countElsewhere(
  tx: Tx,
  article: AuthorizedArticle,
  own: readonly string[],
  secrets: readonly string[],
): Promise<number> {
  const long = needles(longEnough(secrets))
  if (long.length === 0) return 0
  let count = 0
  for (const what of ARTICLE_TARGETS) {
    const { noun, words } = ARTICLE_NOUN[what]
    const said = `jsonb_build_array(${words.map((name) => `"${name}"`).join(', ')})::text`
    const member = what === 'assessment' ? '"memberId"' : 'NULL'
    const rows = await tx.$queryRawUnsafe<{ id: string; memberId: string | null }[]>(
      `SELECT "id", ${member} AS "memberId" FROM "${noun}"
       WHERE "articleId" = $1::uuid AND NOT ("id" = ANY($2::uuid[]))
         AND EXISTS (SELECT FROM unnest($3::text[]) AS needle WHERE position(needle IN ${said}) > 0) LIMIT ${MOST}`,
      article.articleId,
      own,
      long,
    )
    if (what !== 'assessment' || rows.length === 0) count += rows.length
    else {
      const hidden = await hiddenNow(tx, article)
      count += rows.filter(({ id, memberId }) =>
        maySee({ id, memberId: memberId ?? '' }, article.memberId, hidden),
      ).length
    }
  }
  return count
}
