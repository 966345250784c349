/** What may follow a title where a page puts its site's name, or goes before it. */
const BORDER = /^\s*[|\-–—·•:»«/]\s*/u

/**
 * The title that most of a page's own accounts of it agree on: `<title>`, the heading, Open Graph, JSON-LD. Each may be
 * wrong: a headline may be a description, a name that of the site. One is confirmed by each other that is the same words,
 * or those with a site's name behind a bar. Of equal ones the first; alone, the first that is there.
 * @param candidates in the order in which they are believed
 */
export function agreedTitle(candidates: readonly (string | null)[]): string | null {
  const said = candidates.filter((title): title is string => title !== null)
  let best: { title: string; agree: number } | null = null
  for (const title of said) {
    const agree = said.filter((other) => other.length >= title.length && agrees(title, other)).length
    if (!best || agree > best.agree) best = { title, agree }
  }
  return best?.title ?? null
}

/** Whether two titles are of one thing. */
export function agrees(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === '') return false
  if (short === long) return true
  return (
    (long.startsWith(short) && BORDER.test(long.slice(short.length))) ||
    (long.endsWith(short) && BORDER.test([...long.slice(0, -short.length)].reverse().join('')))
  )
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[“”„«»"]/gu, '"')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
}

/** "Headline | The Paper" is the headline, where the page says that "The Paper" is the site. */
export function withoutSite(title: string, site: string | null): string {
  if (!site || !title.endsWith(site)) return title
  const rest = title.slice(0, -site.length).trimEnd()
  const kept = rest.replace(/\s*[|\-–—·•:»]$/u, '').trim()
  return kept !== '' && kept !== rest ? kept : title
}
