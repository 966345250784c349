import { FetchFailed } from './fetch-failed.ts'

/** One request of a chain. */
export type Hop = { url: URL; method: 'GET' | 'POST'; body: string | null; authorization: string | null }

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Where an answer sends whoever asked, by the Fetch standard; null where it stays. A step down from https to http is
 * followed, since the chain is kept and shows it.
 *
 * @param location the header as it came, bytes beyond ASCII as Latin-1; empty where there was none
 * @throws FetchFailed where it names nothing that is an address
 */
export function nextHop(hop: Hop, status: number, location: string): Hop | null {
  if (!REDIRECTS.has(status) || location === '') return null
  const text = Buffer.from(location, 'latin1').toString('utf8')
  if (!URL.canParse(text, hop.url))
    throw new FetchFailed('redirects', `The page redirects to “${text.slice(0, 200)}”, which is not an address.`)
  const url = new URL(text, hop.url)
  if (url.hash === '') url.hash = hop.url.hash
  const keepsBody = status === 307 || status === 308
  return {
    url,
    method: keepsBody ? hop.method : 'GET',
    body: keepsBody ? hop.body : null,
    authorization: url.origin === hop.url.origin ? hop.authorization : null,
  }
}
