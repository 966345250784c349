import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * What may be fetched. An address is let through only when it is plainly a public one; whatever is special, reserved,
 * translated from another family or merely unknown is refused, since a list of the bad ones is never complete.
 * Source: the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890), most of which `ipaddr.js` knows.
 */

/** All that IANA has given out for use on the open Internet. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** Special in ways that `ipaddr.js` does not tell. */
const SPECIAL_V6 = ['2001::/23', '3fff::/20'].map((range) => ipaddr.IPv6.parseCIDR(range))

/** A public number in form, and yet the host's own metadata service wherever the machine stands in that cloud. */
const METADATA = new Set(['168.63.129.16'])

/** @param text an address as `net.isIP` knows it, without brackets; anything else is not public */
export function isPublicAddress(text: string): boolean {
  // A zone (after %) names a cable of this machine.
  if (isIP(text) === 0 || text.includes('%') || METADATA.has(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  if (address instanceof ipaddr.IPv4) return true
  const v6 = address as ipaddr.IPv6
  return v6.match(GLOBAL_UNICAST) && !SPECIAL_V6.some((range) => v6.match(range))
}

/** The ports browsers refuse (the Fetch standard, "bad port"): those of mail, shells and the like, where a request could be taken for a command. */
const BAD_PORTS = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 ' +
    '123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 ' +
    '993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
)

/** Names that mean this machine or this house, wherever they are looked up (RFC 6761, 6762, 8375, 9476 and custom). */
const LOCAL_NAME =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|example|alt|arpa)$/

/** The host of an address as a connection needs it: without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Host and port, the port always written: what an installation's list of allowed places is compared with. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}

/** What is wrong with an address whoever asks for it; null where nothing is. */
export function formRefusal(url: URL): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `Only http and https addresses can be fetched, and this one begins with “${url.protocol}”.`
  if (url.username !== '' || url.password !== '')
    return 'The address carries a user name or a password before its host. Take them out and try again.'
  return null
}

/**
 * Why an address may not be fetched, before anything is looked up or connected to; null where nothing speaks against
 * it. The URL parser has by then turned every spelling of an IPv4 address (decimal, octal, hex, full-width) into four
 * numbers. What a name resolves to is checked at the connection.
 *
 * @param bySocks whether a SOCKS proxy carries the request: only such a one can know where an onion address is
 */
export function hostRefusal(url: URL, bySocks = false): string | null {
  const form = formRefusal(url)
  if (form !== null) return form
  if (BAD_PORTS.has(url.port)) return `Port ${url.port} belongs to a service that is not the web.`
  const host = bareHost(url).replace(/\.+$/, '')
  if (isIP(host) !== 0)
    return isPublicAddress(host) ? null : `${host} is not a public address: it lies in a private or reserved network.`
  if (host === '' || !host.includes('.')) return `“${host}” is a name of a local network, not of a public site.`
  if (LOCAL_NAME.test(host)) return `“${host}” is a name of a local network, not of a public site.`
  if (/(^|\.)onion$/.test(host) && !bySocks)
    return `“${host}” is an onion address. It can be reached only through a SOCKS proxy (ATTEST_FETCH_PROXY).`
  return null
}
