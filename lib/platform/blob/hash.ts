import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import { giveWay } from '../process/give-way.ts'

/** Bytes that are taken in at once: some milliseconds. */
const SLICE = 1 << 20

/**
 * The name bytes are kept under: their SHA-256 in lower-case hex. A slice at a time: fifty megabytes take long enough
 * that everyone would wait for it, and to hand them to another thread they are copied first, which takes longer still.
 */
export async function blobHash(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += SLICE) {
    hash.update(bytes.subarray(at, at + SLICE))
    await giveWay()
  }
  return hash.digest('hex')
}

/** A hash from outside becomes part of a path; anything that is not one stops here. */
export function checkHash(hash: string): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new AppError('invalid', 'What was asked for is not named by a SHA-256 hash, so nothing can be kept under it.')
}

export async function checkBytes(hash: string, bytes: Uint8Array): Promise<Uint8Array> {
  if ((await blobHash(bytes)) === hash) return bytes
  throw new AppError(
    'fault',
    `What is kept as ${hash.slice(0, 12)}… is no longer what was stored: it has been altered or damaged. ` +
      'Bring it back from a backup; nothing is shown in its place.',
  )
}

export function notKept(hash: string, cause?: unknown): AppError {
  return new AppError('not_found', `Nothing is kept as ${hash.slice(0, 12)}…. It may have been lost or moved.`, cause)
}
