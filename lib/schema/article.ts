import { z } from 'zod'
import { detail } from './article-detail.ts'
import { commandId, id, optionalText, rawText } from './text.ts'

/** UTF-16 units. */
export const ARTICLE_LIMIT = 6_000_000

export const articleImport = z.object({
  workspaceId: id,
  text: rawText(ARTICLE_LIMIT, 'The article'),
  /** Empty: guessed from the text. */
  language: z
    .string()
    .trim()
    .regex(/^(?:[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, { error: 'Write the language as a code, such as en, be or uk.' })
    .default(''),
  licence: optionalText(200, 'The licence').default(''),
  attribution: optionalText(1_000, 'The attribution').default(''),
  originUrl: detail('originUrl'),
  /** Also where the desk has it already. */
  anyway: z.boolean().default(false),
  commandId,
})
