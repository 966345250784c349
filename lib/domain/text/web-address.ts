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

/**
 * One spelling for addresses that lead to the same document, to find a source that is already on the shelf: no scheme,
 * no tracking parameters, parameters sorted, no slash at the end, the address of the site itself for its mobile and AMP
 * pages and its other name, and of what was archived for an archived copy. A fragment that says which document a page
 * shows (`#/case/41`, `#{"itemid":…}`) is part of it; one that is a place in the page is not.
 * @param address as `parseWebAddress` gives it
 */
export function addressKey(address: string): string {
  return plainKey(siteAddress(new URL(address)))
}

/** The same, of this very address: mobile, AMP and archived pages are pages of their own. */
export function exactAddressKey(address: string): string {
  return plainKey(new URL(address))
}

function plainKey(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name))
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
  const host = url.host.replace(/^www\./, '')
  const state = namesDocument(url.hash) ? url.hash : ''
  return `${host}${url.pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}${state}`
}

/** Parameters that say where a reader came from, and nothing of the page: campaigns, advertisers, sharing buttons. */
const TRACKING = /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link\w*|format)|oly_\w+|guce_\w+)$/
const TRACKING_NAMES = new Set(
  `fbclid gclid dclid gclsrc gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id irclickid srsltid mc_cid mc_eid
  igsh igshid mkt_tok mibextid _ga _gl _hsenc _hsmi _openstat hsctatracking vero_id ref_src ref_url share_id rdt si spm
  cmpid ocid smid smtyp ncid guccounter sh_kit wt.mc_id wprov`.split(/\s+/),
)

function isTracking(name: string): boolean {
  return TRACKING_NAMES.has(name.toLowerCase()) || TRACKING.test(name.toLowerCase())
}

/** Parameters of a fragment that are a place in one document: a moment, a page, a highlighted passage. */
const PLACE = /^(?:t|start|end|page|zoom|view|xywh|nameddest|search|toolbar|navpanes|cite_\w+|utm_\w+)$/i

/** Whether a fragment says which document is shown: a route (`/`, `!`), JSON, or parameters that are no place in it. */
function namesDocument(hash: string): boolean {
  const fragment = hash.slice(1)
  if (fragment === '' || fragment.startsWith(':~:')) return false
  if (/^(?:[/!{[]|%7B|%5B)/i.test(fragment)) return fragment !== '/' && fragment !== '!'
  return [...new URLSearchParams(fragment)].some(([name, value]) => value !== '' && !PLACE.test(name))
}

/** How often an address is looked for in another: an archived copy of an AMP cache's copy is two deep. */
const UNWRAPPED = 3

/** The address a page has on its own site, for an archived, cached, mobile or AMP copy of it, or its site's other name. */
function siteAddress(address: URL): URL {
  let url = address
  for (let depth = 0; depth < UNWRAPPED; depth++) {
    const inner = archivedAddress(url) ?? cachedAddress(url)
    if (!inner) break
    url = inner
  }
  return otherName(withoutAmp(desktop(url)))
}

const ARCHIVE = /^(?:web\.archive\.org|archive\.(?:today|ph|is|li|vn|fo|md)|wayback\.archive-it\.org|arquivo\.pt)$/

/** What an archived copy is a copy of; null where the address does not say. */
function archivedAddress({ hostname, href, origin }: URL): URL | null {
  if (!ARCHIVE.test(hostname.replace(/^www\./, ''))) return null
  const copied = /^\/(?:[a-z0-9]+\/)?[\d.:*-]{4,20}(?:[a-z]{2}_)?\/(https?:\/{1,2}\S+)$/i.exec(
    href.slice(origin.length),
  )?.[1]
  return copied === undefined ? null : webUrl(copied.replace(/^(https?:)\/+/i, '$1//'))
}

/** What a copy in an AMP cache is a copy of. */
function cachedAddress({ hostname, pathname, search }: URL): URL | null {
  const cached = hostname.endsWith('.cdn.ampproject.org')
    ? /^\/[a-z]\/(s\/)?(.+)$/.exec(pathname)
    : /^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname)
      ? /^\/amp\/(s\/)?(.+\..+)$/.exec(pathname)
      : null
  return cached ? webUrl(`${cached[1] ? 'https' : 'http'}://${cached[2]}${search}`) : null
}

function webUrl(text: string): URL | null {
  const read = parseWebAddress(text)
  return read === null ? null : new URL(read)
}

/** "m.", "mobile." and "amp." before a site's name, and Wikipedia's ".m." in it, are its pages for telephones. */
function desktop(url: URL): URL {
  const name = url.hostname
    .replace(/^(?:www\.)?(?:m|mobile|amp|touch|mbasic)\.(?=[^.]+\.[^.]+)/, '')
    .replace(/^([a-z-]{2,12})\.m\.(?=wiki\w*\.org$)/, '$1.')
  return changed(url, (copy) => {
    copy.hostname = name
  })
}

/** A page's AMP twin has "amp" at the end of its path, before it, or as a parameter. */
function withoutAmp(url: URL): URL {
  return changed(url, (copy) => {
    const path = copy.pathname.replace(/\/amp\/?$|\.amp(?=\.html?$|$)/i, '').replace(/^\/amp(?=\/.)/i, '')
    if (path !== '' && path !== '/') copy.pathname = path
    for (const [name, value] of [...copy.searchParams])
      if (/^(?:amp|isamp)$/i.test(name) || (/^outputtype$/i.test(name) && /^amp$/i.test(value)))
        copy.searchParams.delete(name)
  })
}

type Site = { host: RegExp; key: (url: URL) => string | null }

/** Sites that have several names, or several addresses for one post. */
const SITES: Site[] = [
  {
    host: /^(?:twitter|x|fxtwitter|vxtwitter|fixupx)\.com$/,
    // Of a post its address says all; a search is what is asked for.
    key: ({ pathname, search }) =>
      `https://x.com${/^\/(?:i\/web|[^/]+)\/status\/\d+/.exec(pathname)?.[0]?.toLowerCase() ?? pathname.toLowerCase() + search}`,
  },
  {
    host: /^(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/,
    key: ({ hostname, pathname, searchParams }) => {
      const id =
        hostname === 'youtu.be'
          ? pathname.slice(1)
          : (searchParams.get('v') ?? /^\/(?:embed|shorts|live|v)\/([\w-]+)/.exec(pathname)?.[1])
      return id ? `https://youtube.com/watch?v=${encodeURIComponent(id)}` : null
    },
  },
  {
    host: /^(?:t|telegram)\.me$/,
    key: ({ pathname, searchParams }) => {
      const comment = searchParams.get('comment')
      return `https://t.me${pathname.replace(/^\/s\//, '/')}${comment ? `?comment=${encodeURIComponent(comment)}` : ''}`
    },
  },
  { host: /^(?:old|new|np|i)\.reddit\.com$/, key: ({ pathname, search }) => `https://reddit.com${pathname}${search}` },
  {
    host: /^(?:web|business)\.facebook\.com$/,
    key: ({ pathname, search }) => `https://facebook.com${pathname}${search}`,
  },
]

function otherName(url: URL): URL {
  const name = url.hostname.replace(/^www\./, '')
  const key = SITES.find(({ host }) => host.test(name))?.key(
    changed(url, (copy) => {
      copy.hostname = name
    }),
  )
  return key ? new URL(key) : url
}

function changed(url: URL, change: (copy: URL) => void): URL {
  const copy = new URL(url.href)
  change(copy)
  return copy
}

/** Names of hosts end in a country's or another known kind of letters; a full stop without a space behind it is no host. */
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:[a-z]{2,24}|[A-Z]{2,24}|xn--[a-z0-9-]+|бел|рф|укр|бг|срб|мон|қаз|ею|москва|рус)(?::\d{1,5})?(?:[/?#]\S*)?$/u

const FILE = /^[^/?#]*\.(?:pdf|docx?|odt|rtf|txt|md|html?|xml|jpe?g|png|gif|webp|csv|xlsx?|zip|json|bib|ris|mp[34])$/iu

/** A web address, also one typed without "https://"; null where it is none. */
export function readWebAddress(typed: string): string | null {
  const isBareHost = HOST.test(typed) && !FILE.test(typed)
  return parseWebAddress(isBareHost ? `https://${typed}` : typed)
}
