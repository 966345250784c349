import type { Authority } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { recordOf, recordSelect } from '@/lib/data/source/record.ts'
import { amendSource } from '@/lib/data/source/source.ts'
import { readEntry } from '@/lib/domain/source/entry.ts'
import { fillRecord } from '@/lib/domain/source/fill.ts'
import { foundIn } from '@/lib/domain/source/found.ts'
import type { Csl, PartialDate } from '@/lib/domain/source/source.ts'
import { parsePartialDate } from '@/lib/domain/source/source.ts'
import { bibliographyApart } from '@/lib/exchange/reading/reading.ts'
import { FetchFailed } from '@/lib/platform/fetch/failed.ts'
import { fetchPublic } from '@/lib/platform/fetch/fetch.ts'
import type { CaptureTools } from './tools.ts'

/** The DOI that an address of the DOI system is of; null for any other address. */
export function doiOf(url: string): string | null {
  const entry = readEntry(url)
  return entry.kind === 'doi' ? entry.doi : null
}

/**
 * Where the DOI system leads from. Each part of the DOI is one part of the address: nothing in it can leave the path of
 * the resolver, ask it something else, or be another host. Null for a DOI that would.
 */
export function landingPage(tools: CaptureTools, doi: string): string | null {
  const parts = doi.split('/')
  // "." and ".." go up, however they are written.
  if (parts.some((part) => /^(?:\.|%2e){1,2}$/iu.test(part))) return null
  return `${tools.registers.doi}/${parts.map(encodeURIComponent).join('/')}`
}

/** What the DOI system says of a thing; nothing where it is silent. */
export async function foundByDoi(tools: CaptureTools, doi: string): Promise<Partial<Csl>> {
  // Content negotiation, as the registration agencies document it for CSL-JSON.
  const page = landingPage(tools, doi)
  if (page === null) return {}
  const text = await askRegister(tools, page, 'application/vnd.citationstyles.csl+json')
  if (text === null) return {}
  const { items } = await bibliographyApart(text, 'csl')
  const { URL: _, ...csl } = items[0]?.csl ?? {}
  return csl
}

/** Fills a book's record from a register of ISBNs. There is no page of it to keep. */
export async function foundByIsbn(db: Db, tools: CaptureTools, authority: Authority, sourceId: string, isbn: string) {
  const key = `ISBN:${isbn}`
  const query = new URLSearchParams({ bibkeys: key, format: 'json', jscmd: 'data' })
  const text = await askRegister(tools, `${tools.registers.isbn}/api/books?${query}`, 'application/json')
  const found = text === null ? null : readBook(text, key)
  if (!found)
    return {
      outcome: 'failed' as const,
      lost: 0,
      words: 'The register of books knows nothing of this ISBN, or did not answer. Fill the record by hand.',
    }
  const row = await db.source.findFirst({
    where: { id: sourceId, workspaceId: authority.workspaceId },
    select: recordSelect(),
  })
  const filled = row && fillRecord(recordOf(row), found)
  const said = foundIn('isbn', found)
  if (filled) await amendSource(db, authority, { sourceId, ...filled, found: said, at: tools.now() })
  return {
    outcome: 'filled' as const,
    lost: 0,
    words:
      'The register of books filled the record. There is no page of a book to keep: drop a file of it, where you have one.',
  }
}

async function askRegister(tools: CaptureTools, url: string, accept: string): Promise<string | null> {
  try {
    const { status, body } = await fetchPublic(url, tools.settings, { accept })
    return status === 200 ? new TextDecoder().decode(body) : null
  } catch (error) {
    if (error instanceof FetchFailed) return null
    throw error
  }
}

type Named = { name?: unknown }

/** A book as Open Library's books API tells it; what is not as documented is left out. */
function readBook(text: string, key: string): Partial<Csl> | null {
  let book: Record<string, unknown> | undefined
  try {
    book = (JSON.parse(text) as Record<string, Record<string, unknown>>)[key]
  } catch {
    return null
  }
  if (!book || typeof book.title !== 'string') return null
  const names = (value: unknown) =>
    (Array.isArray(value) ? (value as Named[]) : []).flatMap(({ name }) =>
      typeof name === 'string' ? [name.slice(0, 300)] : [],
    )
  const title = [book.title, book.subtitle]
    .filter((part) => typeof part === 'string')
    .join(': ')
    .slice(0, 500)
  const author = names(book.authors)
    .slice(0, 50)
    .map((literal) => ({ literal }))
  const publisher = names(book.publishers)[0]
  const issued = yearOf(book.publish_date)
  return {
    type: 'book',
    title,
    ...(author.length > 0 && { author }),
    ...(publisher && { publisher }),
    ...(issued && { issued: { 'date-parts': [issued] as [PartialDate] } }),
  }
}

/** The register writes dates as it likes ("March 2009", "2009"): only what is plainly a date, or a lone year, is taken. */
function yearOf(value: unknown): PartialDate | null {
  if (typeof value !== 'string') return null
  const whole = parsePartialDate(value)
  if (whole) return whole
  const years = value.match(/\b(1[5-9]|20)\d\d\b/g)
  return years?.length === 1 ? [Number(years[0])] : null
}
