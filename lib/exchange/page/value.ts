import type { CslName } from '@/lib/domain/source/source.ts'
import { tidy } from './readable-assembly.ts'

/** Plain words of a value a page gave: entities that were escaped twice and tags go, white space is tidied, long ones are cut. */
export function plainValue(value: unknown, limit = 300): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const plain = decodeEntities(String(value).slice(0, 10_000)).replace(/<\/?[a-z!][^<>]{0,500}>/gi, ' ')
  const words = tidy(plain.replace(LONE_HALF, ''))
  return words.slice(0, limit).replace(LONE_HALF, '').trim() || null
}

/** Half of a letter that UTF-16 writes as two. */
const LONE_HALF = /\p{Surrogate}/gu

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  laquo: '«',
  raquo: '»',
  hellip: '…',
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

/** A name as a page writes it; an address in its place is none. "Family, Given" is read so only where that is the custom. */
export function writtenName(value: unknown, familyFirst = false): CslName | null {
  const words = plainValue(value)
  if (!words || /^(https?:|www\.|@)/i.test(words) || !/\p{L}/u.test(words)) return null
  const [family, given, ...more] = familyFirst
    ? words
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : []
  return family && given && more.length === 0 ? { family, given } : { literal: words.replace(/[\s,;]+$/u, '') }
}

/**
 * The DOI in an identifier or an address, without its resolver. Older ones hold angle brackets (SICI, ANSI/NISO Z39.56):
 * those are whole, or none, since all papers of a volume begin alike.
 */
export function findDoi(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = decodeEntities(value.slice(0, 2_000)).trim()
  const found = /(?:^|doi:\s*|doi\.org\/|[\s(])(10\.\d{4,9}\/[^\s"]+)/i.exec(text)?.[1]
  if (found === undefined) return null
  const sici = /^[^<>]+<[^<>]+>[^<>\s]*[\da-z]$/i.exec(found)?.[0]
  if (sici) return sici
  const doi = found.replace(/[<>].*$/, '').replace(/[.,;]+$/, '')
  // Cut short at a bracket, a number of this kind is another paper's, or no one's.
  if (/[<>]/.test(found) && /\(\d{4,8}\)/.test(doi)) return null
  return doi.endsWith(')') && !doi.includes('(') ? doi.slice(0, -1) : doi
}

/** An ISBN of 10 or 13 signs whose check digit is right, without hyphens. */
export function findIsbn(value: unknown): string | null {
  const isbn =
    plainValue(value)
      ?.replace(/^(urn:)?isbn[:\s]*/i, '')
      .replace(/[\s-]/g, '')
      .toUpperCase() ?? ''
  if (!/^(\d{9}[\dX]|97[89]\d{10})$/.test(isbn)) return null
  const digits = [...isbn].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  const sum = digits.reduce((all, digit, at) => all + digit * (isbn.length === 10 ? 10 - at : at % 2 ? 3 : 1), 0)
  return sum % (isbn.length === 10 ? 11 : 10) === 0 ? isbn : null
}
