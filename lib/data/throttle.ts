import { createHmac } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from './db'

/** Guesses at one account before it has to wait, and for how long, in seconds. */
const GUESSES = 10
const WAIT = 15 * 60

let limiter: { db: Db; guesses: RateLimiterPrisma } | undefined

function guesses(db: Db): RateLimiterPrisma {
  if (limiter?.db !== db)
    limiter = {
      db,
      guesses: new RateLimiterPrisma({ storeClient: db, keyPrefix: 'guess', points: GUESSES, duration: WAIT }),
    }
  return limiter.guesses
}

/** A keyed hash: the table tells nobody which addresses were tried. */
function keyOf(email: string): string {
  return createHmac('sha256', process.env.NEXTAUTH_SECRET ?? '')
    .update(email)
    .digest('hex')
}

/** Counts a guess before it is checked, so that many at once are all counted. @returns seconds to wait, or 0 */
export async function countGuess(db: Db, email: string): Promise<number> {
  try {
    await guesses(db).consume(keyOf(email))
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000)
    throw refused
  }
}

/** A right password: the guesses before it are forgotten. */
export async function forgetGuesses(db: Db, email: string): Promise<void> {
  await guesses(db).delete(keyOf(email))
}
