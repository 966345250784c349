/**
 * Our corrections of a sentence segmenter. Plan:
 * 1. Every run of sentence-ending marks is a candidate, together with the closing quotation marks, parentheses and
 *    footnote markers ("[1]", "[citation needed]") behind it, which belong to the sentence they follow.
 * 2. The segmenter votes: it says "break" where one of its boundaries lies at the candidate.
 * 3. Rules about the text around the candidate overrule the vote (see `segment-boundary.ts`).
 * 4. Lists that run on in the text, stage directions and emoji end sentences without a mark (`segment-list.ts`,
 *    `segment-aside.ts`).
 * 5. A quotation or parenthesis is never cut (see below), nor is a grapheme; a piece without a letter or digit joins
 *    the sentence before it.
 *
 * A quotation that holds several sentences stays in one claim with the words that attribute it: `He said: "A. B."` is
 * one statement (that he said so); cut in two, the second half would state as the article's own what it only quotes.
 * A person can still split it.
 */
import { isAside, pictureRun } from './segment-aside.ts'
import { breaksAt, hasWord } from './segment-boundary.ts'
import { type Enclosure, enclosures } from './segment-enclosure.ts'
import { type ListMarker, listMarkers } from './segment-list.ts'
import { type Marks, marksOf } from './segment-mark.ts'
import { isFootnoteMarker } from './segment-marker.ts'
import type { Candidate } from './segment-place.ts'

const CLOSERS = /["”“’'»«›‹)\]}）」』》】*_]+/uy
/** Behind a wide stop “ opens: no language that has one closes with it. */
const SPACED_CLOSER = /[ \u00a0\u202f]»(?![\p{L}\p{N}])/uy
/** What may open the next sentence. */
const OPENING = '"“„«»‹›‘’\'('
const OPENERS = /["“„«»‹›‘’'(]+/uy
const WIDE_CLOSERS = /["”’'»›)\]}）」』》】*_]+/uy
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
/** What may not be parted from the character before it: marks, joiners, skin tones (Unicode UAX #29, GB9). */
const CONTINUES = /^(?:\p{M}|\u200c|\u200d|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])/u

const FIRST_MARK = 0x300
const FIRST_WIDE = 0x3000

/**
 * Sentences as claims want them, from the pieces a segmenter made.
 *
 * @param segments pieces of one block of text, in order; joined they are the text
 * @param language BCP 47 tag of the text ("en", "be-tarask"); decides between abbreviations, unknown ones are fine
 * @returns pieces that, joined, give the same text; each has a word (unless the whole text has none) and none begins
 *   with white space, except the first. Linear in the length of the text.
 */
export function correctSegments(segments: string[], language: string): string[] {
  const text = segments.join('')
  if (text === '') return []
  const primary = primarySubtag(language)
  const marks = marksOf(text, primary)
  const markers = marks.listed ? listMarkers(text, primary) : []
  // A sentence by itself, with no mark before its end, as most claims of a list are.
  const unmarked = (marks.endings[0]?.stop ?? text.length) === text.length && marks.pictures.length === 0
  if (segments.length === 1 && unmarked && markers.length === 0) return [text]
  const whole = enclosures(text, marks.enclosing)
  const votes: number[] = []
  let sum = 0
  for (const piece of segments) {
    sum += piece.length
    votes.push(sum)
  }

  const pieces: string[] = []
  let from = 0
  /** From `from` to here there is no word: what was searched in vain is not searched again. */
  let wordless = 0
  let enclosure = 0
  let item = 0
  for (const candidate of withUnmarked(candidates(text, marks, votes), text, marks, whole, markers)) {
    const { end, next, closed, sure } = candidate
    if (next >= text.length || next <= from) continue
    while ((whole[enclosure]?.end ?? Number.POSITIVE_INFINITY) < closed) enclosure++
    const quotation = whole[enclosure]?.end === closed && closed > candidate.stop ? whole[enclosure] : undefined
    if (isInside(whole, enclosure, end)) continue
    while ((markers[item]?.end ?? Number.POSITIVE_INFINITY) < candidate.stop) item++
    const numbered = markers[item]
    if (numbered && numbered.start < candidate.stop) continue
    if (text.charCodeAt(next) >= FIRST_MARK && CONTINUES.test(text.slice(next, next + 2))) continue
    if (!sure && next !== numbered?.start && !breaksAt(text, from, candidate, quotation?.start, primary)) continue
    if (!hasWord(text.slice(wordless, end))) {
      wordless = Math.max(wordless, end)
      continue
    }
    pieces.push(text.slice(from, next))
    from = next
    wordless = next
  }
  const last = text.slice(from)
  if (pieces.length > 0 && !hasWord(last)) pieces[pieces.length - 1] += last
  else pieces.push(last)
  return pieces
}

/** Whether a quotation or parenthesis, from the one at `index` on, holds the place. */
function isInside(whole: readonly Enclosure[], index: number, place: number): boolean {
  for (let at = index; (whole[at]?.start ?? place) < place; at++) if (place < (whole[at]?.end ?? 0)) return true
  return false
}

/** "be" of "be-tarask". */
function primarySubtag(language: string): string {
  if (language.length === 2) return language.toLowerCase()
  const end = language.search(/[-_]/u)
  return (end < 0 ? language : language.slice(0, end)).toLowerCase()
}

/** Every place where a sentence may end, in order: our own and those the segmenter alone sees. */
function candidates(text: string, { endings }: Marks, votes: number[]): Candidate[] {
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

/** A raised number that was pasted as plain digits behind the end of a sentence: "It was known.1 Nobody said so." */
function skipPlainNote(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (!(unit >= 0x30 && unit <= 0x39)) return at
  PLAIN_NOTE.lastIndex = at
  return PLAIN_NOTE.test(text) && NOTED.test(text.slice(Math.max(0, at - 12), at)) ? PLAIN_NOTE.lastIndex : at
}

/** The candidates with the places where a sentence ends without a mark, in order. */
function withUnmarked(
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
