'use server'

import { authorizeWorkspace } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import * as password from '@/lib/data/password'
import { countGuess, forgetGuesses } from '@/lib/data/throttle'
import { findAccount } from '@/lib/data/user'
import { passwordProblem } from '@/lib/domain/password-rule'
import { AppError } from '@/lib/platform/errors'
import { checkPassword, hashPassword } from '@/lib/platform/password'
import { passwordChange } from '@/lib/schema/account'
import { action } from './action'

/** Asks for the current password again: a page that was left open is not enough to take an account over. */
export const changePassword = action(passwordChange, async ({ workspaceId, current, next }, session) => {
  await authorizeWorkspace(db(), session, workspaceId, 'article.read')
  const account = await findAccount(db(), session.userId)
  const problem = passwordProblem(next, account.names)
  if (problem) throw new AppError('invalid', problem)
  // Counted apart from signing in, and for this person alone.
  const attempt = { email: session.userId, device: 'password', network: '' }
  const seconds = await countGuess(db(), attempt)
  if (seconds > 0) return { outcome: 'wait' as const, seconds }
  if (!(await checkPassword(account.passwordHash, current, true))) return { outcome: 'wrong' as const }
  await forgetGuesses(db(), attempt)
  await password.changePassword(db(), session, { old: account.passwordHash, next: await hashPassword(next) })
  return { outcome: 'changed' as const }
})
