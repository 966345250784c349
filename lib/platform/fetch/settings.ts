import type { LookupAddress } from 'node:dns'

export type FetchLimits = {
  /** The most bytes of a body, on the wire and again after decompression. */
  bytes: number
  /** From the start of each request to the end of the answer's head, connection included. */
  headMs: number
  /** For everything together, redirects included. */
  totalMs: number
  redirects: number
  /** How many times longer a body may become by decompression, once it is past the first 256 KiB. */
  ratio: number
}

export type FetchSettings = {
  /** Carries every request: `socks5:`, `socks5h:`, `http:` or `https:`. */
  proxy?: string
  /** Exact `host:port` pairs that may be reached although they are not public: an archive in the house. */
  allow?: readonly string[]
  limits?: Partial<FetchLimits>
  /** A certificate authority (PEM) to trust instead of the public ones. */
  ca?: string
  /** Stands in for the system's resolver, in tests. */
  lookup?: (host: string) => Promise<LookupAddress[]>
}

export const FETCH_LIMITS: FetchLimits = {
  bytes: 20_000_000,
  headMs: 20_000,
  totalMs: 60_000,
  redirects: 10,
  ratio: 250,
}

const PROXY_PROTOCOLS = ['socks5:', 'socks5h:', 'http:', 'https:']

/**
 * How an installation fetches, from its environment: ATTEST_FETCH_PROXY and ATTEST_FETCH_ALLOW.
 * @throws Error in words when a value cannot be meant; a password in the proxy's address is not repeated
 */
export function fetchSettings(env: Readonly<Record<string, string | undefined>>): FetchSettings {
  const proxy = env.ATTEST_FETCH_PROXY?.trim()
  const allow = (env.ATTEST_FETCH_ALLOW ?? '')
    .split(',')
    .map((place) => place.trim())
    .filter((place) => place !== '')
    .map(readPlace)
  return { ...(proxy ? { proxy: readProxy(proxy) } : {}), ...(allow.length > 0 ? { allow } : {}) }
}

function readProxy(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWhole =
    url !== undefined &&
    PROXY_PROTOCOLS.includes(url.protocol) &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname) &&
    url.search === '' &&
    url.hash === ''
  if (!isWhole)
    throw new Error(
      'ATTEST_FETCH_PROXY is not the address of a proxy. ' +
        'Write it like socks5://127.0.0.1:9050 or http://proxy.example.org:3128, or leave it out.',
    )
  return text
}

/** The host as a URL would write it, so that the comparison later is one of equal strings. */
function readPlace(text: string): string {
  const port = /:(\d+)$/.exec(text)?.[1]
  const url = URL.canParse(`http://${text}/`) ? new URL(`http://${text}/`) : undefined
  const isPlace =
    port !== undefined && Number(port) > 0 && url !== undefined && url.pathname === '/' && !/[/@?#*\\\s]/.test(text)
  if (!isPlace)
    throw new Error(
      `ATTEST_FETCH_ALLOW holds “${text}”, which is not a host with its port. ` +
        'Write for example archive.internal:8080, several with commas between; a pattern is not possible.',
    )
  return `${url.hostname}:${Number(port)}`
}
