import { z } from 'zod'
import { type ArticleDetail, detailProblem, detailTyped, type SomeDetails } from '@/lib/domain/article/detail.ts'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { commandId, id, optionalText, recordNumber } from './text.ts'

export const detail = <D extends ArticleDetail>(name: D) =>
  z
    .string()
    .transform((text) => detailTyped(name, text.toWellFormed()))
    .superRefine((value, context) => {
      const problem = detailProblem(name, value)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    })
    .exactOptional()

const reason = optionalText(REASON_LIMIT, 'The reason').default('')

export const articleAmendment = z.object({
  articleId: id,
  /** The change up to which the person had seen the article's record when they began to type. */
  seq: recordNumber,
  /** What they typed over what they saw; what they left alone is not in it. */
  changes: z.object({
    title: detail('title'),
    language: detail('language'),
    licence: detail('licence'),
    attribution: detail('attribution'),
    originUrl: detail('originUrl'),
  }),
  reason,
  commandId,
})

export const onArticle = z.object({ articleId: id, reason, commandId })

const kept = z
  .object({
    title: z.string(),
    language: z.string(),
    licence: z.string().nullable(),
    attribution: z.string().nullable(),
    originUrl: z.string().nullable(),
  })
  .partial()

/** Reads the details that an amendment keeps. */
export function parseDetails(value: unknown): SomeDetails {
  return kept.parse(value) as SomeDetails
}
