import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords, words } from './word.ts'

const TABLE: [string, string[]][] = [
  ['', []],
  [' — … “” 🎉 ', []],
  ['At least 60', ['At', 'least', '60']],
  ["don't and don’t", ["don't", 'and', 'don’t']],
  ["the partisans' base", ['the', 'partisans', 'base']],
  ['a T-72 and an A-50U', ['a', 'T-72', 'and', 'an', 'A-50U']],
  ['in mid-2021', ['in', 'mid-2021']],
  ['1,083 or 1.083 or 3.5', ['1,083', 'or', '1.083', 'or', '3.5']],
  ['200 000 people', ['200 000', 'people']],
  ['200\u202f000 people', ['200\u202f000', 'people']],
  ['1 083,5 km', ['1 083,5', 'km']],
  ['1 083, 5', ['1 083', '5']],
  ['١٬٠٨٣ و٣٫٥', ['١٬٠٨٣', 'و٣٫٥']],
  ['צה״ל וצה"ל אמר "כן"', ['צה״ל', 'וצה"ל', 'אמר', 'כן']],
  ['in 2020 500 people', ['in', '2020', '500', 'people']],
  ['2020–2021 and 2020-21', ['2020–2021', 'and', '2020-21']],
  ['26.02.2023, 10:30', ['26.02.2023', '10:30']],
  ['9/11', ['9/11']],
  ['the U.S. Army', ['the', 'U.S.', 'Army']],
  ['at 5 p.m. today', ['at', '5', 'p.m.', 'today']],
  ['A. B. Smith', ['A', 'B', 'Smith']],
  ['ended.The next', ['ended', 'The', 'next']],
  ['one,two;three', ['one', 'two', 'three']],
  ['5% of $7', ['5', 'of', '7']],
  ['Ўсе з’езды і п’яць сямʼяў', ['Ўсе', 'з’езды', 'і', 'п’яць', 'сямʼяў']],
  ['Busły liaciać', ['Busły', 'liaciać']],
  ['Kalinou\u0306ski', ['Kalinou\u0306ski']],
  ['我们去北京', ['我们', '去', '北京']],
  ['هل هذا صحيح؟', ['هل', 'هذا', 'صحيح']],
  ['מה שלומך?', ['מה', 'שלומך']],
  ['نمی\u200cخواهم', ['نمی\u200cخواهم']],
  ['हिन्दी में', ['हिन्दी', 'में']],
  ['word—word', ['word', 'word']],
  ['(in Ukraine)', ['in', 'Ukraine']],
  ['trailing- and -leading', ['trailing', 'and', 'leading']],
]

/** Letters that a grapheme may begin with and that stand alone where nothing they belong to follows (UAX #29, GB9b). */
const PREPENDED =
  /[\u0d4e\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]$/u

describe('words', () => {
  test.each(TABLE)('%s', (text, expected) => {
    expect(words(text).map((word) => word.text)).toEqual(expected)
    expect(countWords(text)).toBe(expected.length)
  })

  test('lie in order, do not overlap, are what they say, and cut no grapheme', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        let end = 0
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.text).toBe(text.slice(word.start, word.end))
          expect(word.text).toMatch(/[\p{L}\p{N}]/u)
          end = word.end
          if (end < text.length && !PREPENDED.test(word.text))
            expect(graphemes.segment(text).containing(end)?.index).toBe(end)
        }
        const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
        const inside = words(text).flatMap((word) => word.text.match(/[\p{L}\p{N}]/gu) ?? []).length
        expect(inside).toBe(letters)
      }),
      { numRuns: 2_000 },
    )
  })

  test('comes to an end on long hostile text, which a rule that looks back again and again would not', () => {
    for (const unit of ['a.', "a'", '1,', '1 000 ', '我', 'a\u0301', '-']) words(unit.repeat(200_000))
  })
})
