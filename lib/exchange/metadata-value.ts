import { type CslName, type PartialDate, parsePartialDate } from '@/lib/domain/source'
import { tidy } from './readable-assembly'

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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as a page writes it: ISO 8601 with or without a time, "2023/02/27", RFC 822, "27 February 2023", "February 27,
 * 2023". The day is the one that was written, in the page's own time zone. Where day and month could be either, none.
 */
export function writtenDate(value: unknown): PartialDate | null {
  const text = plainValue(value, 60)
  if (!text) return null
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T.*)?$/.exec(text)
  if (compact) return parsePartialDate(compact.slice(1).join('-'))
  const iso = /^(\d{4}(?:[-/.]\d{1,2}){0,2})(?:[T ]\d.*|Z)?$/.exec(text)
  if (iso) return parsePartialDate(iso[1] ?? '')
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text)
  if (dayFirst) return spelled(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(text)
  return monthFirst ? spelled(monthFirst[3], monthFirst[1], monthFirst[2]) : null
}

const LONG = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'sept',
]

function spelled(year = '', month = '', day = ''): PartialDate | null {
  const name = month.toLowerCase()
  const at = MONTHS.indexOf(name.slice(0, 3))
  return at >= 0 && (name.length === 3 || LONG.includes(name)) ? parsePartialDate(`${year}-${at + 1}-${day}`) : null
}

/** A name as a page writes it; an address in its place is none. "Family, Given" is read so only where that is the custom. */
export function writtenName(value: unknown, familyFirst = false): CslName | null {
  const words = plainValue(value)
  if (!words || /^(https?:|www\.|@)/i.test(words) || !/\p{L}/u.test(words)) return null
  const [family, given, ...more] = familyFirst ? words.split(',').map((part) => part.trim()) : []
  return family && given && more.length === 0 ? { family, given } : { literal: words }
}

/** The DOI in an identifier or an address, without its resolver. */
export function findDoi(value: unknown): string | null {
  const text = plainValue(value)
  const found = /(?:^|doi:\s*|doi\.org\/)(10\.\d{4,9}\/[^\s"<>]+)/i.exec(text ?? '')?.[1]
  const doi = found?.replace(/[.,;]+$/, '') ?? null
  return doi?.endsWith(')') && !doi.includes('(') ? doi.slice(0, -1) : doi
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
