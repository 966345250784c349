'use server'

import { authorizeArticle } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import type { Wanted } from '@/lib/data/revision/preparation.ts'
import { previewRecording, recordWanted } from '@/lib/data/revision/recording.ts'
import { previewRestore, restoreRevision } from '@/lib/data/revision/restore.ts'
import { sizeProblem } from '@/lib/domain/article/size.ts'
import { articleApart } from '@/lib/exchange/reading/reading.ts'
import { AppError } from '@/lib/platform/errors.ts'
import * as accepts from '@/lib/schema/recording.ts'
import { action } from './action.ts'

type Decided = Pick<Wanted, 'corrections' | 'choices' | 'recheck'>

async function ofText(language: string, { text, ...decided }: Decided & { text: string }): Promise<Wanted> {
  const { parsed } = await articleApart(text, language)
  if (!parsed.ok) throw new AppError('invalid', parsed.problem.message)
  const size = sizeProblem(parsed.article.blocks)
  if (size) throw new AppError('invalid', size)
  return { from: 'upstream', text: parsed.article, ...decided }
}

export const previewUpstream = action(accepts.upstreamPreview, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'article.import')
  return previewRecording(db(), article, await ofText(article.language, asked))
})

export const takeUpstream = action(
  accepts.upstreamRecording,
  async ({ articleId, seen, reason, commandId, ...asked }, session) => {
    const article = await authorizeArticle(db(), session, { id: articleId }, 'article.import')
    return recordWanted(db(), article, await ofText(article.language, asked), { seen, reason, commandId })
  },
)

export const previewRestoring = action(accepts.restorePreview, async ({ articleId, revision }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.restore')
  return previewRestore(db(), article, revision)
})

export const restoreArticle = action(accepts.revisionRestore, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.restore')
  return restoreRevision(db(), article, asked)
})
