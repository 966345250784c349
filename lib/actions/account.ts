'use server'

import { db } from '@/lib/data/db.ts'
import * as password from '@/lib/data/desk/password.ts'
import { countGuess, forgetGuesses } from '@/lib/data/desk/throttle.ts'
import { findAccount } from '@/lib/data/desk/user.ts'
import { passwordProblem } from '@/lib/domain/desk/password-rule.ts'
import { checkPassword, hashPassword } from '@/lib/platform/auth/password.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { passwordChange } from '@/lib/schema/account.ts'
import { deskAction } from './action.ts'

/** Asks for the current password again: a page that was left open is not enough to take an account over. */
export const changePassword = deskAction(passwordChange, 'article.read', async (_, { current, next }, session) => {
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
