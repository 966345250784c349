export type FetchFailure = 'refused' | 'unreachable' | 'timeout' | 'too_large' | 'redirects' | 'broken' | 'tls'

/** A fetch that brought nothing. The message is a sentence for a person: what happened, and what can be done. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed'
  readonly code: FetchFailure
  constructor(code: FetchFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** The code Node or undici gave an error, looked for through its causes. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' && code !== '' ? code : errorCode(cause)
}
