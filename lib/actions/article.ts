'use server'

import { importArticle } from '@/lib/data/article/article.ts'
import { importedAlready } from '@/lib/data/article/import-likeness.ts'
import { db } from '@/lib/data/db.ts'
import { wikitextProblem } from '@/lib/domain/article/article-file.ts'
import { sizeProblem } from '@/lib/domain/article/size.ts'
import { articleApart } from '@/lib/exchange/reading/reading.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { articleImport } from '@/lib/schema/article.ts'
import { deskAction } from './action.ts'

export const bringIn = deskAction(
  articleImport,
  'article.import',
  async (authority, { text, language: chosen, licence, attribution, originUrl, anyway, commandId }) => {
    const wikitext = wikitextProblem(text)
    if (wikitext) throw new AppError('invalid', wikitext.message)
    const { language, parsed } = await articleApart(text, chosen || null)
    if (!parsed.ok) throw new AppError('invalid', parsed.problem.message)
    const size = sizeProblem(parsed.article.blocks)
    if (size) throw new AppError('invalid', size)
    const details = { language, licence, attribution, ...(originUrl && { originUrl }) }
    const given = { text: parsed.article, ...details, summary: 'Imported', commandId }
    // A command sent twice finds what it brought in itself: that is no other article.
    const like = anyway ? [] : await importedAlready(db(), authority, parsed.article, commandId)
    if (like.length > 0) return { outcome: 'there' as const, like }
    const { slug } = await importArticle(db(), authority, given)
    return { outcome: 'imported' as const, slug }
  },
)
