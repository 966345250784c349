import { createHash } from 'node:crypto'
import { AppError } from './errors.ts'

/** The name bytes are kept under: their SHA-256 in lower-case hex. */
export function blobHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A hash from outside becomes part of a path; anything that is not one stops here. */
export function checkHash(hash: string): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new AppError('invalid', 'What was asked for is not named by a SHA-256 hash, so nothing can be kept under it.')
}

export function checkBytes(hash: string, bytes: Uint8Array): Uint8Array {
  if (blobHash(bytes) === hash) return bytes
  throw new AppError(
    'fault',
    `What is kept as ${hash.slice(0, 12)}… is no longer what was stored: it has been altered or damaged. ` +
      'Bring it back from a backup; nothing is shown in its place.',
  )
}

export function notKept(hash: string, cause?: unknown): AppError {
  return new AppError('not_found', `Nothing is kept as ${hash.slice(0, 12)}…. It may have been lost or moved.`, cause)
}
