import type { SourceType } from './source.ts'

/** What a place in a source is called there. */
export type LocatorKind = 'page' | 'time' | 'table' | 'place'

const KIND: Partial<Record<SourceType, LocatorKind>> = {
  book: 'page',
  chapter: 'page',
  report: 'page',
  document: 'page',
  legislation: 'page',
  legal_case: 'page',
  'article-journal': 'page',
  'article-magazine': 'page',
  broadcast: 'time',
  motion_picture: 'time',
  dataset: 'table',
}

export const LOCATOR_EXAMPLE: Record<LocatorKind, string> = {
  page: 'p. 4',
  time: '03:20',
  table: 'table 3, row 12',
  place: 'p. 4, paragraph 2, 03:20',
}

/** What the place in a source of this type is called; `place` where nothing better is known, or there is no source yet. */
export function locatorKind(type: SourceType | null): LocatorKind {
  return (type && KIND[type]) ?? 'place'
}

/** "p. 4", "at 03:20", "table 3": a place as it was written, with the word for it where only a number was. */
export function locatorWords(type: SourceType, locator: string): string {
  const written = locator.trim()
  const kind = locatorKind(type)
  if (kind === 'page' && /^\d+\s*[–-]\s*\d+$/.test(written)) return `pp. ${written}`
  if (kind === 'page' && /^(?:\d+|[ivxlc]+)$/i.test(written)) return `p. ${written}`
  if (kind === 'time' && /^\d{1,2}(?::\d{2}){1,2}$/.test(written)) return `at ${written}`
  if (kind === 'table' && /^\d+[a-z]?$/i.test(written)) return `table ${written}`
  return written
}

/** The place of a page of a PDF. */
export function pageLocator(page: number): string {
  return `p. ${page}`
}
