import { z } from 'zod'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { commandId, id, optionalText } from './text.ts'

export const newAssignment = z.object({
  articleId: id,
  claimId: id,
  assigneeId: id,
  note: optionalText(REASON_LIMIT, 'The note').default(''),
  commandId,
})

export const assignmentEnd = z.object({
  articleId: id,
  id,
  reason: optionalText(REASON_LIMIT, 'The reason').default(''),
  commandId,
})
