import { isAside, pictureRun } from './aside.ts'
import type { Enclosure } from './enclosure.ts'
import { isFootnoteMarker } from './footnote-marker.ts'
import type { ListMarker } from './list.ts'
import type { Marks } from './mark.ts'
import type { Candidate } from './place.ts'

const CLOSERS = /["”“’'»«›‹)\]}）」』》】*_]+/uy
/** Behind a wide stop “ opens: no language that has one closes with it. */
const WIDE_CLOSERS = /["”’'»›)\]}）」』》】*_]+/uy
/** French sets a space before its closing mark. */
const SPACED_CLOSER = /[ \u00a0\u202f]»(?![\p{L}\p{N}])/uy
/** What may open the next sentence. */
const OPENING = '"“„«»‹›‘’\'('
const OPENERS = /["“„«»‹›‘’'(]+/uy
/** The page behind a marker: [1]:23 */
const PAGES = /: ?\d{1,4}(?:[–-]\d{1,4})?(?=\s|$)/uy
const BRACKETED = /[ \t\u00a0]*\[([^[\]\r\n]{1,60})\]/uy
const SPACE = /\s+/uy
/** Footnote marks that need no brackets. */
const RAISED = /[¹²³⁰-⁹†‡]+/uy
/** A note's number without brackets; a sentence follows it. */
const PLAIN_NOTE = /\d{1,3}(?:[,–-]\d{1,3}| \d{1,3})*(?=\s+["“„«]?\p{Lu})/uy
const NOTED = /(?:\p{Ll}{4}|[)\]”"’»])[.!?]["”’»)]*$/u
const GLUED = /[\u0430-\u045f\u0460-\u04ff]{3}\.(?:[\u0400-\u042f]|\p{Lu}|[IVX]+)/u
const FIRST_WIDE = 0x3000

/**
 * Every place where a mark may end a sentence, in order, and those that the segmenter alone sees.
 *
 * @param votes where the segmenter's pieces end, ascending
 */
export function candidates(text: string, { endings }: Marks, votes: number[]): Candidate[] {
  const found: Candidate[] = []
  let vote = 0
  // Where votes crowd in one run of white space they all say the same, and the run is measured once.
  let alone: Candidate | undefined
  for (const { mark, stop } of endings) {
    const plain = isPlainGap(text, stop)
    const wide = text.charCodeAt(stop - 1) >= FIRST_WIDE
    const closed = plain ? stop : skipClosers(text, stop, wide ? WIDE_CLOSERS : CLOSERS)
    const end = plain ? stop : skipMarkers(text, closed)
    const next = plain ? stop + 1 : skip(SPACE, text, end)
    // The segmenter takes an apostrophe or a quotation mark that opens the next sentence for one that closes this.
    const reach = plain || !OPENING.includes(text[next] ?? ' ') ? next : skip(OPENERS, text, next)
    for (; (votes[vote] ?? text.length) < stop; vote++) {
      const at = votes[vote] ?? 0
      if (alone && at >= alone.end && at <= alone.next) continue
      alone = bare(text, at)
      if (alone.next <= mark) found.push(alone)
    }
    let voted = false
    for (; (votes[vote] ?? Number.POSITIVE_INFINITY) <= reach; vote++) voted = true
    // The segmenter never cuts before a digit without a space, but 。 ends a sentence whatever follows: 停电。3日恢复。
    const dated = wide && text.charCodeAt(next) <= 0x39 && text.charCodeAt(next) >= 0x30
    if (next > stop || voted || dated || isGlued(text, mark, stop)) found.push({ mark, stop, closed, end, next, voted })
  }
  for (; vote < votes.length; vote++) {
    const at = votes[vote] ?? 0
    if (alone && at >= alone.end && at <= alone.next) continue
    alone = bare(text, at)
    found.push(alone)
  }
  return found
}

/** A boundary the segmenter sees where we know no mark: paragraph breaks, scripts of their own. */
function bare(text: string, at: number): Candidate {
  let end = at
  while (end > 0 && /\s/u.test(text[end - 1] ?? '')) end--
  return { mark: end, stop: end, closed: end, end, next: skip(SPACE, text, at), voted: true }
}

/** Whether one space and then a letter or digit (of the lower planes) follow, as nearly everywhere. */
function isPlainGap(text: string, at: number): boolean {
  const unit = text.charCodeAt(at + 1)
  return text[at] === ' ' && unit >= 0x30 && unit < 0x500 && unit !== 0x5b && (unit < 0x80 || unit > 0xbf)
}

/** Closing marks; French sets a space before its own: "une « farce. » Personne". */
function skipClosers(text: string, stop: number, pattern: RegExp): number {
  const closed = skip(pattern, text, stop)
  if (text[closed + 1] !== '»') return closed
  const spaced = skip(SPACED_CLOSER, text, closed)
  return spaced > closed ? skip(pattern, text, spaced) : closed
}

/** Whether Cyrillic letters meet at a full stop without white space: "год.Потым". The segmenter overlooks those. */
function isGlued(text: string, mark: number, stop: number): boolean {
  return (
    stop === mark + 1 && text.charCodeAt(mark - 1) >= 0x430 && GLUED.test(text.slice(Math.max(0, mark - 3), stop + 4))
  )
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function skipMarkers(text: string, at: number): number {
  let end = skip(RAISED, text, at)
  if (end === at) end = skipPlainNote(text, at)
  for (;;) {
    BRACKETED.lastIndex = end
    const match = BRACKETED.exec(text)
    if (!match || !isFootnoteMarker(match[1] ?? '')) return end
    end = skip(PAGES, text, BRACKETED.lastIndex)
  }
}

/** A raised number that was pasted as plain digits behind the end of a sentence: "It was known.1 No one said so." */
function skipPlainNote(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (!(unit >= 0x30 && unit <= 0x39)) return at
  PLAIN_NOTE.lastIndex = at
  return PLAIN_NOTE.test(text) && NOTED.test(text.slice(Math.max(0, at - 12), at)) ? PLAIN_NOTE.lastIndex : at
}

/** The candidates with the places where a sentence ends without a mark, in order. */
export function withUnmarked(
  found: Candidate[],
  text: string,
  { pictures }: Marks,
  whole: readonly Enclosure[],
  markers: readonly ListMarker[],
): Candidate[] {
  const ends: Candidate[] = []
  for (const { start } of markers) if (start > 0) ends.push({ ...bare(text, start), sure: true })
  for (const enclosure of whole) if (isAside(text, enclosure)) ends.push({ ...bare(text, enclosure.end), sure: true })
  for (let index = 0; index < pictures.length; index++) {
    const { end, ends: sure } = pictureRun(text, pictures[index] ?? 0)
    if (sure) ends.push({ ...bare(text, end), sure: true })
    while ((pictures[index + 1] ?? end) < end) index++
  }
  return ends.length === 0 ? found : [...found, ...ends].sort((one, other) => one.next - other.next)
}
