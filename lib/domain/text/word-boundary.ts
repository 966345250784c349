/** What stands inside a word on either side of a cut, in scripts that part words by spaces. */
const LETTER = /[\p{L}\p{M}\p{N}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
/** No word is longer; what is longer is a run of something else. */
const WORD_LIMIT = 64

/** `[start, end)` without the white space at its edges. */
export function withoutSpace(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}

/**
 * Whether `[start, end)` begins or ends inside a word or number ("83" in "1,083") where the quote did not: `prefix` and
 * `suffix` are what stood around the quote.
 */
export function cutsWord(text: string, start: number, end: number, prefix: string, suffix: string): boolean {
  const quote = text.slice(start, end)
  const first = isJoined(text.slice(Math.max(0, start - 2), start), quote.slice(0, 2))
  const last = isJoined(quote.slice(-2), text.slice(end, end + 2))
  return (
    (first && !isJoined(prefix.slice(-2), quote.slice(0, 2))) ||
    (last && !isJoined(quote.slice(-2), suffix.slice(0, 2)))
  )
}

function isJoined(before: string, behind: string): boolean {
  if (/\p{N}[.,]?$/u.test(before) && /^[.,]?\p{N}/u.test(behind)) return true
  const [left, right] = [before.at(-1) ?? '', behind[0] ?? '']
  return LETTER.test(left) && LETTER.test(right) && !UNSPACED.test(left) && !UNSPACED.test(right)
}

/** A place found roughly, moved to the bounds of words: a word more than half inside is taken whole, another left out. */
export function atWordBounds(text: string, start: number, end: number): { start: number; end: number } {
  const from = bound(text, start, end, 'start')
  const to = bound(text, end, end, 'end')
  return from < to ? withoutSpace(text, from, to) : { start, end }
}

function bound(text: string, at: number, end: number, edge: 'start' | 'end'): number {
  if (!isInside(text, at)) return at
  let low = at
  while (at - low < WORD_LIMIT && isInside(text, low)) low--
  let high = at
  while (high - at < WORD_LIMIT && isInside(text, high)) high++
  if (at - low >= WORD_LIMIT || high - at >= WORD_LIMIT) return isInsidePair(text, at) ? at + 1 : at
  const within = edge === 'start' ? Math.min(high, end) - at : at - low
  const whole = 2 * within > high - low
  return whole === (edge === 'start') ? low : high
}

/** Whether an offset lies inside a word, a number or a pair of surrogates. */
export function isInside(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  return isInsidePair(text, at) || isJoined(text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2))
}

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}
