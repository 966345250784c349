/** The types of source a person may pick, in CSL's own terms, most used first. */
export const SOURCE_TYPES = {
  'article-newspaper': 'News article',
  webpage: 'Web page',
  report: 'Report',
  'article-journal': 'Journal article',
  'article-magazine': 'Magazine article',
  book: 'Book',
  chapter: 'Chapter',
  post: 'Social media post',
  interview: 'Interview',
  broadcast: 'Broadcast',
  motion_picture: 'Video',
  dataset: 'Dataset',
  legislation: 'Law or decree',
  legal_case: 'Court decision',
  personal_communication: 'Personal communication',
  document: 'Document',
} as const
export type SourceType = keyof typeof SOURCE_TYPES

/** A date as precise as it is known: year, year and month, or the day. */
export type PartialDate = [number] | [number, number] | [number, number, number]

export type CslName = { literal: string } | { family: string; given?: string }

/** The part of CSL-JSON that Attest keeps of a source; without the id, which is ours. */
export type Csl = {
  type: SourceType
  title: string
  author?: CslName[]
  editor?: CslName[]
  'container-title'?: string
  volume?: string
  issue?: string
  page?: string
  edition?: string
  number?: string
  publisher?: string
  'publisher-place'?: string
  issued?: { 'date-parts': [PartialDate] }
  /** When someone read it, as a record that was imported says; what the desk itself kept is in its snapshots. */
  accessed?: { 'date-parts': [PartialDate] }
  URL?: string
  DOI?: string
  ISBN?: string
  /** How words were exchanged with a person: in person, by telephone, in writing. */
  medium?: string
  language?: string
}

/**
 * Reads "2023", "2023-02", "2023-02-27" (also with `/` or `.`). Anything else, and days that no calendar has, are none.
 * Two-part dates are year and month. A day-first or month-first date is refused, not guessed.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const match = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\s*$/.exec(inNumbers(text))
  if (!match) return null
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  )
  if (year === undefined || year === 0) return null
  if (month === undefined) return [year]
  if (month < 1 || month > 12) return null
  if (day === undefined) return [year, month]
  return day >= 1 && day <= daysIn(year, month) ? [year, month, day] : null
}

/** "31 March 2022", "March 31, 2022" and "Mar 2022", as they are shown, in numbers; anything else as it is. */
function inNumbers(text: string): string {
  const words = /^\s*(?:(\d{1,2})\s+)?(\p{L}{3,9})\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})\s*$/u.exec(text)
  if (!words) return text
  const [, before, name = '', behind, year = ''] = words
  const month = MONTHS_WHOLE.findIndex((whole) => whole.startsWith(name.toLowerCase())) + 1
  if (month === 0 || (before && behind)) return text
  return [year, month, before ?? behind].filter((part) => part !== undefined).join('-')
}

const MONTHS_WHOLE = 'january february march april may june july august september october november december'.split(' ')

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "27 Feb 2023", "Feb 2023", "2023". */
export function partialDateWords(date: PartialDate): string {
  const [year, month, day] = date
  return [day, month === undefined ? undefined : MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ')
}

/** ISO 8601 with as many parts as are known; what a form shows and `parsePartialDate` reads. */
export function partialDateIso(date: PartialDate): string {
  const [year, ...rest] = date
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

/** "Ann Lee; Bob" → names. A comma means "family, given"; a lone word or an organisation stays as it was written. */
export function parseAuthors(text: string): CslName[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const [family, given] = name.split(',', 2).map((part) => part.trim())
      return family && given ? { family, given } : { literal: name }
    })
}

export function authorWords(author: readonly CslName[]): string {
  return author
    .map((name) => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')))
    .join(', ')
}

/** "Babel, 27 Feb 2023": where and when, for a line under the title. */
export function imprint(csl: Pick<Csl, 'container-title' | 'publisher' | 'issued' | 'author'>): string {
  const issued = csl.issued?.['date-parts'][0]
  const where = csl['container-title'] ?? csl.publisher ?? (csl.author ? authorWords(csl.author) : undefined)
  return [where, issued ? partialDateWords(issued) : undefined].filter(Boolean).join(', ')
}

/** The same with the host it is at, where that says more: by it two entries of one title are told apart. */
export function whereabouts(csl: Pick<Csl, 'container-title' | 'publisher' | 'issued' | 'author' | 'URL'>): string {
  const host = csl.URL === undefined ? undefined : URL.parse(csl.URL)?.hostname.replace(/^www\./, '')
  const printed = imprint(csl)
  return [printed, host && !printed.toLowerCase().includes(host) ? host : undefined].filter(Boolean).join(' · ')
}
