import type { Authority } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { askCapture } from '@/lib/data/snapshot/capture.ts'
import { likelyDuplicates } from '@/lib/data/source/duplicate.ts'
import { addSource, type NewSource } from '@/lib/data/source/source.ts'
import { readEntry } from '@/lib/domain/source/entry.ts'
import { filledFields, stubTitle } from '@/lib/domain/source/fill.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { bibliographyApart } from '@/lib/exchange/reading/reading.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Imported, Pasted } from '@/lib/view/shelf.ts'

/** `here`: whoever adds it fetches it at once, and not the queue. */
type Asked = { commandId?: string | undefined; here?: boolean }

/** What a machine found is graded by no one yet. */
const UNGRADED = { reliability: null, gradeReason: '' } as const

/**
 * Takes in what someone pasted. An address, a DOI or an ISBN is on the shelf at once, and the rest fills itself when it
 * is fetched; a record comes with its fields. What looks like something on the shelf is offered instead, unless the
 * person has seen that (`anyway`).
 */
export async function addPasted(
  db: Db,
  authority: Authority,
  given: { text: string; anyway: boolean } & Asked,
): Promise<Pasted> {
  const entry = readEntry(given.text)
  if (entry.kind === 'words') return { outcome: 'words', text: entry.text }
  if (entry.kind === 'url') {
    return take(db, authority, stub({ type: 'webpage', URL: entry.url }), given, true)
  }
  if (entry.kind === 'doi') return take(db, authority, stub({ type: 'article-journal', DOI: entry.doi }), given, true)
  if (entry.kind === 'isbn') return take(db, authority, stub({ type: 'book', ISBN: entry.isbn }), given, true)
  return takeRecord(db, authority, entry, given)
}

async function takeRecord(
  db: Db,
  authority: Authority,
  entry: { kind: 'bibtex' | 'ris' | 'csl'; text: string },
  given: { anyway: boolean } & Asked,
): Promise<Pasted> {
  const { items, problems } = await bibliographyApart(entry.text, entry.kind)
  const [only] = items
  if (!only) throw new AppError('invalid', problems[0] ?? 'No record could be read in this. Nothing was added.')
  if (items.length > 1) {
    const titles = items.slice(0, 20).map(({ csl }) => csl.title)
    return { outcome: 'bibliography', count: items.length, problems, titles }
  }
  const taken = await take(db, authority, withKeys(only), given, only.csl.URL !== undefined)
  return taken.outcome === 'added' && problems.length > 0 ? { ...taken, problems } : taken
}

async function take(
  db: Db,
  authority: Authority,
  csl: Csl,
  { anyway, commandId, here = false }: { anyway: boolean } & Asked,
  fetchable: boolean,
): Promise<Pasted> {
  const duplicates = anyway ? [] : await likelyDuplicates(db, authority, csl)
  if (duplicates.length > 0) return { outcome: 'likely_there', duplicates }
  const { id, existing } = await addSource(db, authority, unconfirmed(csl), { commandId, anyway })
  const captureId = fetchable && !existing ? (await askCapture(db, authority, { sourceId: id, here })).captureId : null
  return { outcome: 'added', sourceId: id, existing, captureId }
}

/** A source of which nothing is known yet but its address or its number. */
function stub(csl: Omit<Csl, 'title'>): Csl {
  return { ...csl, title: stubTitle(csl) ?? 'A source' }
}

function unconfirmed(csl: Csl): NewSource {
  return { csl, ...UNGRADED, unconfirmed: filledFields(csl) }
}

function withKeys({ csl, doi, isbn }: { csl: Csl; doi: string | null; isbn: string | null }): Csl {
  return { ...csl, ...(doi && { DOI: doi }), ...(isbn && { ISBN: isbn }) }
}

/**
 * Takes in a whole bibliography, entry by entry: one that is on the shelf already, or cannot be read, does not hold up
 * the others. Nothing is fetched for it: a page at a time is asked for where it is needed.
 */
export async function importBibliography(
  db: Db,
  authority: Authority,
  given: { text: string } & Asked,
): Promise<Imported> {
  const entry = readEntry(given.text)
  if (entry.kind !== 'bibtex' && entry.kind !== 'ris' && entry.kind !== 'csl')
    throw new AppError('invalid', 'This is not a bibliography: BibTeX, RIS and CSL-JSON are read. Nothing was added.')
  const { items, problems } = await bibliographyApart(entry.text, entry.kind)
  let added = 0
  for (const item of items) {
    const shelved = await addSource(db, authority, unconfirmed(withKeys(item)))
    if (!shelved.existing) added += 1
  }
  return { added, existing: items.length - added, problems }
}
