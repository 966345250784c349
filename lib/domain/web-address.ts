/** Longest web address kept, in UTF-16 units. */
const ADDRESS_LIMIT = 2_000

/**
 * Reads a web address a person typed. Only http and https with a host, and no user name or password in it: anything
 * else (`javascript:`, `data:`, a bare word) is none.
 * @returns the address in the URL standard's serialisation, or null
 */
export function parseWebAddress(text: string): string | null {
  const typed = text.trim()
  if (typed.length > ADDRESS_LIMIT || /\s/.test(typed)) return null
  const url = URL.parse(typed)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  if (url.hostname === '' || url.username !== '' || url.password !== '') return null
  return url.href
}

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|yclid|ref_src)$/

/**
 * One spelling for addresses that lead to the same page, to find a source that is already on the shelf: no scheme, no
 * "www.", no fragment, no tracking parameters, parameters sorted, no slash at the end.
 * @param address as `parseWebAddress` gives it
 */
export function addressKey(address: string): string {
  const url = new URL(address)
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name.toLowerCase()))
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
  const host = url.host.replace(/^www\./, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`
}
