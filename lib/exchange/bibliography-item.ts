import { doiKey } from '@/lib/domain/doi'
import { readIsbn } from '@/lib/domain/isbn'
import { type Csl, type CslName, type PartialDate, parsePartialDate, SOURCE_TYPES } from '@/lib/domain/source'
import { parseWebAddress } from '@/lib/domain/web-address'
import { parseCsl } from '@/lib/schema/csl'

/** Types of CSL that Attest has no own word for, as the nearest it has; any other is a document. */
const TYPES: Record<string, string> = {
  article: 'article-journal',
  'paper-conference': 'article-journal',
  review: 'article-journal',
  'review-book': 'article-journal',
  thesis: 'report',
  standard: 'report',
  'post-weblog': 'webpage',
  entry: 'chapter',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  classic: 'book',
  bill: 'legislation',
  regulation: 'legislation',
  treaty: 'legislation',
  speech: 'broadcast',
}

const LANGUAGES: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  british: 'en-GB',
  russian: 'ru',
  ukrainian: 'uk',
  belarusian: 'be',
  polish: 'pl',
  german: 'de',
  ngerman: 'de',
  french: 'fr',
  lithuanian: 'lt',
  latvian: 'lv',
}

/** The longest title, name or other field taken over, in UTF-16 units. */
const FIELD_LIMIT = 2_000
const AUTHORS_LIMIT = 200

export type BibliographyItem = { csl: Csl; doi: string | null; isbn: string | null }

/**
 * Reads one CSL item that somebody else made into the part that Attest keeps: the nearest type, dates that a calendar
 * has, addresses of the web alone, type setting of BibTeX taken out. `lost` names what was there and could not be kept.
 * @returns null where there is no title
 */
export function readItem(value: unknown): (BibliographyItem & { lost: string[] }) | null {
  const item = membersOf(value)
  const title = words(item.title)
  if (title === undefined) return null
  const lost: string[] = []
  const taken = <T>(name: string, given: unknown, read: T | null | undefined): T | undefined => {
    if (given !== undefined && given !== '' && (read === null || read === undefined)) lost.push(name)
    return read ?? undefined
  }
  const address = text(item.URL)
  const isbn = readIsbn(text(item.ISBN) ?? '') ?? readIsbn(text(item.ISSN) ?? '')
  const doi = taken('DOI', item.DOI, doiKey(text(item.DOI) ?? ''))
  const issued = taken('date', item.issued, readDate(item.issued))
  const author = Array.isArray(item.author)
    ? item.author.slice(0, AUTHORS_LIMIT).flatMap((name) => readName(name) ?? [])
    : []
  const csl = {
    type: typeOf(text(item.type) ?? ''),
    title,
    author: author.length > 0 ? author : undefined,
    'container-title': words(item['container-title']),
    publisher: words(item.publisher),
    issued: issued && { 'date-parts': [issued] },
    URL: taken('web address', item.URL, parseWebAddress(address ?? '')),
    DOI: doi,
    ISBN: isbn ?? undefined,
    language: languageOf(text(item.language)),
  }
  return { csl: parseCsl(csl), doi: doi ?? null, isbn, lost }
}

/** Own members alone: what a file puts into a prototype is not asked. */
function membersOf(value: unknown): Record<string, unknown> {
  const own = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.assign(Object.create(null), Object.fromEntries(own.filter(([key]) => key !== '__proto__')))
}

function typeOf(type: string): string {
  if (Object.hasOwn(SOURCE_TYPES, type)) return type
  return Object.hasOwn(TYPES, type) ? (TYPES[type] ?? 'document') : 'document'
}

/** A string, or the first of several; a number as it is written. */
function text(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'number') return String(first)
  if (typeof first !== 'string') return undefined
  return first.trim().slice(0, FIELD_LIMIT) || undefined
}

/** The same without the tags that stand for italics and the like in CSL. */
function words(value: unknown): string | undefined {
  const plain = text(value)?.replace(
    /<\/?(?:i|b|sup|sub|sc)>|<span(?: class="nocase"| style="[^"<>]*")>|<\/span>/gu,
    '',
  )
  return plain?.replace(/\s+/gu, ' ').trim() || undefined
}

function readName(value: unknown): CslName | null {
  const name = membersOf(value)
  const literal = words(name.literal)
  if (literal) return { literal }
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .flatMap((part) => words(part) ?? [])
    .join(' ')
  const given = words(name.given)
  if (family === '') return given ? { literal: given } : null
  return given ? { family, given } : { literal: family }
}

/** The first day of what may be a range; as much of it as a calendar has. */
function readDate(value: unknown): PartialDate | null {
  const date = membersOf(value)
  const parts: unknown = Array.isArray(date['date-parts']) ? date['date-parts'][0] : undefined
  if (Array.isArray(parts) && parts.length > 0) {
    const [year = 0, ...rest] = parts.slice(0, 3).map((part: unknown) => Math.trunc(Number(part)))
    return parsePartialDate([String(year).padStart(4, '0'), ...rest.filter((part) => part > 0)].join('-'))
  }
  const written = text(value) ?? text(date.raw) ?? text(date.literal)
  return written === undefined ? null : parsePartialDate(written.replace(/T[\d:.Z+-]*$/u, '').replace(/\/+$/u, ''))
}

function languageOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const lower = name.toLowerCase()
  if (Object.hasOwn(LANGUAGES, lower)) return LANGUAGES[lower]
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(name) ? name : undefined
}
