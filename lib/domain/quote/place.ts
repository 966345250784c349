import search from 'approx-string-match'

/** A stretch of folded text that may be the quote, and how many characters differ. */
export type Place = { start: number; end: number; errors: number }

/** The longest pattern searched in one go; a longer one is followed piece by piece. */
const PIECE = 256
/** The share of characters that may differ before a place is given up. */
const ERROR_SHARE = 0.4
/** How far from where it is expected a piece is looked for, in units. */
const REACH = 96

/**
 * The best place of a folded pattern near `expected`; null where too much differs.
 *
 * Patterns up to `PIECE` units: Myers' bit-parallel search (approx-string-match). Longer ones: their first piece is
 * searched so, and each further piece where the one before ended; a lost piece counts as wholly wrong, and the next is
 * looked for where it would be. Linear in the length of the pattern.
 */
export function placeNear(text: string, pattern: string, expected: number): Place | null {
  if (pattern.length <= PIECE) return pieceNear(text, pattern, expected - REACH, expected + REACH)
  const most = pattern.length * ERROR_SHARE
  let start: number | null = null
  let end = expected
  let errors = 0
  for (let at = 0; at < pattern.length; at += PIECE / 2) {
    const piece = pattern.slice(at, at + PIECE / 2)
    const found = pieceNear(text, piece, end - (start === null ? REACH : REACH / 2), end + REACH)
    errors += found?.errors ?? piece.length
    if (errors > most) return null
    start ??= found?.start ?? null
    end = found?.end ?? Math.min(text.length, end + piece.length)
  }
  return start === null || end <= start ? null : { start, end, errors }
}

/** The best place of a short pattern that begins in `[from, to]`. */
function pieceNear(text: string, pattern: string, from: number, to: number): Place | null {
  const low = Math.max(0, from)
  const most = Math.floor(pattern.length * ERROR_SHARE)
  return bestOf(search(text.slice(low, to + pattern.length + most), pattern, most), pattern.length, low)
}

/** Every best place of a short pattern in a whole text; for patterns too short for grams. */
export function placesAnywhere(text: string, pattern: string, most: number): Place[] {
  return search(text, pattern, most)
}

/** Of matches equally good, the one nearest the pattern in length. */
function bestOf(matches: readonly Place[], length: number, offset: number): Place | null {
  let best: Place | null = null
  for (const match of matches) {
    const off = Math.abs(match.end - match.start - length)
    if (!best || off < Math.abs(best.end - best.start - length)) best = match
  }
  return best && { start: best.start + offset, end: best.end + offset, errors: best.errors }
}
