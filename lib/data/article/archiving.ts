import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { Prisma } from '@/prisma/generated/client.ts'
import type { AuthorizedArticle } from '../access.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'

/** Of an article `a` in a query: nothing of an archived one waits for anyone. */
export const UNARCHIVED = Prisma.sql`NOT EXISTS (SELECT FROM "Archiving" z WHERE z."articleId" = a."id" AND z."endedSeq" IS NULL)`
/** The same for Prisma's own queries. */
export const OPEN = { archivings: { none: { endedSeq: null } } } satisfies Prisma.ArticleWhereInput

type Asked = { reason: string; commandId?: string | undefined; at?: Date }

export type ArchivedNow = { memberId: string | null; at: Date; reason: string }

/** Who archived an article that is archived, when and why; null where it is not. */
export async function archivedNow(
  db: Pick<Tx, 'archiving'>,
  { articleId, workspaceId }: Pick<AuthorizedArticle, 'articleId' | 'workspaceId'>,
): Promise<ArchivedNow | null> {
  const row = await db.archiving.findFirst({
    where: { articleId, workspaceId, endedSeq: null },
    select: { memberId: true, createdAt: true, reason: true },
  })
  return row && { memberId: row.memberId, at: row.createdAt, reason: row.reason }
}

/** Takes an article off the desk: it stays readable, and cannot be changed until it is brought back. @returns whether it was not archived */
export async function archiveArticle(db: Db, article: AuthorizedArticle, asked: Asked): Promise<boolean> {
  const { reason } = asked
  const what = { ...scopeOf(article, asked), ability: 'article.archive', kind: 'article.archived' } as const
  try {
    return await change<boolean>(db, what, async (ledger) => {
      const id = newId()
      const { memberId } = article
      await ledger.add('Archiving', [{ ...ownerOf(article), id, reason, memberId, createdAt: ledger.at }])
      return { value: true, details: { archiving: id, reason } }
    })
  } catch (error) {
    // Someone else was first, and it is as it was wanted.
    if (error instanceof AppError && error.code === 'conflict' && (await archivedNow(db, article))) return false
    throw error
  }
}

/** @returns whether it was archived */
export async function bringBackArticle(db: Db, article: AuthorizedArticle, asked: Asked): Promise<boolean> {
  const { reason } = asked
  const what = { ...scopeOf(article, asked), ability: 'article.archive', kind: 'article.brought_back' } as const
  return change<boolean>(db, what, async (ledger) => {
    const row = await ledger.tx.archiving.findFirst({
      where: { ...ownerOf(article), endedSeq: null },
      select: { id: true },
    })
    if (!row) return { value: false }
    await ledger.end('Archiving', [row.id], { endReason: reason })
    return { value: true, details: { archiving: row.id, reason } }
  })
}
