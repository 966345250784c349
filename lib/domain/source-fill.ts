import type { Csl } from './source'

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

/** A record, and the fields of it that nobody has accepted yet. */
export type Unaccepted = { csl: Csl; unconfirmed: string[] }

/**
 * Fills a record from what a page or a register says of itself. What a person wrote or accepted stays as it is; only
 * empty fields, and those a machine filled before, are filled, and all of them wait to be accepted.
 * @returns null where nothing changes
 */
export function fillRecord(record: Unaccepted, found: Partial<Csl>): Unaccepted | null {
  const csl: Csl = { ...record.csl }
  const waiting = new Set(record.unconfirmed)
  let changed = false
  for (const field of FILLED_FIELDS) {
    const member = FIELDS[field]
    const value = found[member]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (csl[member] !== undefined && !waiting.has(field)) continue
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
