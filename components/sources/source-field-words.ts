import type { TextField as Name } from '@/lib/domain/source/form.ts'
import type { SourceType } from '@/lib/domain/source/source.ts'

const LABEL: Record<Name, string> = {
  title: 'Title',
  authors: 'Authors',
  container: 'Publication',
  publisher: 'Publisher',
  date: 'Date',
  url: 'Web address',
  doi: 'DOI',
  isbn: 'ISBN',
  medium: 'Medium',
  language: 'Language',
  editors: 'Editors',
  volume: 'Volume',
  issue: 'Issue',
  pages: 'Pages',
  edition: 'Edition',
  number: 'Number',
  place: 'Place of publication',
}

/** A few kinds have words of their own for a field. */
const OWN_LABEL: Partial<Record<SourceType, Partial<Record<Name, string>>>> = {
  interview: { authors: 'Person' },
  personal_communication: { authors: 'Person' },
  broadcast: { container: 'Programme', publisher: 'Station' },
  motion_picture: { container: 'Channel' },
  document: { publisher: 'Office or archive' },
  chapter: { container: 'Book' },
  legal_case: { title: 'Case', container: 'Court', number: 'Docket number' },
}

export function labelOf(name: Name, type: SourceType | ''): string {
  return (type && OWN_LABEL[type]?.[name]) || LABEL[name]
}

export const PLACEHOLDER: Partial<Record<Name, string>> = {
  date: '2023-02-27',
  language: 'en',
  url: 'https://',
  doi: '10.1000/182',
}

export function hints(personal: boolean): Partial<Record<Name, string>> {
  return {
    authors: personal
      ? 'Several with a semicolon between them; a pseudonym will do.'
      : 'Several with a semicolon between them.',
    editors: 'Several with a semicolon between them.',
    date: 'Year first, as precise as known.',
    ...(personal && { title: 'What it was about, such as “On the night of 26 February”.' }),
  }
}
