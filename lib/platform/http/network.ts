import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

// Where a request comes from, so that guesses can be counted. No address is kept anywhere: what goes on is a keyed hash,
// and its key is made when the process starts and lies nowhere but in its memory.

/** The header that carries the hash within the process; a request's own of that name is taken away. */
export const NETWORK_HEADER = 'x-attest-network'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Range = [Address, number]
export type Proxies = readonly Range[]

/**
 * The proxies whose word about an address counts (ATTEST_TRUST_PROXY): addresses and ranges, parted by commas.
 * @throws Error in words where one of them is neither
 */
export function readProxies(text: string | undefined): Proxies {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Range => {
      const range = part.includes('/') ? part : `${part}/${isIP(part) === 6 ? 128 : 32}`
      if (isIP(range.split('/')[0] ?? '') === 0 || !ipaddr.isValidCIDR(range))
        throw new Error(
          `ATTEST_TRUST_PROXY holds "${part}", which is not an address (203.0.113.7) or a range (10.0.0.0/8) of a proxy.`,
        )
      return ipaddr.parseCIDR(range)
    })
}

/** Replaces what a request says about where it is from by what is known. */
export function nameNetwork(request: IncomingMessage, proxies: Proxies): void {
  const { headers, socket } = request
  const network = networkOf(socket.remoteAddress, headers['x-forwarded-for'], proxies)
  for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-client-ip', 'cf-connecting-ip'])
    delete headers[name]
  headers[NETWORK_HEADER] = hashOf(network)
}

/**
 * The network a request comes from: an IPv4 address, or the /64 of an IPv6 one, because one household has that many.
 * What a request says about itself counts only where a trusted proxy wrote it: the last address of the list that is not
 * such a proxy's own.
 */
export function networkOf(
  peer: string | undefined,
  forwarded: string | string[] | undefined,
  proxies: Proxies,
): string {
  const list =
    proxies.length > 0
      ? String(forwarded ?? '')
          .split(',')
          .slice(-20)
      : []
  const chain = [...list.map((one) => one.trim()), peer ?? ''].reverse()
  let last = ''
  for (const text of chain) {
    const address = read(text)
    // Whatever stands before words that are no address was not written by the proxy.
    if (!address) break
    last = named(address)
    if (!isWithin(address, proxies)) break
  }
  return last
}

/** Is this the address of a proxy whose forwarded headers count? */
export function isProxy(text: string | undefined, proxies: Proxies): boolean {
  const address = read(text ?? '')
  return address !== null && isWithin(address, proxies)
}

function isWithin(address: Address, ranges: Proxies): boolean {
  return ranges.some(([range, bits]) => address.kind() === range.kind() && address.match(range as never, bits))
}

function read(text: string): Address | null {
  const bare = text
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
  return isIP(bare) === 0 ? null : ipaddr.process(bare)
}

function named(address: Address): string {
  if (address instanceof ipaddr.IPv4) return address.toString()
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

const key = randomBytes(32)

function hashOf(network: string): string {
  return createHmac('sha256', key).update(network).digest('base64url')
}
