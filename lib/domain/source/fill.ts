import type { Csl } from './source.ts'

/** The fields of a source's form that a machine may fill, with the members of the record each stands for. */
const FIELDS = {
  type: 'type',
  title: 'title',
  authors: 'author',
  container: 'container-title',
  publisher: 'publisher',
  date: 'issued',
  language: 'language',
  doi: 'DOI',
  isbn: 'ISBN',
} as const satisfies Record<string, keyof Csl>
export type FilledField = keyof typeof FIELDS

export const FILLED_FIELDS = Object.keys(FIELDS) as FilledField[]

export const FIELD_LABEL: Record<FilledField, string> = {
  type: 'kind',
  title: 'title',
  authors: 'authors',
  container: 'publication',
  publisher: 'publisher',
  date: 'date',
  language: 'language',
  doi: 'DOI',
  isbn: 'ISBN',
}

/** The member of a record that a field of the form stands for. */
export function memberOf(field: FilledField) {
  return FIELDS[field]
}

/** A record, and the fields of it that no one has accepted yet. */
export type Unaccepted = { csl: Csl; unconfirmed: string[] }

/** What a source is called while nothing is known of it but the name of a file. */
export function fileTitle(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '') || fileName
}

/** What a source is called while nothing is known of it but where it is, or its number. */
export function stubTitle({ URL: url, DOI: doi, ISBN: isbn }: Pick<Csl, 'URL' | 'DOI' | 'ISBN'>): string | null {
  if (url !== undefined)
    return url
      .replace(/^https?:\/\/(www\.)?/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .slice(0, 500)
  if (doi !== undefined) return `DOI ${doi}`
  return isbn === undefined ? null : `ISBN ${isbn}`
}

/**
 * Fills a record from what a page or a register says of itself. What a person wrote or accepted stays as it is, and so
 * does what came with a record that was pasted, though it waits: only empty fields are filled, and, while the source has
 * no title but its address or number, those that wait. All that is filled waits to be accepted.
 * @param isStub whether nothing is known of the source yet but where it is
 * @returns null where nothing changes
 */
export function fillRecord(
  record: Unaccepted,
  found: Partial<Csl>,
  isStub = record.csl.title === stubTitle(record.csl),
): Unaccepted | null {
  const csl: Csl = { ...record.csl }
  const waiting = new Set(record.unconfirmed)
  let changed = false
  for (const field of FILLED_FIELDS) {
    const member = FIELDS[field]
    const value = found[member]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (csl[member] !== undefined && !(isStub && waiting.has(field))) continue
    if (JSON.stringify(csl[member]) === JSON.stringify(value)) continue
    Object.assign(csl, { [member]: value })
    waiting.add(field)
    changed = true
  }
  return changed ? { csl, unconfirmed: FILLED_FIELDS.filter((field) => waiting.has(field)) } : null
}

/** The fields of a record that hold something: all of them wait, where a machine made the whole of it. */
export function filledFields(csl: Csl): FilledField[] {
  return FILLED_FIELDS.filter((field) => csl[FIELDS[field]] !== undefined)
}
