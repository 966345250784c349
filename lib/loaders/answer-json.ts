import type { SessionClaim } from '@/lib/data/access.ts'
import { sessionOfRequest } from '@/lib/platform/auth/auth.ts'
import type { ErrorCode } from '@/lib/platform/errors.ts'
import { problemOf } from '@/lib/platform/http/answer.ts'

const STATUS: Record<ErrorCode, number> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  unavailable: 503,
  fault: 500,
}

const NEVER_CACHED = 'private, no-store'

/** Reads something as whoever asks, and answers in JSON: what was read, or what went wrong in words. Never cached. */
export async function answerJson<T>(read: (session: SessionClaim | null) => Promise<T>): Promise<Response> {
  return answer(async (session) => Response.json(await read(session)))
}

/** The same for an answer of any form; what went wrong is said in JSON. */
export async function answer(respond: (session: SessionClaim | null) => Promise<Response>): Promise<Response> {
  try {
    const response = await respond(await sessionOfRequest())
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', NEVER_CACHED)
    return response
  } catch (error) {
    const problem = problemOf(error)
    return Response.json({ problem }, { status: STATUS[problem.code], headers: { 'Cache-Control': NEVER_CACHED } })
  }
}
