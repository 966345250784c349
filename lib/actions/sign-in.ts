import { headers } from 'next/headers'
import { db } from '@/lib/data/db.ts'
import { countGuess, forgetGuesses } from '@/lib/data/desk/throttle.ts'
import { endSession, findCredentials, isEmail, normalEmail, openSession } from '@/lib/data/desk/user.ts'
import { ownAddress } from '@/lib/domain/desk/own-path.ts'
import { PASSWORD_MAX } from '@/lib/domain/desk/password-rule.ts'
import { authOptions, SESSION_SECONDS, sessionOfRequest } from '@/lib/platform/auth/auth.ts'
import { checkNobody, checkPassword } from '@/lib/platform/auth/password.ts'
import { AppError, isUnavailable } from '@/lib/platform/errors.ts'
import { NETWORK_HEADER } from '@/lib/platform/http/network.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'

/** Codes that reach the sign-in page; it has the words. */
export const signInOptions = authOptions({
  async signIn(typedEmail, password) {
    const email = normalEmail(typedEmail.slice(0, 400))
    // Answered like a wrong password: what could be no account's is not asked of the database.
    if (!isEmail(email) || password === '' || password.length > PASSWORD_MAX) return null
    const device = await knownBrowser(email)
    const attempt = { email, device, network: (await headers()).get(NETWORK_HEADER) ?? '' }
    try {
      const wait = await countGuess(db(), attempt)
      // The same answer for every address, known or not.
      if (wait > 0) throw new Error(`throttled:${wait}`)
      const user = await findCredentials(db(), email)
      const known = device !== null
      const right = user ? await checkPassword(user.passwordHash, password, known) : await checkNobody(password)
      if (!user || !right) return null
      await forgetGuesses(db(), attempt)
      // Whoever planted an earlier session in this browser, or left one, is not signed in any more.
      const earlier = await sessionOfRequest()
      if (earlier) await endSession(db(), earlier)
      const sessionId = await openSession(db(), user.id, SESSION_SECONDS)
      await rememberBrowser(email)
      return { userId: user.id, sessionId }
    } catch (error) {
      if (error instanceof AppError && error.code === 'unavailable') throw new Error('busy')
      if (isUnavailable(error)) throw new Error('unavailable')
      throw error
    }
  },
  signOut: (session) => endSession(db(), session),
  redirect: ownAddress,
})
