import { setTimeout as sleep } from 'node:timers/promises'
import { FetchFailed } from './failed.ts'
import { type Asked, type Fetched, fetchPublic } from './fetch.ts'
import type { FetchSettings } from './settings.ts'

/** How often it is asked whether a page has been saved, and how long is waited in between: five minutes in all. */
const TRIES = 60
const PAUSE_MS = 5_000

/** An answer of the archive is a few lines; a list of all that was captured with the page is longer, but not this long. */
const ANSWER_BYTES = 2_000_000

export type ArchiveRequest = {
  /** The base address of the archive, such as https://web.archive.org. */
  endpoint: string
  /** Of an account there; without one the archive decides whether it works for strangers. */
  accessKey?: string
  secret?: string
  fetch: FetchSettings
  wait?: (ms: number) => Promise<unknown>
  tries?: number
}

/**
 * Asks a public web archive to save a page and waits until it has: the protocol of the Wayback Machine, "Save Page Now
 * 2" (POST /save, then GET /save/status/…), which others speak as well. What is asked for becomes public.
 *
 * @returns where the copy can be read
 * @throws FetchFailed in words: what the archive said, or that it did not come to an end
 */
export async function savePage(url: string, request: ArchiveRequest): Promise<{ address: string }> {
  const { wait = sleep, tries = TRIES } = request
  const endpoint = request.endpoint.replace(/\/+$/, '')
  const form = new URLSearchParams({ url, skip_first_archive: '1' })
  const begun = await ask(`${endpoint}/save`, request, { method: 'POST', body: `${form}` })
  const job = begun.job_id
  if (typeof job !== 'string' || !/^[\w.:-]{1,200}$/.test(job)) throw refusedBy(begun)
  for (let n = 0; n < tries; n++) {
    await wait(PAUSE_MS)
    const { status, timestamp, original_url: original, ...rest } = await ask(`${endpoint}/save/status/${job}`, request)
    if (status === 'success') {
      if (typeof timestamp !== 'string' || !/^\d{4,14}$/.test(timestamp)) throw refusedBy(rest)
      return { address: `${endpoint}/web/${timestamp}/${saved(original, url)}` }
    }
    if (status !== 'pending') throw refusedBy(rest)
  }
  throw new FetchFailed(
    'timeout',
    'The web archive did not say in time whether it has saved the page. Ask it again later.',
  )
}

async function ask(address: string, request: ArchiveRequest, how: Asked = {}): Promise<Record<string, unknown>> {
  const { accessKey, secret } = request
  const limits = { ...request.fetch.limits, bytes: ANSWER_BYTES }
  const answer = await fetchPublic(
    address,
    { ...request.fetch, limits },
    {
      ...how,
      accept: 'application/json',
      ...(accessKey && secret ? { authorization: `LOW ${accessKey}:${secret}` } : {}),
    },
  )
  if (answer.status === 401 || answer.status === 403)
    throw new FetchFailed(
      'refused',
      'The web archive wants a valid account: see ATTEST_ARCHIVE_ACCESS_KEY and its secret.',
    )
  if (answer.status === 429)
    throw new FetchFailed('unreachable', 'The web archive has been asked too often for now. Ask it again later.')
  return parsed(answer)
}

function parsed({ body, status }: Fetched): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw new FetchFailed(
    'broken',
    `The web archive answered with something that is not of its protocol (status ${status}).`,
  )
}

/** The archive's own words, shortened and in one line: they are shown to a person. */
function refusedBy(answer: Record<string, unknown>): FetchFailed {
  const said = [answer.message, answer.exception, answer.status_ext].find((words) => typeof words === 'string' && words)
  const words = String(said ?? 'it gave no reason')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)
  return new FetchFailed('broken', `The web archive did not save the page: ${words}`)
}

/** What the archive says it saved, if that is an address at all: a redirect may have led it a little further. */
function saved(original: unknown, asked: string): string {
  const isAddress = typeof original === 'string' && /^https?:/i.test(original) && URL.canParse(original)
  return new URL(isAddress ? original : asked).href
}
