import type { AuthorizedArticle } from './access'
import type { Tx } from './db'

/** The title an article had at a moment of its clock; undefined where it is the one it has now. One query. */
export async function formerTitle(
  db: Pick<Tx, 'revision'>,
  { articleId, workspaceId }: Pick<AuthorizedArticle, 'articleId' | 'workspaceId'>,
  seq: number,
): Promise<string | undefined> {
  const row = await db.revision.findFirst({
    where: { articleId, workspaceId, createdSeq: { gt: seq }, formerTitle: { not: null } },
    orderBy: { number: 'asc' },
    select: { formerTitle: true },
  })
  return row?.formerTitle ?? undefined
}
