/** What the paths of front pages are made of: names of such pages, and codes of languages. */
const FRONT =
  /^(?:index(?:\.\w{1,5})?|default(?:\.\w{1,5})?|home(?:\.\w{1,5})?|main|start|[a-z]{2}(?:[-_][a-z]{2})?)$/iu

/**
 * Whether an address led to the front page of its own site instead of to its page: what sites do with pages that they
 * have taken away. Another host may be where a short address meant to lead.
 */
export function ledToFrontPage(asked: string, arrived: string): boolean {
  const [from, to] = [URL.parse(asked), URL.parse(arrived)]
  if (!from || !to || hostOf(from) !== hostOf(to)) return false
  return !isFront(from) && isFront(to)
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^www\./u, '')
}

function isFront({ pathname, search }: URL): boolean {
  const parts = pathname.split('/').filter((part) => part !== '')
  return parts.every((part) => FRONT.test(part)) && search === ''
}
