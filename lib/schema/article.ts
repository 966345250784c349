import { z } from 'zod'
import { commandId, id, optionalText, rawText } from './text'

export const articleImport = z.object({
  workspaceId: id,
  text: rawText(6_000_000, 'The article'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'Write the language as a code, such as en, be or uk.' }),
  licence: optionalText(200, 'The licence').default(''),
  attribution: optionalText(1_000, 'The attribution').default(''),
  commandId,
})
