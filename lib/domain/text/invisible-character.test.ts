import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOf, unseenIn, visible } from './invisible-character.ts'

describe('characters no one would see', () => {
  test.each([
    ['an override', 'a\u202ebc', 'a⟨U+202E⟩bc', ['U+202E']],
    ['a zero byte', 'a\u0000', 'a⟨U+0000⟩', ['U+0000']],
    ['a zero-width space, twice', '\u200ba\u200b', '⟨U+200B⟩a⟨U+200B⟩', ['U+200B']],
    ['half a pair', 'a\ud83d', 'a⟨U+D83D⟩', ['U+D83D']],
    ['tags without their flag', 'a\u{e0061}', 'a⟨U+E0061⟩', ['U+E0061']],
    ['nothing in a family of emoji', '👩‍👩‍👧 ŭśćč', '👩‍👩‍👧 ŭśćč', []],
    ['nothing in a flag of tags', '🏴\u{e0067}\u{e007f}', '🏴\u{e0067}\u{e007f}', []],
    ['nothing in lines and tabs', 'a\n\tb', 'a\n\tb', []],
  ])('%s', (_name, text, shown, names) => {
    expect(visible(text)).toBe(shown)
    expect(unseenIn(text)).toEqual(names)
  })

  test('the parts, joined, are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
        expect(
          partsOf(text)
            .map(({ text: part, name }) => (name ? `⟨${name}⟩` : part))
            .join(''),
        ).toBe(visible(text))
      }),
      { numRuns: 1_000 },
    )
  })
})
