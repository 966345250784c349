import { z } from 'zod'
import { PASSWORD_MAX, passwordProblem } from '@/lib/domain/desk/password-rule.ts'
import { commandId, id } from './text.ts'

const newPassword = z
  .string({ error: 'The new password is missing.' })
  .refine((text) => passwordProblem(text) === null, { error: (issue) => passwordProblem(String(issue.input)) ?? '' })

/** A password that someone says is theirs. Kept to the character. */
const oldPassword = z
  .string({ error: 'Your current password is missing.' })
  .min(1, { error: 'Type your current password.' })
  .max(PASSWORD_MAX, { error: 'This is not your current password.' })

/** `workspaceId`: the desk from whose page it was asked. */
export const passwordChange = z.object({ workspaceId: id, current: oldPassword, next: newPassword, commandId })

/** What a one-time link's page sends. */
const WHOLE = { error: 'This is not a whole link. Open it again from the message.' }
export const passwordByLink = z.object(
  { token: z.string(WHOLE).regex(/^[\w-]{43}$/, WHOLE), password: newPassword },
  { error: 'This could not be read. Nothing was changed.' },
)
