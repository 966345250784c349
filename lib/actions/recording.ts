'use server'

import { db } from '@/lib/data/db.ts'
import type { Wanted } from '@/lib/data/revision/preparation.ts'
import { previewRecording, recordWanted } from '@/lib/data/revision/recording.ts'
import { previewRestore, restoreRevision } from '@/lib/data/revision/restore.ts'
import { sizeProblem } from '@/lib/domain/article/size.ts'
import { articleApart } from '@/lib/exchange/reading/reading.ts'
import { AppError } from '@/lib/platform/errors.ts'
import * as accepts from '@/lib/schema/recording.ts'
import { articleAction } from './action.ts'

type Decided = Pick<Wanted, 'corrections' | 'choices' | 'recheck'>

async function ofText(language: string, { text, ...decided }: Decided & { text: string }): Promise<Wanted> {
  const { parsed } = await articleApart(text, language)
  if (!parsed.ok) throw new AppError('invalid', parsed.problem.message)
  const size = sizeProblem(parsed.article.blocks)
  if (size) throw new AppError('invalid', size)
  return { from: 'upstream', text: parsed.article, ...decided }
}

export const previewUpstream = articleAction(accepts.upstreamPreview, 'article.import', async (article, asked) =>
  previewRecording(db(), article, await ofText(article.language, asked)),
)

export const takeUpstream = articleAction(
  accepts.upstreamRecording,
  'article.import',
  async (article, { seen, reason, commandId, ...asked }) =>
    recordWanted(db(), article, await ofText(article.language, asked), { seen, reason, commandId }),
)

export const previewRestoring = articleAction(accepts.restorePreview, 'wording.restore', (article, { revision }) =>
  previewRestore(db(), article, revision),
)

export const restoreArticle = articleAction(accepts.revisionRestore, 'wording.restore', (article, asked) =>
  restoreRevision(db(), article, asked),
)
