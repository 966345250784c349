/** A base that no address in use has; what stays on it is a path of our own. */
const OWN = 'http://own.invalid'
/** Longest path that is followed, in UTF-16 units. */
const LIMIT = 2_000

/**
 * Where to go after signing in: only ever a path of this site. Anything that a browser may read as another site's
 * address leads to the desk: "//host" and its spellings (browsers drop tabs and line breaks, and take "\" for "/"), also
 * percent-encoded, because something on the way may decode once more; any scheme; a user name before a host.
 * @param asked as an address says it; of several, none is taken
 */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LIMIT || !asked.startsWith('/')) return '/'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
  if (/[\u0000-\u0020\u007f-\u009f\\\u2028\u2029\ufeff]/u.test(asked)) return '/'
  if (/^\/(?:\/|%(?:25)*(?:2f|5c|0[0-9a-f]|1[0-9a-f]|20|7f))/i.test(asked)) return '/'
  const url = URL.parse(asked, OWN)
  // "/.//host" is a path that becomes "//host" once its dots are taken out.
  if (!url || url.origin !== OWN || url.username || url.password || url.pathname.startsWith('//')) return '/'
  return asked
}

/** The same for an address as a whole, which may name this site. @param site its origin */
export function ownAddress(asked: string, site: string): string {
  const own = URL.parse(site)?.origin ?? ''
  const url = /^https?:\/\//i.test(asked) ? URL.parse(asked) : null
  if (url && (url.origin !== own || url.username || url.password)) return own
  const path = url ? `${url.pathname}${url.search}${url.hash}` : asked
  return `${own}${ownPath(path)}`
}
