import { FetchFailed } from './failed.ts'
import { refreshTarget } from './refresh.ts'

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

/** A page longer than this is one to be read. */
const STUB_BYTES = 64 * 1024

/**
 * Where a page that is nothing but a redirect (`<meta http-equiv="refresh">`) sends whoever asked; null where it stays.
 * Only web addresses, and not its own: such a page is only shown again.
 */
export function pageHop(hop: Hop, page: { status: number; mediaType: string; body: Uint8Array }): Hop | null {
  const isPage = page.mediaType === '' || /^(?:text\/html|application\/xhtml\+xml)$/.test(page.mediaType)
  if (hop.method !== 'GET' || page.status < 200 || page.status > 299 || !isPage) return null
  if (page.body.length === 0 || page.body.length > STUB_BYTES) return null
  const target = refreshTarget(new TextDecoder('utf-8').decode(page.body))
  const url = target === null ? null : URL.parse(target, hop.url)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  if (url.href.replace(/#.*/, '') === hop.url.href.replace(/#.*/, '')) return null
  return { ...hop, url, authorization: url.origin === hop.url.origin ? hop.authorization : null }
}
