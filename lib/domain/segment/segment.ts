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
import { breaksAt, hasWord } from './boundary.ts'
import { candidates, withUnmarked } from './candidate.ts'
import { type Enclosure, enclosures } from './enclosure.ts'
import { listMarkers } from './list.ts'
import { marksOf } from './mark.ts'

/** What may not be parted from the character before it: marks, joiners, skin tones (Unicode UAX #29, GB9). */
const CONTINUES = /^(?:\p{M}|\u200c|\u200d|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])/u

const FIRST_MARK = 0x300

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
