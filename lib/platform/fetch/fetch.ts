import { type Answer, askOnce, contentType } from './answer.ts'
import { readBody } from './body.ts'
import { errorCode, FetchFailed } from './failed.ts'
import { guardedAgent, refusal } from './guard.ts'
import { type Hop, nextHop, pageHop } from './redirect.ts'
import { FETCH_LIMITS, type FetchLimits, type FetchSettings } from './settings.ts'

export type Redirect = { status: number; from: string; to: string }

export type Fetched = {
  requestedUrl: string
  finalUrl: string
  redirects: Redirect[]
  status: number
  /** Of the final answer, in order and as sent; bytes beyond ASCII as Latin-1. */
  headers: [string, string][]
  /** Without parameters, in lower case; empty where none was sent. */
  mediaType: string
  charset: string | null
  /** With Content-Encoding undone; the charset is left as it was. */
  body: Uint8Array
  /** When the final answer began to arrive. */
  at: Date
}

export type Asked = {
  accept?: string
  method?: 'GET' | 'POST'
  body?: string
  contentType?: string
  /** For a service the installation has an account with; left out as soon as a redirect leads to another origin. */
  authorization?: string
  signal?: AbortSignal
  onProgress?: (progress: { received: number; expected: number | null }) => void
}

/**
 * Fetches a public address, following redirects, also those a page makes by itself, within limits of size and time. Any status is a result, also 404 and
 * 500: that a page is gone is worth knowing. Each connection, first or redirected, passes the guard of `fetch-guard.ts`.
 *
 * With a proxy set, everything goes by it and names are resolved there. What a name leads to can then not be checked
 * here; addresses and local names are still refused before the proxy hears of them.
 *
 * @throws FetchFailed in words; or the reason of `asked.signal` when that one ended it
 */
export async function fetchPublic(url: string, settings: FetchSettings, asked: Asked = {}): Promise<Fetched> {
  const limits = { ...FETCH_LIMITS, ...settings.limits }
  const life = new AbortController()
  const stop = () => life.abort(asked.signal?.reason)
  if (asked.signal?.aborted) stop()
  asked.signal?.addEventListener('abort', stop)
  const timer = setTimeout(() => life.abort(tooSlow(limits.totalMs)), limits.totalMs)
  const guard = guardedAgent(settings, life.signal)
  try {
    return await follow(url, { settings, limits, asked, life, guard })
  } catch (error) {
    if (life.signal.aborted) throw life.signal.reason
    throw inWords(error)
  } finally {
    clearTimeout(timer)
    asked.signal?.removeEventListener('abort', stop)
    life.abort(new Error('over'))
    await guard.agent.destroy()
  }
}

type Errand = {
  settings: FetchSettings
  limits: FetchLimits
  asked: Asked
  life: AbortController
  guard: ReturnType<typeof guardedAgent>
}

async function follow(requested: string, errand: Errand): Promise<Fetched> {
  if (!URL.canParse(requested)) throw new FetchFailed('refused', `“${requested.slice(0, 200)}” is not a web address.`)
  const { asked, limits } = errand
  let hop: Hop = {
    url: new URL(requested),
    method: asked.method ?? 'GET',
    body: asked.body ?? null,
    authorization: asked.authorization ?? null,
  }
  const requestedUrl = hop.url.href
  const redirects: Redirect[] = []
  const seen = new Set<string>()
  for (;;) {
    const why = refusal(hop.url, errand.settings)
    if (why !== null) throw new FetchFailed('refused', redirects.length === 0 ? why : `The page redirects. ${why}`)
    seen.add(`${hop.method} ${hop.url.href.replace(/#.*/, '')}`)
    const answer = await ask(hop, errand)
    let next = nextHop(hop, answer.status, answer.header('location'))
    if (next === null) {
      const page = await finish(answer, { requestedUrl, finalUrl: hop.url.href, redirects }, errand)
      next = pageHop(hop, page)
      if (next === null) return page
    } else answer.leave()
    redirects.push({ status: answer.status, from: hop.url.href, to: next.url.href })
    if (seen.has(`${next.method} ${next.url.href.replace(/#.*/, '')}`))
      throw new FetchFailed('redirects', 'The page redirects in a circle. Sites that insist on cookies often do.')
    if (redirects.length > limits.redirects)
      throw new FetchFailed('redirects', `The page redirects more than ${limits.redirects} times. It was given up.`)
    hop = next
  }
}

async function ask(hop: Hop, { asked, limits, life, guard }: Errand): Promise<Answer> {
  const timer = setTimeout(() => life.abort(tooSlow(limits.headMs)), limits.headMs)
  try {
    return await askOnce(hop, asked, guard.agent, life.signal)
  } finally {
    clearTimeout(timer)
  }
}

async function finish(
  { status, headers, header, body, at }: Answer,
  way: Pick<Fetched, 'requestedUrl' | 'finalUrl' | 'redirects'>,
  { asked, limits, guard }: Errand,
): Promise<Fetched> {
  const announced = header('content-length')
  const bytes = await readBody(body, {
    encoding: header('content-encoding'),
    expected: /^\d+$/.test(announced) && status !== 304 ? Number(announced) : null,
    limits,
    onProgress: asked.onProgress,
  })
  if (guard.hadSurplus())
    throw new FetchFailed('broken', 'The server sent more than it had announced, so the answer may be cut. Try again.')
  return { ...way, status, headers, ...contentType(headers), body: bytes, at }
}

function tooSlow(ms: number): FetchFailed {
  const time = ms >= 1000 ? `${Math.round(ms / 1000)} seconds` : `${ms} milliseconds`
  return new FetchFailed('timeout', `The answer did not come within ${time}. Try again later.`)
}

function inWords(error: unknown): FetchFailed {
  if (error instanceof FetchFailed) return error
  const code = errorCode(error)
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new FetchFailed('too_large', 'The head of the answer is larger than any page needs, and was left.', error)
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM)$/.test(code))
    return new FetchFailed('unreachable', 'The site can’t be reached. It may be down; try again later.', error)
  return new FetchFailed(
    'broken',
    'The answer broke off or is not what a web server sends. Trying again may help.',
    error,
  )
}
