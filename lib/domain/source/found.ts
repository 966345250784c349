import { REDACTED } from '../desk/redaction.ts'
import { FILLED_FIELDS, type FilledField, memberOf } from './fill.ts'
import { formOf } from './form.ts'
import type { Csl } from './source.ts'

/** Where a machine found what it says of a source, the most trusted first. */
export const FOUND_PLACES = ['doi', 'isbn', 'citation', 'json_ld', 'open_graph', 'dublin_core', 'html', 'file'] as const
export type FoundPlace = (typeof FOUND_PLACES)[number]

export const FOUND_PLACE_LABEL: Record<FoundPlace, string> = {
  doi: 'DOI register',
  isbn: 'Register of books',
  citation: 'Citation tags',
  json_ld: 'JSON-LD',
  open_graph: 'Open Graph',
  dublin_core: 'Dublin Core',
  html: 'Page itself',
  file: 'File',
}

/** What one place says of one field, as the form of a source shows it. */
export type FoundValue = { field: FilledField; from: FoundPlace; value: string }

/** UTF-16 units: longer than any title or list of authors that a form shows in a glance. */
const LONGEST = 600
/** All places for all fields, twice. */
export const MOST_FOUND = 150

/** What one place says, field by field. What is too long to be compared in a glance is left out. */
export function foundIn(from: FoundPlace, csl: Partial<Csl>): FoundValue[] {
  const form = formOf({ type: 'webpage', title: '', ...csl })
  return FILLED_FIELDS.flatMap((field): FoundValue[] => {
    const value = field === 'type' || csl[memberOf(field)] === undefined ? '' : form[field].trim()
    return value === '' || value.length > LONGEST ? [] : [{ field, from, value }]
  })
}

/** What was found before, with what was found now in its place, field by field: of one, a place says one thing. */
export function mergeFound(before: readonly FoundValue[], now: readonly FoundValue[]): FoundValue[] {
  const keyOf = ({ field, from }: FoundValue) => `${field} ${from}`
  const all = new Map([...before, ...now].map((one) => [keyOf(one), one]))
  // What was redacted is not there to be compared.
  for (const [key, { value }] of all) if (value === REDACTED) all.delete(key)
  return [...all.values()]
    .toSorted(
      (a, b) =>
        FILLED_FIELDS.indexOf(a.field) - FILLED_FIELDS.indexOf(b.field) ||
        FOUND_PLACES.indexOf(a.from) - FOUND_PLACES.indexOf(b.from),
    )
    .slice(0, MOST_FOUND)
}

/** One thing that was found of a field, and by whom it is said; `chosen`: the record says it. */
export type FoundChoice = { value: string; places: FoundPlace[]; chosen: boolean }

/**
 * What was found of a field side by side, what the record says first; empty where no machine found anything. Places that
 * say the same, but for white space and case, are named together.
 */
export function foundChoices(found: readonly FoundValue[], field: FilledField, recorded: string): FoundChoice[] {
  const own = found.filter((one) => one.field === field)
  if (own.length === 0) return []
  const choices: FoundChoice[] = [{ value: recorded, places: [], chosen: true }]
  for (const { from, value } of own) {
    const same = choices.find((one) => alike(one.value, value))
    if (same) same.places.push(from)
    else choices.push({ value, places: [from], chosen: false })
  }
  return choices
}

function alike(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(one) === plain(other)
}

/** What is left where a field of the record (a member of its CSL-JSON) was redacted: that something was found, and where. */
export function foundWithout(found: readonly FoundValue[], member: string): FoundValue[] {
  return found.map((one) => (memberOf(one.field) === member ? { ...one, value: REDACTED } : one))
}
