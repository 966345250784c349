import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { AppError } from '../errors.ts'
import { BoundedQueue, QueueFull } from '../process/bounded-queue.ts'

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What costs this much is done by few at a time. Known browsers have places of their own to wait in. */
const queue = new BoundedQueue(2, 40, 20)

const TOO_BUSY = 'Too many people are signing in now. Nothing was changed. Try again in a moment.'

/** @throws AppError unavailable where too many wait already */
async function inTurn<T>(work: () => Promise<T>, known = false): Promise<T> {
  try {
    return await queue.run(work, known)
  } catch (error) {
    if (error instanceof QueueFull) throw new AppError('unavailable', TOO_BUSY, error)
    throw error
  }
}

/** @throws AppError unavailable where too many wait already */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST))
}

/**
 * @param known has someone signed in to this account in this browser before?
 * @throws AppError unavailable where too many wait already
 */
export function checkPassword(passwordHash: string, password: string, known = false): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password.normalize('NFKC')).catch(() => false), known)
}

let nobody: Promise<string> | undefined

/** Takes as long as a real check and always fails: the time it takes must not say whether an account exists. */
export async function checkNobody(password: string): Promise<false> {
  nobody ??= hash('nobody has this password', COST)
  await checkPassword(await nobody, password)
  return false
}
