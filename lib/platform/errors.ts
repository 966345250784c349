const ERROR_CODES = ['signed_out', 'forbidden', 'not_found', 'invalid', 'conflict', 'unavailable', 'fault'] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** A fault with a code that one place turns into words. The cause is kept for the log and never shown. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  // Postgres: shutting down, crashed, starting, too many connections, disk full, read-only.
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '53300',
  '53100',
  '25006',
])

/** Was it the database being away, and not what was asked of it? Looks through causes and the errors drivers wrap. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false
  const { code, originalCode, cause, meta, message, errors } = error as Record<string, unknown>
  if (UNREACHABLE.has(String(code)) || UNREACHABLE.has(String(originalCode))) return true
  if (
    typeof message === 'string' &&
    /Can't reach database|Connection terminated|timeout exceeded when trying to connect|Server has closed/i.test(
      message,
    )
  )
    return true
  if (Array.isArray(errors) && errors.some((inner) => isUnavailable(inner, depth + 1))) return true
  const driver = (meta as Record<string, unknown> | undefined)?.driverAdapterError
  return isUnavailable(cause, depth + 1) || isUnavailable(driver, depth + 1)
}

/** What a stranger is told of what is there and of what is not, alike. */
export function nothingHere(): AppError {
  return new AppError('not_found', 'There is nothing here, or it is not yours to see.')
}
