import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceSegmenter } from './sentences.ts'
import { DISTANT } from './testing/distant.ts'
import { KINDS } from './testing/kinds.ts'
import { SLAVIC } from './testing/slavic.ts'
import { WESTERN } from './testing/western.ts'

/** By language: texts with a bar where a sentence must end; the bar is taken out before cutting. */
const TABLE: Record<string, string[]> = { ...WESTERN, ...SLAVIC, ...DISTANT }

const ROWS = [
  ...Object.entries(TABLE).flatMap(([language, texts]) => texts.map((text) => [language, text] as const)),
  ...Object.values(KINDS).flat(),
]
const segmenters = new Map<string, (text: string) => string[]>()
for (const language of Object.keys(TABLE)) segmenters.set(language, await sentenceSegmenter(language))

describe('sentences, language by language', () => {
  test.each(ROWS)('%s: %s', (language, marked) => {
    expect(segmenters.get(language)?.(marked.replaceAll('|', ''))).toEqual(marked.split('|'))
  })
})

describe('a claim read alone', () => {
  test.each(ROWS)('%s: %s', (language, marked) => {
    for (const claim of marked.split('|')) expect(segmenters.get(language)?.(claim)).toEqual([claim])
  })
})

describe('whatever the text and the language', () => {
  const unit = fc.constantFrom(
    ...['A', 'b', 'Я', 'ў', 'ń', 'ש', 'ع', '中', 'か', '한', 'ᄒ', 'ᅡ', 'ह', '\u093f', '\u094d', 'ส', 'ក', 'က'],
    ...['. ', '.', '! ', '?', '…', '。', '」', '「', '।', '။', '។', '።', '։', '؟', '،', '“', '”', '"', "'", '«', '»'],
    ...['г. ', 'Dr. ', '9. ', '1.083', '1 083', '3,5', '[1]', '[citation needed]', '(', ')', ' ', '\n', '\u00a0'],
    ...['👩‍👩‍👧', '👍🏽', '🇧🇾', '🇱', '\u0301', '\u200d', '\u200f', '\ufe0f', '\ud83d', '\udc69', '\u0600', '¹'],
  )
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.array(unit, { maxLength: 40 }).map((units) => units.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  )
  const languages = Object.keys(TABLE)
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

  test('the claims are the text, each says something, none begins inside a character, and twice is the same', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (whole, language) => {
        const cut = segmenters.get(language)
        const pieces = cut?.(whole) ?? []
        expect(pieces.join('') === whole).toBe(true)
        let at = 0
        for (const piece of pieces.slice(0, -1)) {
          at += piece.length
          expect(piece).toMatch(/[\p{L}\p{N}]/u)
          expect(graphemes.segment(whole).containing(at)?.index).toBe(at)
        }
        if (whole.trim() !== '') expect(pieces.every((piece) => piece.trim() !== '')).toBe(true)
        expect(cut?.(whole)).toEqual(pieces)
      }),
      { numRuns: 3_000 },
    )
  })
})

test('the table is broad enough', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(300)
  expect(Object.keys(TABLE).length).toBeGreaterThanOrEqual(34)
})
