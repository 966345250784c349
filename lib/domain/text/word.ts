/** A word of a text: `text` is `[start, end)` of it, in UTF-16 units. */
export type Word = { start: number; end: number; text: string }

/**
 * A word: letters, marks and digits, with what holds a word together inside.
 * - Initialisms: single letters with full stops ("U.S.", "A.B.C", "т.д.").
 * - Numbers: digits with separators or range marks between digits ("1,083", "3.5", "10:30", "26.02.2023", "2020–21"),
 *   groups of three parted by a space ("200 000", "1 083,5").
 * - Apostrophes and hyphens between letters or digits ("don't", "з’езд", "A-50U", "mid-2021"); Hebrew gershayim.
 * Joiners and combining characters stay with the letter before them, so that no grapheme is cut (UAX #29, GB9).
 */
const INNER = String.raw`(?:[\p{L}\p{M}\p{N}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200c|\u200d)`
const CORE = String.raw`[\p{L}\p{N}]${INNER}*`
const JOINT = String.raw`(?:['’ʼ·‐‑-]|(?<=\p{N})[.,:/–−٫٬](?=\p{N})|(?<=\p{Script=Hebrew})["״׳](?=\p{Script=Hebrew}))`
const SPACED_NUMBER = String.raw`(?<![\p{N}.,])\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009]\p{Nd}{3})+(?:[.,]\p{Nd}+)?(?![\p{N}])`
const INITIALISM = String.raw`\p{L}(?:\.\p{L})+(?!\.?${INNER})\.?`
const WORD = new RegExp(`${SPACED_NUMBER}|${INITIALISM}|${CORE}(?:${JOINT}${CORE})*`, 'gu')
/** Scripts written without spaces between words; Intl knows their words from dictionaries. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** The longest run given to the dictionaries at once (UTF-16 units); keeps their cost linear. */
const RUN_LIMIT = 1_000

let dictionary: Intl.Segmenter | undefined

/** The words of a text, in order. White space and punctuation are between them. Linear in the length of the text. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    if (UNSPACED.test(match[0])) for (const word of unspacedWords(match[0], start)) found.push(word)
    else found.push({ start, end: start + match[0].length, text: match[0] })
  }
  return found
}

/** How many words a text has: the unit in which coverage is counted. */
export function countWords(text: string): number {
  return words(text).length
}

function* unspacedWords(run: string, offset: number): Generator<Word> {
  dictionary ??= new Intl.Segmenter('en', { granularity: 'word' })
  for (let from = 0; from < run.length; ) {
    let to = Math.min(run.length, from + RUN_LIMIT)
    while (to < run.length && /^[\udc00-\udfff\p{M}\u200c\u200d]/u.test(run.slice(to))) to++
    for (const { segment, index } of dictionary.segment(run.slice(from, to))) {
      const start = offset + from + index
      if (/[\p{L}\p{N}]/u.test(segment)) yield { start, end: start + segment.length, text: segment }
    }
    from = to
  }
}
