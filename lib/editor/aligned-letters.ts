import { tokenDiff } from '@/lib/domain/text/word-diff.ts'

/** Letters of a text by which it is found in a much longer one, and how much of that around it is compared. */
const SAMPLE = 24
const AROUND = 400

/**
 * Where each letter of a text is in another that holds it, or most of it: word by word, and within words that differ by
 * what they begin and end with.
 * @returns for each letter its place in `within`, ascending; -1: it is not there
 */
export function alignedLetters(text: string, within: string): Int32Array {
  const places = new Int32Array(text.length).fill(-1)
  const window = windowIn(text, within)
  let from = 0
  let to = window.start
  let gone = ''
  let put = ''
  const settle = () => {
    let head = 0
    while (head < Math.min(gone.length, put.length) && gone[head] === put[head]) head++
    let tail = 0
    const most = Math.min(gone.length, put.length) - head
    while (tail < most && gone[gone.length - 1 - tail] === put[put.length - 1 - tail]) tail++
    for (let at = 0; at < head; at++) places[from + at] = to + at
    for (let at = 1; at <= tail; at++) places[from + gone.length - at] = to + put.length - at
    from += gone.length
    to += put.length
    gone = ''
    put = ''
  }
  for (const part of tokenDiff(text, window.text)) {
    if (part.kind === 'removed') gone += part.text
    else if (part.kind === 'added') put += part.text
    else {
      settle()
      for (let at = 0; at < part.text.length; at++) places[from + at] = to + at
      from += part.text.length
      to += part.text.length
    }
  }
  settle()
  return places
}

/** The part of a long text that holds another; all of it where that is not long, or where it is not found. */
function windowIn(text: string, within: string): { start: number; text: string } {
  if (within.length <= text.length * 2 + 2 * AROUND) return { start: 0, text: within }
  for (let at = 0; at < text.length; at += SAMPLE) {
    const found = within.indexOf(text.slice(at, at + SAMPLE))
    if (found === -1) continue
    const start = Math.max(0, found - at - AROUND)
    return { start, text: within.slice(start, found + text.length + AROUND) }
  }
  return { start: 0, text: within }
}
