import { normalized } from './normalized.ts'

/** Letters that NFKD leaves whole and that Latin-script titles use. */
const PLAIN: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' }

const SLUG_LIMIT = 80
const SLUG = /^[a-z0-9]{1,80}(-[a-z0-9]{1,80})*$/

/**
 * A title as a piece of a web address: small Latin letters and digits, joined by single hyphens, at most 80 long.
 * Scripts without a plain Latin form give none of their letters; a title that leaves nothing is "article".
 */
export function slugOf(title: string): string {
  const plain = normalized(title, 'NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => PLAIN[letter] ?? '-')
  const joined = plain.replace(/-+/g, '-').replace(/^-|-$/g, '').slice(0, SLUG_LIMIT).replace(/-$/, '')
  return joined === '' ? 'article' : joined
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`
}

/** Whether a text, from an address bar say, could be a slug at all. */
export function isSlug(text: string): boolean {
  return text.length <= 2 * SLUG_LIMIT && SLUG.test(text)
}
