import { type PartialDate, parsePartialDate } from '@/lib/domain/source/source.ts'
import { plainValue } from './value.ts'

/** Languages whose month names are read. No name of one is another month in another of them (Croatian's would be). */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'da',
  'nb',
  'sv',
  'fi',
  'pl',
  'cs',
  'sk',
  'ru',
  'uk',
  'be',
  'bg',
  'lt',
  'lv',
  'ro',
  'tr',
]

/** Months, 1 to 12, by their names in lower case, long and short, as they stand alone and beside a day. */
let known: Map<string, number> | undefined
function months(): ReadonlyMap<string, number> {
  if (known) return known
  known = new Map([['sept', 9]])
  for (const language of LANGUAGES)
    for (const options of [{ month: 'long' }, { month: 'short' }, { day: 'numeric', month: 'long' }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(new Date(Date.UTC(2024, month - 1, 15)))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        const key = name.toLowerCase().replace(/\.$/u, '')
        if (/^\p{L}{2,}$/u.test(key) && !known.has(key)) known.set(key, month)
      }
    }
  return known
}

/** "27", "27.", "1er", "27th", "27 de" before a month. */
const DAY = String.raw`(\d{1,2})(?:\.|er|re|ª|º|st|nd|rd|th)?`
const MONTH = String.raw`(\p{L}[\p{L}\p{M}]{1,15})\.?`
const WEEKDAY = String.raw`^(?:\p{L}[\p{L}\p{M}-]{1,20}\.?,?\s+)?`
const DAY_FIRST = new RegExp(
  String.raw`${WEEKDAY}(?:le\s+|den\s+|el\s+|o\s+)?${DAY}\s+(?:de\s+|d['’]\s?)?${MONTH},?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)`,
  'iu',
)
const MONTH_FIRST = new RegExp(String.raw`${WEEKDAY}${MONTH}\s+${DAY},?\s+(\d{4})(?!\d)`, 'iu')

/**
 * A day as a page writes it: ISO 8601 with or without a time, "2023/02/27", RFC 822, "27 February 2023", "February 27,
 * 2023", the same in 22 languages, and "27.02.2023": with dots the day comes first wherever they are used. The day is
 * the one that was written, in the page's own time zone. Where day and month could be either ("03/04/2020"), none.
 */
export function writtenDate(value: unknown): PartialDate | null {
  const text = plainValue(value, 80)
  if (!text) return null
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T.*)?$/.exec(text)
  if (compact) return parsePartialDate(compact.slice(1).join('-'))
  const iso = /^(\d{4}(?:[-/.]\d{1,2}){0,2})(?:[T ]\d.*|Z)?$/.exec(text)
  if (iso) return parsePartialDate(iso[1] ?? '')
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(text)
  if (dotted) return dateOf(dotted[3], Number(dotted[2]), dotted[1])
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text)
  if (slashed) return unequivocal(Number(slashed[1]), Number(slashed[2]), slashed[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return dateOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(text)
  return monthFirst ? dateOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : null
}

/** A number over twelve is no month, and so says which of the two is the day. */
function unequivocal(one: number, other: number, year = ''): PartialDate | null {
  if (one === other || (one > 12 && other <= 12)) return dateOf(year, other, String(one))
  return other > 12 && one <= 12 ? dateOf(year, one, String(other)) : null
}

function monthOf(name = ''): number {
  return months().get(name.toLowerCase().replace(/\.$/u, '')) ?? 0
}

function dateOf(year = '', month: number, day = ''): PartialDate | null {
  return month === 0 ? null : parsePartialDate(`${year}-${month}-${day}`)
}
