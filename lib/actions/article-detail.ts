'use server'

import { archiveArticle, bringBackArticle } from '@/lib/data/article/archiving.ts'
import * as detail from '@/lib/data/article/detail.ts'
import { db } from '@/lib/data/db.ts'
import { articleAmendment, onArticle } from '@/lib/schema/article-detail.ts'
import { articleAction } from './action.ts'

export const amendDetails = articleAction(articleAmendment, 'article.amend', (article, typed) =>
  detail.amendArticle(db(), article, typed),
)

export const archive = articleAction(onArticle, 'article.archive', async (article, asked) => ({
  archived: await archiveArticle(db(), article, asked),
}))

export const bringBack = articleAction(onArticle, 'article.archive', async (article, asked) => ({
  broughtBack: await bringBackArticle(db(), article, asked),
}))
