import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameSubstance, substanceOf } from './substance.ts'

const SAME: [string, string, string][] = [
  ['double space', 'two  words', 'two words'],
  ['line break', 'two\nwords', 'two words'],
  ['CRLF', 'two\r\nwords', 'two words'],
  ['no-break space', '200\u00a0000', '200 000'],
  ['narrow no-break space', '200\u202f000', '200 000'],
  ['outer white space', '  At least 60\n', 'At least 60'],
  ['space before a full stop', 'diasporas exist .', 'diasporas exist.'],
  ['space after a comma', 'Minsk,Belarus', 'Minsk, Belarus'],
  ['space inside parentheses', '( in Ukraine )', '(in Ukraine)'],
  ['space around an em dash', 'he left — alone', 'he left—alone'],
  ['trailing full stop', 'Several', 'Several.'],
  ['trailing full stop and space', 'Several', 'Several. '],
  ['full stop of an initialism', 'in the U.S', 'in the U.S.'],
  ['curly and straight double', 'said “no”', 'said "no"'],
  ['low and guillemets', 'сказаў „не“', 'сказаў «не»'],
  ['guillemets with spaces', 'dit « non »', 'dit "non"'],
  ['single and double', '‘at the right time’', '"at the right time"'],
  ['straight single and curly double', "it was 'planned' then", 'it was “planned” then'],
  ['full stop moved out of the quotation', 'freedom of Ukraine."', 'freedom of Ukraine".'],
  ['full stop dropped inside the quotation', 'freedom of Ukraine."', 'freedom of Ukraine"'],
  ['apostrophe style', 'Lukashenko’s', "Lukashenko's"],
  ['letter apostrophe', 'з’езд', 'зʼезд'],
  ['possessive apostrophe style', 'the partisans’ base', "the partisans' base"],
  ['NFC and NFD', 'Kalino\u016dski', 'Kalinou\u0306ski'],
  ['ideographic full stop', '今天天气好。', '今天天气好'],
  ['space between ideographs', '今天 天气', '今天天气'],
  ['ideographic space', 'two\u3000words', 'two words'],
]

const CHANGED: [string, string, string][] = [
  ['a digit', 'At least 60', 'At least 61'],
  ['a word', 'at least 11 partisans', 'at least 11 members'],
  ['case', 'Partisans', 'partisans'],
  ['a comma', 'On March 25, 2025', 'On March 25 2025'],
  ['a semicolon', 'signals; and', 'signals, and'],
  ['hyphen and en dash', '2020-21', '2020–21'],
  ['en dash and em dash', '2020–21', '2020—21'],
  ['digit grouping by space', '1 083', '1083'],
  ['digit grouping by comma', '1,083', '1083'],
  ['point and comma', '1.083', '1,083'],
  ['list and decimal', '1, 5', '1,5'],
  ['sentence and decimal', 'rose to 3. 5 died', 'rose to 3.5 died'],
  ['joined words', 'no where', 'nowhere'],
  ['joined letter and digit', 'T 72', 'T72'],
  ['spaced hyphen', 'man-eating', 'man - eating'],
  ['minus', '10 -5', '10-5'],
  ['exclamation', 'No.', 'No!'],
  ['question', 'He left.', 'He left?'],
  ['ellipsis', 'He left...', 'He left'],
  ['ellipsis and full stop', 'He left...', 'He left.'],
  ['a full stop in the middle', 'the U.S. army', 'the US army'],
  ['quotation marks added', 'a so-called coup', 'a "so-called" coup'],
  ['quotation marks moved', '"a coup" was', 'a "coup" was'],
  ['apostrophe dropped', 'dont', "don't"],
  ['apostrophe moved', "the partisan's base", "the partisans' base"],
  ['quotation mark in a word', 'don"t', "don't"],
  ['feet and inches', "5' long", '5" long'],
  ['zero width space', 'Minsk', 'Min\u200bsk'],
  ['soft hyphen', 'Minsk', 'Min\u00adsk'],
  ['bidirectional override', 'Minsk', '\u202eMinsk'],
  ['byte order mark', 'Minsk', '\ufeffMinsk'],
  ['look-alike letter', 'Minsk', 'Mіnsk'],
  ['compatibility form', 'ﬁre', 'fire'],
  ['fraction', '½', '1⁄2'],
  ['superscript', '5²', '52'],
  ['variation selector', '☠', '☠\ufe0f'],
  ['a bracket', '(in Ukraine)', 'in Ukraine'],
  ['percent sign', '5 %', '5 ‰'],
  ['nothing', '', 'a'],
]

describe('sameSubstance', () => {
  test.each(SAME)('keeps the check: %s', (_, before, after) => {
    expect(substanceOf(before)).toBe(substanceOf(after))
    expect(sameSubstance(after, before)).toBe(true)
  })

  test.each(CHANGED)('makes it stale: %s', (_, before, after) => {
    expect(sameSubstance(before, after)).toBe(false)
    expect(sameSubstance(after, before)).toBe(false)
  })

  const piece = fc.constantFrom(
    'a',
    'B',
    '1',
    '0',
    ' ',
    '\u00a0',
    '.',
    ',',
    '"',
    '“',
    '”',
    "'",
    '’',
    '‘',
    '-',
    '–',
    'ў',
    '好',
    '\n',
    '«',
    '😀',
  )
  const wording = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))

  test('is reflexive, symmetric and transitive, and its normal form keeps every letter and digit', () => {
    const counts = { numRuns: 5_000 }
    fc.assert(
      fc.property(wording, wording, wording, (a, b, c) => {
        expect(sameSubstance(a, a)).toBe(true)
        expect(sameSubstance(a, b)).toBe(sameSubstance(b, a))
        if (sameSubstance(a, b) && sameSubstance(b, c)) expect(sameSubstance(a, c)).toBe(true)
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(substanceOf(a))).toBe(letters(a.normalize('NFC')))
        if (sameSubstance(a, b)) expect(letters(a)).toBe(letters(b))
      }),
      counts,
    )
  })

  test('is the same under outer white space, for any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sameSubstance(text, ` ${text}\n`)).toBe(true)
        expect(sameSubstance(text, text.normalize('NFD'))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
