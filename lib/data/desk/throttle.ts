import { createHmac } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '../db.ts'

/** Guesses at one account, from all browsers that are not known for it or from one that is, in so many seconds. */
const GUESSES = 10
const WAIT = 15 * 60
/** Wrong guesses from one network in as long, at whatever accounts. */
const FROM_A_NETWORK = 200
/** Guesses of unknown browsers a minute, from everywhere. */
const FROM_EVERYWHERE = 300

/** @property network a hash, which this process alone can make */
export type Attempt = { email: string; network: string; device: string | null }

/** Counted in memory alone: where someone is from is written nowhere. One of each a process, across bundles. */
type Counters = { networks: RateLimiterMemory; all: RateLimiterMemory; db?: { db: Db; guesses: RateLimiterPrisma } }
const keep = globalThis as typeof globalThis & { attestGuesses?: Counters }

function counters(): Counters {
  keep.attestGuesses ??= {
    networks: new RateLimiterMemory({ keyPrefix: 'network', points: FROM_A_NETWORK, duration: WAIT }),
    all: new RateLimiterMemory({ keyPrefix: 'all', points: FROM_EVERYWHERE, duration: 60 }),
  }
  return keep.attestGuesses
}

function guesses(db: Db): RateLimiterPrisma {
  const own = counters()
  if (own.db?.db !== db)
    own.db = {
      db,
      guesses: new RateLimiterPrisma({ storeClient: db, keyPrefix: 'guess', points: GUESSES, duration: WAIT }),
    }
  return own.db.guesses
}

/** A keyed hash: the table does not say which addresses were tried. */
function keyOf({ email, device }: Pick<Attempt, 'email' | 'device'>): string {
  return createHmac('sha256', process.env.NEXTAUTH_SECRET ?? '')
    .update(device === null ? email : `${email}\n${device}`)
    .digest('hex')
}

/**
 * Counts a guess before it is checked, so that many at once are all counted. A browser that is known for the account has
 * a counter of its own and no other, so that no one else's guesses keep its person out.
 * @returns seconds to wait, or 0
 */
export async function countGuess(db: Db, attempt: Attempt): Promise<number> {
  if (attempt.device !== null) return wait(() => guesses(db).consume(keyOf(attempt)))
  return (
    // A network that has had its share does not use up everyone's.
    (await wait(() => counters().networks.consume(attempt.network))) ||
    (await wait(() => counters().all.consume('all'))) ||
    (await wait(() => guesses(db).consume(keyOf(attempt))))
  )
}

/** A right password: the guesses before it are forgotten; of the network's, this one. */
export async function forgetGuesses(db: Db, attempt: Attempt): Promise<void> {
  await guesses(db).delete(keyOf(attempt))
  if (attempt.device === null) await counters().networks.reward(attempt.network)
}

/** Whoever proved by a link that the account is theirs does not wait for what others guessed. */
export async function forgetAccount(db: Db, email: string): Promise<void> {
  await guesses(db).delete(keyOf({ email, device: null }))
}

async function wait(count: () => Promise<unknown>): Promise<number> {
  try {
    await count()
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}
