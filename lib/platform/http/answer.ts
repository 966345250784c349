import { unstable_rethrow } from 'next/navigation'
import { AppError, type ErrorCode, isUnavailable } from '../errors.ts'
import { log } from '../log.ts'

/** What goes wrong, as the browser gets it: a code to act on, words to show, and which fields they are about. */
export type Problem = { code: ErrorCode; message: string; fields?: Record<string, string> }
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem }

/** Turns whatever was thrown into words for a person. The cause goes to the log; nothing of it to the browser. */
export function problemOf(error: unknown): Problem {
  unstable_rethrow(error)
  if (error instanceof AppError) return { code: error.code, message: error.message }
  if (isUnavailable(error)) {
    log.warn({ code: (error as { code?: unknown }).code }, 'the database is away')
    return {
      code: 'unavailable',
      message:
        'Attest cannot reach its database just now. What you typed is kept here and is sent again when it is back.',
    }
  }
  log.error({ err: error }, 'a fault')
  return {
    code: 'fault',
    message:
      'Something went wrong on our side; nothing was recorded. What you typed is kept here. Try again in a moment.',
  }
}
