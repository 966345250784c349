import { parsePartialDate } from './source.ts'

/** What a search for a claim came to; codes are stored. */
export const SEARCH_RESULTS = ['nothing', 'partly', 'found'] as const
export type SearchResult = (typeof SEARCH_RESULTS)[number]

export const SEARCH_RESULT_LABEL: Record<SearchResult, string> = {
  nothing: 'Found nothing',
  partly: 'Found something, not enough',
  found: 'Found it',
}

/** Reads the day of a search, ISO 8601; null for what is no day, or one that has not come yet (`today` is ISO 8601). */
export function parseSearchDay(text: string, today: string): string | null {
  const date = parsePartialDate(text)
  if (date?.length !== 3) return null
  const [year, month, day] = date.map((part) => String(part))
  const iso = `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return iso <= today ? iso : null
}
