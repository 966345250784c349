import { authorWords, type Csl, partialDateIso, type SourceType } from './source.ts'

/** The fields of a source's record that are typed as text. */
export const TEXT_FIELDS = [
  'title',
  'authors',
  'container',
  'publisher',
  'date',
  'url',
  'doi',
  'isbn',
  'medium',
  'language',
  'editors',
  'volume',
  'issue',
  'pages',
  'edition',
  'number',
  'place',
] as const
export type TextField = (typeof TEXT_FIELDS)[number]

const USUAL: TextField[] = ['title', 'authors', 'container', 'publisher', 'date', 'language', 'url']

/** What matters first of each kind; the other fields wait behind "More fields". */
const FIRST: Partial<Record<SourceType, TextField[]>> = {
  interview: ['title', 'authors', 'date', 'medium'],
  personal_communication: ['title', 'authors', 'date', 'medium'],
  document: ['title', 'authors', 'publisher', 'date'],
  broadcast: ['title', 'container', 'publisher', 'date', 'url'],
  motion_picture: ['title', 'authors', 'container', 'date', 'url'],
  dataset: ['title', 'authors', 'publisher', 'date', 'doi', 'url'],
  'article-journal': ['title', 'authors', 'container', 'volume', 'issue', 'pages', 'date', 'doi', 'url'],
  book: ['title', 'authors', 'publisher', 'date', 'isbn'],
  chapter: ['title', 'authors', 'container', 'editors', 'pages', 'publisher', 'date', 'isbn'],
  legal_case: ['title', 'container', 'number', 'date', 'url'],
}

/**
 * The fields of the form, those that matter first apart from the rest.
 * @param held fields that must be in sight, whatever the kind: they hold something, or are wrong
 */
export function formFields(
  type: SourceType | '',
  held: (field: TextField) => boolean,
): { first: TextField[]; more: TextField[] } {
  const usual = (type && FIRST[type]) || USUAL
  const first = [...usual, ...TEXT_FIELDS.filter((field) => !usual.includes(field) && held(field))]
  return { first, more: TEXT_FIELDS.filter((field) => !first.includes(field)) }
}

/** Is it someone who spoke to the desk, with words on how to reach them? */
export function isPersonal(type: SourceType | ''): boolean {
  return type === 'interview' || type === 'personal_communication'
}

/** A record as the form shows it; the reverse of what `sourceForm` reads. */
export function formOf(csl: Csl): { type: SourceType } & Record<TextField, string> {
  const issued = csl.issued?.['date-parts'][0]
  return {
    type: csl.type,
    title: csl.title,
    authors: (csl.author ?? []).map(nameWords).join('; '),
    container: csl['container-title'] ?? '',
    publisher: csl.publisher ?? '',
    date: issued ? partialDateIso(issued) : '',
    url: csl.URL ?? '',
    doi: csl.DOI ?? '',
    isbn: csl.ISBN ?? '',
    medium: csl.medium ?? '',
    language: csl.language ?? '',
    editors: (csl.editor ?? []).map(nameWords).join('; '),
    volume: csl.volume ?? '',
    issue: csl.issue ?? '',
    pages: csl.page ?? '',
    edition: csl.edition ?? '',
    number: csl.number ?? '',
    place: csl['publisher-place'] ?? '',
  }
}

/** "Lee, Ann", so that it is read back as the same name. */
function nameWords(name: NonNullable<Csl['author']>[number]): string {
  if ('literal' in name) return name.literal
  return name.given ? `${name.family}, ${name.given}` : authorWords([name])
}

type RecordForm = Record<TextField | 'type', string>

/** What a record says, as one text: by it is known whether it is still what someone saw. */
export function recordKey(csl: Csl): string {
  return JSON.stringify(formOf(csl))
}

/**
 * A record that changed while someone typed in its form: what they left as they saw it is as it is now, what they typed
 * is theirs. `both`: the fields that both changed, each in another way.
 */
export function mergedForm<F extends RecordForm>(
  seen: RecordForm,
  now: RecordForm,
  typed: F,
): { form: F; both: (keyof RecordForm)[] } {
  const form = { ...typed }
  const both: (keyof RecordForm)[] = []
  for (const field of Object.keys(now) as (keyof RecordForm)[]) {
    if (typed[field] === seen[field]) Object.assign(form, { [field]: now[field] })
    else if (now[field] !== seen[field] && now[field] !== typed[field]) both.push(field)
  }
  return { form, both }
}
