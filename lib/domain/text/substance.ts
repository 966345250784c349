import { normalized } from './normalized.ts'

/**
 * When two wordings say the same, so that a check of one stands for the other (product.md: only white space,
 * quotation-mark style or a trailing full stop may differ; everything else makes the check stale).
 *
 * Decided here, always towards "changed" where a reader could read something else:
 * - White space counts where its absence would join two words or numbers ("1 083" is not "1083"), where it stands
 *   beside a hyphen or a digit separator ("2020-21" is not "2020 - 21", "1,083" is not "1, 083"), and not elsewhere
 *   (line breaks, double and no-break spaces, space before a comma or between Chinese characters).
 * - Single and double quotation marks of any style are one; the mark between two letters is an apostrophe, of any
 *   style, and never a quotation mark ("don't"); so is one that nothing opened ("partisans'"). Marks behind a digit
 *   keep single and double apart (5' is not 5"). Taking marks away or adding them is a change.
 * - The trailing full stop may stand before or behind closing quotation marks. "...", "!" and "?" are no full stops.
 * - Canonical equivalence (NFC) is no difference, compatibility is ("½" is not "1⁄2", "ﬁ" is not "fi").
 * - Invisible and bidirectional controls, soft hyphens and variation selectors are a change: they can alter what is seen.
 */

const DOUBLE = /[“”„‟«»〝〞〟＂]/gu
const SINGLE = /[‘’‚‛‹›ʼ]/gu
const WORD = /[\p{L}\p{N}\p{M}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** White space in the sense of Unicode; unlike \s it leaves out U+FEFF, which is an invisible control. */
const SPACES = /\p{White_Space}+/gu
const TRAILING_STOP = /(?<![.。．｡۔।])[.。．｡۔।](["']*)$/u

/**
 * The normal form of a wording: two wordings say the same if and only if theirs are equal, so "says the same" is an
 * equivalence relation. Not for showing. Linear in the length of the text.
 */
export function substanceOf(text: string): string {
  const plain = normalized(text, 'NFC')
    .replace(DOUBLE, '"')
    .replace(SINGLE, "'")
    .replace(SPACES, ' ')
    .replace(/^ | $/gu, '')
  return withoutStop(withoutIdleSpace(withPairedMarks(plain)))
}

/** Whether `after` says what `before` said; false as soon as anything but style differs. */
export function sameSubstance(before: string, after: string): boolean {
  return before === after || substanceOf(before) === substanceOf(after)
}

/** Single marks that open and close something become double ones; the others are apostrophes or primes and stay. */
function withPairedMarks(text: string): string {
  const units = text.split('')
  let open = -1
  for (const match of text.matchAll(/'/gu)) {
    const at = match.index
    const before = units[at - 1] ?? ' '
    const after = units[at + 1] ?? ' '
    if (WORD.test(before) && WORD.test(after)) continue
    if (!WORD.test(before) && after !== ' ' && open < 0) {
      open = at
    } else if (before !== ' ' && open >= 0 && !WORD.test(after)) {
      units[open] = '"'
      units[at] = '"'
      open = -1
    }
  }
  return units.join('')
}

function withoutIdleSpace(text: string): string {
  return text.replace(/ /gu, (space, at: number) => {
    const before = pointBefore(text, at)
    const after = pointAt(text, at + 1)
    if (UNSPACED.test(before) && UNSPACED.test(after)) return ''
    if (WORD.test(before) && WORD.test(after)) return space
    if (/[-‐‑]/u.test(before) || /[-‐‑]/u.test(after)) return space
    const digitBefore = /\p{N}[.,:/]?$/u.test(text.slice(Math.max(0, at - 3), at))
    const digitAfter = /^[.,:/]?\p{N}/u.test(text.slice(at + 1, at + 4))
    return digitBefore && digitAfter ? space : ''
  })
}

function withoutStop(text: string): string {
  let rest = text
  for (;;) {
    const shorter = rest.replace(TRAILING_STOP, '$1')
    if (shorter === rest) return rest
    rest = shorter
  }
}

/** The whole code point that ends at `at`. */
function pointBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at)
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : (text[at - 1] ?? '')
}

function pointAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}
