import type { AuthorizedArticle } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { ARTICLE_DETAILS, type ArticleDetail, detailTyped } from '@/lib/domain/article/detail.ts'
import { withDatabase } from './database.ts'

export type DetailOptions = Partial<Record<ArticleDetail, string>> & { reason: string }

/** Runs what is asked about one article as the desk's own hand, with the change it had come to. */
async function onArticle<T>(
  slug: string,
  ask: (db: Db, article: AuthorizedArticle, seq: number) => Promise<T>,
): Promise<T> {
  return withDatabase(async (db) => {
    const found = await db.article.findFirst({
      where: { slug },
      orderBy: { createdAt: 'asc' },
      select: { id: true, workspaceId: true, clock: { select: { seq: true } } },
    })
    if (!found) throw new Error(`There is no article ${slug}; nothing was recorded. \`attest list\` shows the slugs.`)
    const { houseArticle } = await import('@/lib/data/access.ts')
    return ask(db, houseArticle(found.workspaceId, found.id, slug), found.clock.seq)
  })
}

export async function amendArticle(slug: string, { reason, ...typed }: DetailOptions): Promise<void> {
  const changes = Object.fromEntries(
    ARTICLE_DETAILS.flatMap((detail) => {
      const text = typed[detail]
      return text === undefined ? [] : [[detail, detailTyped(detail, text)]]
    }),
  )
  const { outcome } = await onArticle(slug, async (db, article, seq) => {
    const { amendArticle: amend } = await import('@/lib/data/article/detail.ts')
    return amend(db, article, { seq, changes, reason })
  })
  if (outcome === 'conflict')
    throw new Error('Someone changed the same at this moment; nothing was recorded. Look at it and try again.')
  console.error(
    outcome === 'amended' ? `The details of ${slug} were changed.` : 'They are so already; nothing was recorded.',
  )
}

export async function archiveArticle(slug: string, asked: { reason: string }): Promise<void> {
  const done = await onArticle(slug, async (db, article) => {
    const { archiveArticle: archive } = await import('@/lib/data/article/archiving.ts')
    return archive(db, article, asked)
  })
  console.error(done ? `${slug} is archived.` : `${slug} was archived already.`)
}

export async function bringBackArticle(slug: string, asked: { reason: string }): Promise<void> {
  const done = await onArticle(slug, async (db, article) => {
    const { bringBackArticle: bringBack } = await import('@/lib/data/article/archiving.ts')
    return bringBack(db, article, asked)
  })
  console.error(done ? `${slug} is back on the desk.` : `${slug} was not archived.`)
}
