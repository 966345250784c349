import { words } from './word.ts'

/**
 * What a word diff compares: words, whole dates ("9 August 2020", "26th of February, 2023", "14 жніўня"), runs of
 * white space, and every other character (grapheme) by itself. Joined they give the text back.
 */

const LANGUAGES = ['en', 'be', 'ru', 'uk', 'pl', 'lt', 'lv', 'de', 'fr', 'es', 'it']
/** Belarusian in Łacinka, which Intl has no names for. */
const LATIN_BELARUSIAN =
  'studzienia lutaha sakavika krasavika traŭnia maja červienia lipienia žniŭnia vieraśnia kastryčnika listapada śniežnia'

let datePattern: RegExp | undefined

function dates(): RegExp {
  if (datePattern) return datePattern
  const names = new Set(LATIN_BELARUSIAN.split(' '))
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(new Date(Date.UTC(2020, month, 1)))
      const name = parts.find((part) => part.type === 'month')?.value
      if (name && /^\p{L}+$/u.test(name)) names.add(name.toLowerCase())
    }
  }
  const month = `(?:${[...names].sort((a, b) => b.length - a.length).join('|')})`
  const day = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`
  const edge = String.raw`(?![\p{L}\p{N}])`
  datePattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}.,-])(?:${day} (?:of )?${month}${edge}(?:,? \d{4}${edge})?|${month} ${day}${edge}(?:,? \d{4}${edge})?|${month} \d{4}${edge})`,
    'giu',
  )
  return datePattern
}

/** The tokens of a text, in order; joined they are the text. Linear in its length. */
export function diffTokens(text: string): string[] {
  const tokens: string[] = []
  let from = 0
  for (const match of text.matchAll(dates())) {
    pushWords(text.slice(from, match.index), tokens)
    tokens.push(match[0])
    from = match.index + match[0].length
  }
  pushWords(text.slice(from), tokens)
  return tokens
}

function pushWords(text: string, tokens: string[]): void {
  let from = 0
  for (const word of words(text)) {
    pushGap(text.slice(from, word.start), tokens)
    tokens.push(word.text)
    from = word.end
  }
  pushGap(text.slice(from), tokens)
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
