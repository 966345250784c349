import { z } from 'zod'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { commandId, id, optionalText, requiredText } from './text.ts'

/** As many proposals as are decided on at once; a recording is shown whole up to here. */
export const MOST_AT_ONCE = 200

const one = z.object({ articleId: id, id, kind: z.enum(['wording', 'structure']) })
const selection = z
  .array(one)
  .min(1, 'Select a proposal first.')
  .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} proposals are decided on at once.`)
  .refine((all) => new Set(all.map((item) => item.id)).size === all.length, 'A proposal is named twice.')
export type Selected = z.infer<typeof one>

export const manyAccepted = z.object({
  proposals: selection,
  reason: optionalText(REASON_LIMIT, 'The note'),
  commandId,
})
export const manyRejected = z.object({
  proposals: selection,
  reason: requiredText(REASON_LIMIT, 'The reason'),
  commandId,
})

export const answerRead = z.object({ workspaceId: id, id, commandId })
/** `until`: the newest answer on the page, so that none is marked that was not there to be seen. */
export const answersRead = z.object({ workspaceId: id, until: z.iso.datetime(), commandId })
