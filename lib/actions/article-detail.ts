'use server'

import { authorizeArticle } from '@/lib/data/access.ts'
import { archiveArticle, bringBackArticle } from '@/lib/data/article/archiving.ts'
import * as detail from '@/lib/data/article/detail.ts'
import { db } from '@/lib/data/db.ts'
import { articleAmendment, onArticle } from '@/lib/schema/article-detail.ts'
import { action } from './action.ts'

export const amendDetails = action(articleAmendment, async ({ articleId, ...typed }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'article.amend')
  return detail.amendArticle(db(), article, typed)
})

export const archive = action(onArticle, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'article.archive')
  return { archived: await archiveArticle(db(), article, asked) }
})

export const bringBack = action(onArticle, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'article.archive')
  return { broughtBack: await bringBackArticle(db(), article, asked) }
})
