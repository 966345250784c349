import { doiKey } from '@/lib/domain/source/doi.ts'
import { readIsbn } from '@/lib/domain/source/isbn.ts'
import { type Csl, type CslName, type PartialDate, parsePartialDate, SOURCE_TYPES } from '@/lib/domain/source/source.ts'
import { normalized } from '@/lib/domain/text/normalized.ts'
import { parseWebAddress } from '@/lib/domain/text/web-address.ts'
import { parseCsl } from '@/lib/schema/csl.ts'

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
  // Crossref's own types, which doi.org answers with instead of CSL's.
  'journal-article': 'article-journal',
  'proceedings-article': 'article-journal',
  'posted-content': 'article-journal',
  'peer-review': 'article-journal',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'chapter',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-set': 'book',
  proceedings: 'book',
  dissertation: 'report',
  'report-component': 'report',
  database: 'dataset',
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
 * Reads one CSL item that someone else made into the part that Attest keeps: the nearest type, dates that a calendar
 * has, addresses of the web alone, type setting of BibTeX taken out. `lost` names what was there and could not be kept.
 * @returns null where there is no title
 */
export function readItem(value: unknown): (BibliographyItem & { lost: string[] }) | null {
  const item = membersOf(value)
  const title = words(item.title)
  if (title === undefined) return null
  const lost: string[] = []
  const taken = <T>(name: string, given: unknown, read: T | null | undefined): T | undefined => {
    if (given !== undefined && given !== '' && (read === null || read === undefined)) lost.push(`its ${name}`)
    return read ?? undefined
  }
  const address = text(item.URL)
  const isbn = readIsbn(text(item.ISBN) ?? '') ?? readIsbn(text(item.ISSN) ?? '')
  const doi = taken('DOI', item.DOI, doiKey(text(item.DOI) ?? ''))
  const issued = taken('date', item.issued, readDate(item.issued))
  if (issued && (isRange(item.issued) || isShortened(item.issued, issued))) lost.push('the rest of its date')
  const accessed = readDate(item.accessed)
  const author = names(item.author)
  const editor = names(item.editor)
  const csl = {
    type: typeOf(text(item.type) ?? ''),
    title,
    author: author.length > 0 ? author : undefined,
    editor: editor.length > 0 ? editor : undefined,
    'container-title': words(item['container-title']),
    volume: words(item.volume),
    issue: words(item.issue),
    page: words(item.page),
    edition: words(item.edition),
    number: words(item.number),
    publisher: words(item.publisher),
    'publisher-place': words(item['publisher-place']),
    issued: issued && { 'date-parts': [issued] },
    accessed: accessed ? { 'date-parts': [accessed] } : undefined,
    URL: taken('web address', item.URL, parseWebAddress(address ?? '')),
    DOI: doi,
    ISBN: isbn ?? undefined,
    medium: words(item.medium),
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
  // TeX writes an accent over a dotless i: together they are the letter that has one.
  const dotted = plain?.replace(/ı(?=\p{M})/gu, 'i').replace(/ȷ(?=\p{M})/gu, 'j')
  return (dotted && normalized(dotted, 'NFC').replace(/\s+/gu, ' ').trim()) || undefined
}

/** The people and bodies of a list; "et al." and "others" are no one's name. */
function names(value: unknown): CslName[] {
  if (!Array.isArray(value)) return []
  return value
    .slice(0, AUTHORS_LIMIT)
    .flatMap((name) => readName(name))
    .filter((name) => !OTHERS.test(wholeName(name)))
}

const OTHERS = /^(?:and )?(?:others|et\.? al\.?|u\.\s?a\.|и др\.|і інш\.|та ін\.|i in\.)$/iu

const OF_A_BODY = /^(?:of|for|on|the|and|für|pour|para|per|dla|за|для)\s/u

function wholeName(name: CslName): string {
  return 'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')
}

/** One name; where several stand in one field, parted by three commas or more, each of them. */
function readName(value: unknown): CslName[] {
  const name = membersOf(value)
  // Crossref calls a group by its "name".
  const literal = words(name.literal) ?? words(name.name)
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .flatMap((part) => words(part) ?? [])
    .join(' ')
  const given = words(name.given)
  const listed = literal ?? [family, given].filter(Boolean).join(', ')
  const parts = listed.split(/\s*,\s*/u).filter((part) => part !== '')
  if (parts.length > 3 && parts.every((part) => /\s/u.test(part))) return parts.map((part) => ({ literal: part }))
  if (literal) return [{ literal }]
  // "Members of the Consortium" was read as a person called "of the Consortium".
  if (given && OF_A_BODY.test(family)) return [{ literal: `${given} ${family}` }]
  if (family === '') return given ? [{ literal: given }] : []
  return [given ? { family, given } : { literal: family }]
}

/** The first day of what may be a range; as much of it as a calendar has. */
function readDate(value: unknown): PartialDate | null {
  const parts = dateParts(value)[0]
  if (parts) {
    const [year = 0, ...rest] = parts.slice(0, 3).map((part) => Math.trunc(Number(part)))
    return possibleDate([String(year).padStart(4, '0'), ...rest.filter((part) => part > 0).map(String)])
  }
  const written = writtenDate(value)
  if (written === undefined) return null
  // EBSCO writes another date behind "//"; a time of day is no part of one.
  const plain = written
    .replace(/\/\/.*$/u, '')
    .replace(/T[\d:.Z+-]*$/u, '')
    .replace(/\/+$/u, '')
  const exact = parsePartialDate(plain)
  if (exact) return exact
  const first = /^\D{0,10}(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/u.exec(plain)
  return first ? possibleDate(first.slice(1).filter((part) => part !== undefined)) : null
}

/** As much of year, month and day as a calendar has: a season for a month leaves the year, the 30th of February the month. */
function possibleDate(parts: string[]): PartialDate | null {
  for (let length = parts.length; length > 0; length--) {
    const date = parsePartialDate(parts.slice(0, length).join('-'))
    if (date) return date
  }
  return null
}

function dateParts(value: unknown): unknown[][] {
  const parts: unknown = membersOf(value)['date-parts']
  return Array.isArray(parts) ? parts.filter((part): part is unknown[] => Array.isArray(part) && part.length > 0) : []
}

function writtenDate(value: unknown): string | undefined {
  const date = membersOf(value)
  return text(value) ?? text(date.raw) ?? text(date.literal)
}

/** Whether a date had more parts than a calendar has: a season, a 30th of February. */
function isShortened(value: unknown, read: PartialDate): boolean {
  const given = (dateParts(value)[0] ?? []).slice(0, 3).filter((part) => Number(part) > 0)
  return given.length > read.length
}

/** Whether a date goes on to another year: only its first is kept. */
function isRange(value: unknown): boolean {
  const [first, last] = dateParts(value)
  if (first && last) return Number(first[0]) !== Number(last[0])
  return /^\D{0,10}\d{4}\s*(?:--?|–|—|_|\/)\s*\d{4}\b/u.test(writtenDate(value) ?? '')
}

function languageOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const lower = name.toLowerCase()
  if (Object.hasOwn(LANGUAGES, lower)) return LANGUAGES[lower]
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(name) ? name : undefined
}
