import type { LostEvidence, Shortfall } from '@/lib/domain/report/report.ts'
import { partialDateWords } from '@/lib/domain/source/source.ts'

/** "27 Feb 2023, 14:05 UTC", from ISO 8601 in UTC: read off the text, so that no zone or locale has a say. */
export function momentWords(at: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(at)
  if (!match) return at
  return `${partialDateWords([Number(match[1]), Number(match[2]), Number(match[3])])}, ${match[4]} UTC`
}

/** "27 Feb 2023". */
export function dayWords(at: string): string {
  return momentWords(at).split(',')[0] ?? at
}

/** "1,294". */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** "1 word", "1,294 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Per cent of a whole, at most two decimals, for a bar's width. */
export function share(part: number, whole: number): string {
  return `${Math.round((10_000 * part) / Math.max(1, whole)) / 100}%`
}

/** "2 quotes gone from their source, 1 dead link". */
export function lostEvidenceWords({ quotes, unfound, links, withdrawn }: LostEvidence): string {
  const parts = [
    quotes > 0 && counted(quotes, 'quote is gone from its source', 'quotes are gone from their sources'),
    unfound > 0 &&
      counted(unfound, 'typed quote was not found in its source', 'typed quotes were not found in their sources'),
    links > 0 && counted(links, 'link is dead', 'links are dead'),
    withdrawn > 0 &&
      counted(withdrawn, 'citation was withdrawn after the check', 'citations were withdrawn after the check'),
  ]
  return parts.filter(Boolean).join(', ')
}

export function shortfallWords(lack: Shortfall): string {
  if (lack.what === 'adjudication') return 'answers differ and are not adjudicated'
  if (lack.what === 'evidence') return lostEvidenceWords(lack.lost)
  if (lack.what === 'fresh_check') return 'its check was made for an earlier wording'
  const unit = lack.what === 'origins' ? 'independent origin' : 'assessment'
  return `${lack.have} of ${counted(lack.need, unit)}`
}
