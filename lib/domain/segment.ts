/**
 * Our corrections of a sentence segmenter. Plan:
 * 1. Every run of sentence-ending marks is a candidate, together with the closing quotation marks, parentheses and
 *    footnote markers ("[1]", "[citation needed]") behind it, which belong to the sentence they follow.
 * 2. The segmenter votes: it says "break" where one of its boundaries lies at the candidate.
 * 3. Rules about the text around the candidate overrule the vote (see `segment-boundary.ts`).
 * 4. A quotation or parenthesis is never cut (see below), nor is a grapheme; a piece without a letter or digit joins
 *    the sentence before it.
 *
 * A quotation that holds several sentences stays in one claim with the words that attribute it: `He said: "A. B."` is
 * one statement (that he said so); cut in two, the second half would state as the article's own what it only quotes.
 * A person can still split it.
 */
import { breaksAt, hasWord } from './segment-boundary.ts'
import { enclosures } from './segment-enclosure.ts'
import { type Marks, marksOf } from './segment-mark.ts'
import { isFootnoteMarker } from './segment-marker.ts'
import type { Candidate } from './segment-place.ts'

const CLOSERS = /["”“’'»«›)\]}）」』》】*_]+/uy
/** Behind a wide stop “ opens: no language that has one closes with it. */
const WIDE_CLOSERS = /["”’'»›)\]}）」』》】*_]+/uy
/** The page behind a marker: [1]:23 */
const PAGES = /: ?\d{1,4}(?:[–-]\d{1,4})?(?=\s|$)/uy
const BRACKETED = /[ \t\u00a0]*\[([^[\]\r\n]{1,60})\]/uy
const SPACE = /\s+/uy
/** Footnote marks that need no brackets. */
const RAISED = /[¹²³⁰-⁹†‡]+/uy
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
  const marks = marksOf(text)
  // A sentence by itself, with no mark before its end, as most claims of a list are.
  if (segments.length === 1 && (marks.endings[0]?.stop ?? text.length) === text.length) return [text]
  const primary = primarySubtag(language)
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
  for (const candidate of candidates(text, marks, votes)) {
    const { end, next } = candidate
    while ((whole[enclosure]?.end ?? Number.POSITIVE_INFINITY) < end) enclosure++
    const around = whole[enclosure]
    if (next >= text.length || next <= from || (around && around.start < end && end < around.end)) continue
    if (text.charCodeAt(next) >= FIRST_MARK && CONTINUES.test(text.slice(next, next + 2))) continue
    const closed = around?.end === end || around?.end === candidate.closed ? around : undefined
    if (!breaksAt(text, from, candidate, closed?.start, primary)) continue
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

/** "be" of "be-tarask". */
function primarySubtag(language: string): string {
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
    const closed = plain ? stop : skip(wide ? WIDE_CLOSERS : CLOSERS, text, stop)
    const end = plain ? stop : skipMarkers(text, closed)
    const next = plain ? stop + 1 : skip(SPACE, text, end)
    for (; (votes[vote] ?? text.length) < stop; vote++) {
      const at = votes[vote] ?? 0
      if (alone && at >= alone.end && at <= alone.next) continue
      alone = bare(text, at)
      if (alone.next <= mark) found.push(alone)
    }
    let voted = false
    for (; (votes[vote] ?? Number.POSITIVE_INFINITY) <= next; vote++) voted = true
    // The segmenter never cuts before a digit without a space, but 。 ends a sentence whatever follows: 停电。3日恢复。
    const dated = wide && text.charCodeAt(next) <= 0x39 && text.charCodeAt(next) >= 0x30
    if (next > stop || voted || dated) found.push({ mark, stop, closed, end, next, voted })
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
  return text[at] === ' ' && unit >= 0x30 && unit < 0x500 && unit !== 0x5b && unit !== 0x85 && unit !== 0xa0
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function skipMarkers(text: string, at: number): number {
  let end = skip(RAISED, text, at)
  for (;;) {
    BRACKETED.lastIndex = end
    const match = BRACKETED.exec(text)
    if (!match || !isFootnoteMarker(match[1] ?? '')) return end
    end = skip(PAGES, text, BRACKETED.lastIndex)
  }
}
