import { words } from './word.ts'
import { withWholeDates } from './word-date.ts'

/**
 * What a word diff compares: words, whole dates ("9 August 2020", "26th of February, 2023", "14 жніўня"), runs of
 * white space, and every other character (grapheme) by itself. Joined they give the text back. Linear in its length.
 */
export function diffTokens(text: string): string[] {
  const tokens: string[] = []
  let from = 0
  for (const word of words(text)) {
    pushGap(text.slice(from, word.start), tokens)
    tokens.push(word.text)
    from = word.end
  }
  pushGap(text.slice(from), tokens)
  return withWholeDates(tokens)
}

let graphemes: Intl.Segmenter | undefined

function pushGap(gap: string, tokens: string[]): void {
  if (gap === '') return
  for (const part of gap.match(/\s+|\S+/gu) ?? []) {
    if (part.length === 1 || /^\s/u.test(part)) {
      tokens.push(part)
      continue
    }
    graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
    for (const { segment } of graphemes.segment(part)) tokens.push(segment)
  }
}
