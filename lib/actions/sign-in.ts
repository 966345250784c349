import { db } from '@/lib/data/db'
import { countGuess, forgetGuesses } from '@/lib/data/throttle'
import { endSession, findCredentials, normalEmail, openSession } from '@/lib/data/user'
import { authOptions, SESSION_SECONDS } from '@/lib/platform/auth'
import { isUnavailable } from '@/lib/platform/errors'
import { checkNobody, checkPassword, PASSWORD_MAX } from '@/lib/platform/password'

/** Codes that reach the sign-in page; it has the words. */
export const signInOptions = authOptions({
  async signIn(typedEmail, password) {
    const email = normalEmail(typedEmail).slice(0, 320)
    if (email === '' || password === '' || password.length > PASSWORD_MAX) return null
    try {
      const wait = await countGuess(db(), email)
      // The same answer for every address, known or not.
      if (wait > 0) throw new Error(`throttled:${wait}`)
      const user = await findCredentials(db(), email)
      const right = user ? await checkPassword(user.passwordHash, password) : await checkNobody(password)
      if (!user || !right) return null
      await forgetGuesses(db(), email)
      return { userId: user.id, sessionId: await openSession(db(), user.id, SESSION_SECONDS) }
    } catch (error) {
      if (isUnavailable(error)) throw new Error('unavailable')
      throw error
    }
  },
  signOut: (session) => endSession(db(), session),
})
