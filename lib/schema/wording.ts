import { z } from 'zod'
import { REASON_LIMIT, wordingProblem } from '@/lib/domain/claim/wording.ts'
import { commandId, id, optionalText, rawText, requiredText } from './text.ts'

const wordingText = rawText(1_000_000, 'The wording').superRefine((text, context) => {
  const problem = wordingProblem(text)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

const reason = requiredText(REASON_LIMIT, 'The reason')

export const typedWording = z.object({ articleId: id, claimId: id, baseId: id, text: wordingText, reason, commandId })
export const restoreRequest = z.object({ articleId: id, claimId: id, wordingId: id, baseId: id, reason, commandId })
export const acceptance = z.object({
  articleId: id,
  wordingId: id,
  reason: optionalText(REASON_LIMIT, 'The note'),
  commandId,
})
export const rejection = z.object({ articleId: id, wordingId: id, reason, commandId })
/** `baseId`: the accepted wording that the author saw. */
export const amendment = z.object({
  articleId: id,
  wordingId: id,
  baseId: id,
  text: wordingText,
  reason,
  commandId,
})
export const checkability = z.object({ articleId: id, claimId: id, checkable: z.boolean(), reason, commandId })
