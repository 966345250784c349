import { z } from 'zod'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { ARTICLE_TARGETS, SHELF_REASON_NAMES, SOURCE_FIELD_NAMES } from '@/lib/domain/desk/redaction.ts'
import { commandId, id, requiredText } from './text.ts'

export const reasonSaid = requiredText(REASON_LIMIT, 'The reason')
const reason = reasonSaid

export const entryRedaction = z.object({ articleId: id, what: z.enum(ARTICLE_TARGETS), id, reason, commandId })
export const sourceRedaction = z.object({
  workspaceId: id,
  sourceId: id,
  field: z.enum(SOURCE_FIELD_NAMES, { error: 'Choose a field.' }),
  reason,
  commandId,
})
export const reasonRedaction = z.object({ workspaceId: id, what: z.enum(SHELF_REASON_NAMES), id, reason, commandId })
export const snapshotRedaction = z.object({ workspaceId: id, snapshotId: id, reason, commandId })
