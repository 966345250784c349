import { isUnavailable } from '@/lib/platform/errors.ts'

/** An error as words for the person at the keyboard; ATTEST_DEBUG=1 shows where it came from as well. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (process.env.ATTEST_DEBUG) return error.stack ?? error.message
  if (isUnavailable(error)) return 'The database could not be reached. Nothing was changed; try again when it is back.'
  return error.message
}
