import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENCLOSURE_LIMIT, enclosures } from './enclosure.ts'
import { isFootnoteMarker } from './footnote-marker.ts'
import { correctSegments } from './segment.ts'

describe('correctSegments', () => {
  test.each<[string, string[], string[]]>([
    ['joins a number to its abbreviation', ['See No. ', '278. ', 'Then go.'], ['See No. 278. ', 'Then go.']],
    ['moves a marker to the sentence before', ['It ended.', '[1] Then more.'], ['It ended.[1] ', 'Then more.']],
    ['gives white space to the sentence before', ['It ended.', ' Then more.'], ['It ended. ', 'Then more.']],
    ['leaves no piece without a word', ['It ended. ', '— ', '…'], ['It ended. — …']],
    [
      'cuts behind a quotation the segmenter swallowed',
      ['"A went. B came." Then C left.'],
      ['"A went. B came." ', 'Then C left.'],
    ],
    ['breaks at a blank line', ['One', '\n\n', 'Two'], ['One\n\n', 'Two']],
    ['has nothing for nothing', [], []],
    ['keeps a text without words', ['…', ' '], ['… ']],
  ])('%s', (_, pieces, expected) => expect(correctSegments(pieces, 'en')).toEqual(expected))

  test('gives the text back whatever the segmenter answers, and correcting twice changes nothing', () => {
    const unit = fc.constantFrom(
      'A',
      'b ',
      '. ',
      '.',
      '"',
      '(',
      ')',
      '[1]',
      ' ',
      '\n\n',
      '5',
      '😀',
      '\u0301',
      'Dr. ',
      '。',
    )
    fc.assert(
      fc.property(fc.array(fc.array(unit, { minLength: 1 }).map((units) => units.join(''))), (pieces) => {
        const once = correctSegments(pieces, 'en')
        expect(once.join('')).toBe(pieces.join(''))
        expect(correctSegments(once, 'en')).toEqual(once)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('enclosures', () => {
  const found = (text: string): string[] => enclosures(text).map(({ start, end }) => text.slice(start, end))
  test.each([
    ['He said "A. B." and left', ['"A. B."']],
    ['“A ‘b’ c” d', ['“A ‘b’ c”']],
    ['„Ja. Nein.“ und »ja« und «non»', ['„Ja. Nein.“', '»ja«', '«non»']],
    ['a (b "c" d) e', ['(b "c" d)']],
    ['the partisans’ base and don’t', []],
    ['5" and (open and stray" marks', []],
    ['( unmatched (b)', ['(b)']],
    ['彼は「行く。」と', ['「行く。」']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
  test('lets go of a pair that is too long', () => expect(found(`(${'a'.repeat(ENCLOSURE_LIMIT)})`)).toEqual([]))
})

describe('isFootnoteMarker', () => {
  test.each([
    '1',
    '12, 13',
    '2–4',
    'a',
    'note 3',
    'citation needed',
    'better source needed',
    'who?',
    'by whom?',
    'when?',
    'dead link',
    'крыніца?',
  ])('[%s] is one', (text) => expect(isFootnoteMarker(text)).toBe(true))
  test.each(['The group', '2020', 'Minsk', '…', 'who had been there all along, and then some'])(
    '[%s] is none',
    (text) => expect(isFootnoteMarker(text)).toBe(false),
  )
})
