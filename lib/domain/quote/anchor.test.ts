import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchable } from '../text/searchable.ts'
import {
  type Anchor,
  anchorOf,
  FUZZY_LIMIT,
  findAnchor,
  findIn,
  findQuote,
  findQuoteIn,
  SCORE_FLOOR,
} from './anchor.ts'

const REPORT =
  'The railway workers stopped the trains on 26 February. Officials said 12 people were detained in Minsk that night. ' +
  'In Homel the police searched three flats and found nothing. Two days later officials said 15 people were detained ' +
  'in Brest, all of them signalmen. The court heard the case in May. The railway denied everything, and the trains ran.'

const anchorTo = (text: string, quote: string, nth = 0): Anchor => {
  let at = text.indexOf(quote)
  for (let seen = 0; seen < nth; seen++) at = text.indexOf(quote, at + 1)
  return anchorOf(text, at, at + quote.length)
}
const found = (text: string, anchor: Anchor) => {
  const place = findAnchor(text, anchor)
  return place && text.slice(place.start, place.end)
}

describe('anchorOf', () => {
  test('keeps the words, what stands around them, and the place, white space at the edges aside', () => {
    const at = REPORT.indexOf(' Officials')
    const anchor = anchorOf(REPORT, at, at + ' Officials said 12 people '.length)
    expect(anchor.exact).toBe('Officials said 12 people')
    expect(REPORT.slice(anchor.start, anchor.end)).toBe(anchor.exact)
    expect(REPORT).toContain(anchor.prefix + anchor.exact + anchor.suffix)
    expect(anchor.prefix).toBe('The railway workers stopped the trains on 26 February. ')
    for (const side of [anchor.prefix, anchor.suffix]) expect(side.length).toBeGreaterThanOrEqual(32)
  })

  test.each([
    ['   ', 0, 3],
    ['word', 2, 2],
    ['word', 3, 2],
    ['word', -1, 2],
    ['word', 0, 5],
    ['word', Number.NaN, 2],
  ])('refuses %j from %d to %d', (text, start, end) => expect(() => anchorOf(text, start, end)).toThrow(RangeError))

  test('no surrogate pair is cut, and every anchor is found where it was taken', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '😀', 'ў', '\n', '“', '-', '👍🏽', 'é'), { maxLength: 300 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (parts, a, b) => {
        const whole = parts.join('')
        const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y) as [number, number]
        if (whole.slice(start, end).trim() === '') return
        const anchor = anchorOf(whole, start, end)
        for (const part of [anchor.exact, anchor.prefix, anchor.suffix]) expect(part.isWellFormed()).toBe(true)
        if (whole === anchor.exact) return
        expect(findAnchor(whole, anchor)).toEqual({ start: anchor.start, end: anchor.end, score: 1, how: 'exact' })
      }),
    )
  })
})

describe('findAnchor', () => {
  const quote = 'Officials said 12 people were detained in Minsk that night.'

  test.each([
    ['unchanged', REPORT],
    ['moved', `A new headline, and a standfirst of some length.\n\n${REPORT}`],
    ['no-break and double spaces', REPORT.replaceAll(' ', ' \u00a0')],
    ['soft hyphens', REPORT.replace('detained', 'de\u00adtain\u00aded')],
    ['broken at the end of a line', REPORT.replace('detained', 'de-\ntained')],
    ['other case', REPORT.replace('Officials', 'OFFICIALS')],
  ])('%s: exactly', (_name, text) =>
    expect(findAnchor(text, anchorTo(REPORT, quote))).toMatchObject({ score: 1, how: 'exact' }),
  )

  test.each([
    ['“We never left”, she said — twice.', '"We never left", she said - twice.'],
    ['the ﬁnal oﬃce', 'the final office'],
    ['Це «слово» тут…', 'Це “слово” тут...'],
    ['йод и ёлка', 'и\u0306од и е\u0308лка'],
    ['Лукашенко сказал', 'Лукаше\u0301нко сказал'],
  ])('%j is %j', (page, typed) => expect(findQuote(`So. ${page} End`, typed)).toMatchObject({ how: 'exact', score: 1 }))

  test('tells a passage with mistakes, to the bounds of words', () => {
    const text = REPORT.replace('Officials said 12 people were detained', 'Offcials sald 12 peple werc detalned')
    const place = findAnchor(text, anchorTo(REPORT, quote))
    expect(place?.how).toBe('fuzzy')
    expect(place && text.slice(place.start, place.end)).toBe(
      'Offcials sald 12 peple werc detalned in Minsk that night.',
    )
  })

  test('lets what stands around choose among several, and the position where nothing else does', () => {
    expect(findAnchor(REPORT, anchorTo(REPORT, 'people were detained', 1))?.start).toBe(
      REPORT.lastIndexOf('people were detained'),
    )
    const moved = `${REPORT.slice(0, 115)} ${'New words came in between. '.repeat(20)}${REPORT.slice(115)}`
    expect(findAnchor(moved, anchorTo(REPORT, 'people were detained', 1))?.start).toBe(
      moved.lastIndexOf('people were detained'),
    )
    const line = 'The same line stands here again.\n'
    const text = line.repeat(400)
    const bare = (start: number): Anchor => ({ exact: line.trim(), prefix: '', suffix: '', start, end: start + 32 })
    for (const nth of [0, 7, 399]) expect(findAnchor(text, bare(nth * 33))?.start).toBe(nth * 33)
    expect(findAnchor(text, bare(7 * 33 + 5))?.start).toBe(7 * 33)
  })

  test('finds a changed number in its own surroundings, and never elsewhere', () => {
    const anchor = anchorTo(REPORT, 'Officials said 12 people were detained')
    expect(found(REPORT.replace('12', '13'), anchor)).toBe('Officials said 13 people were detained')
    expect(found(REPORT.replace(/^.*?night\. /, ''), anchor)).toBe(null)
    // The quote's own words stand elsewhere; the place it was taken from says something else now.
    const swapped = REPORT.replace('12', '19').replace('15', '12')
    expect(found(swapped, anchor)).toBe('Officials said 19 people were detained')
  })

  test.each(['12', 'in Minsk', 'said'])('does not take %j from other surroundings', (short) => {
    const elsewhere = 'A wholly different report about the harvest: it said that 12 tonnes went to the mills in Minsk.'
    expect(findAnchor(elsewhere, anchorTo(REPORT, short))).toBe(null)
  })

  test('does not find a number within another', () => {
    expect(findQuote('It cost 1,083 roubles in 2012.', '83')).toBe(null)
    expect(findQuote('It cost 1,083 roubles in 2012.', '12')).toBe(null)
    expect(findQuote('It was 2012, and 12 came.', '12')?.start).toBe(17)
  })

  test('scores less the more is wrong', () => {
    const anchor = anchorTo(REPORT, quote)
    const worse = [
      REPORT,
      REPORT.replace('detained', 'detalned'),
      REPORT.replace('people were detained', 'peeple werc detalned'),
      REPORT.replace('people were detained in Minsk', 'peeple werc detalnd iin Mimsk'),
    ]
    const scores = worse.map((text) => findAnchor(text, anchor)?.score ?? 0)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(SCORE_FLOOR)
  })

  test('finds a long quote with mistakes all over it', () => {
    const sentence = (nth: number) =>
      `Sentence ${nth} tells of street ${nth * 7} and of the ${nth % 5 ? 'old' : 'new'} mill. `
    const text = Array.from({ length: 300 }, (_, nth) => sentence(nth)).join('')
    const anchor = anchorTo(text, text.slice(4_000, 7_000).trim())
    const noisy = text.replaceAll('street', 'strcet').replaceAll('tells of', 'telIs  of').replaceAll('mill.', 'mil.')
    const place = findAnchor(noisy, anchor)
    expect(place?.how).toBe('fuzzy')
    expect(noisy.slice(place?.start, (place?.start ?? 0) + 40)).toContain(anchor.exact.slice(0, 9))
    expect(noisy.slice((place?.end ?? 0) - 12, place?.end)).toContain('mil')
  })

  test('answers for an empty text, an empty quote, a quote longer than the text, and one longer than the limit', () => {
    expect(findAnchor('', anchorTo(REPORT, quote))).toBe(null)
    expect(findQuote(REPORT, '')).toBe(null)
    expect(findQuote(REPORT, ' \n')).toBe(null)
    expect(findQuote('Short.', REPORT)).toBe(null)
    const long = 'word '.repeat(FUZZY_LIMIT / 5 + 1).trim()
    expect(findQuote(`x ${long}`, long)?.how).toBe('exact')
    expect(findQuote(`x ${long.replace('word', 'wird')}`, long)).toBe(null)
  })

  test('finds the same in a text made searchable once', () => {
    const text = REPORT.replace('detained', 'detalned')
    const [once, anchor] = [searchable(text), anchorTo(REPORT, quote)]
    expect(findIn(once, anchor)).toEqual(findAnchor(text, anchor))
    expect(findQuoteIn(once, quote)).toEqual(findQuote(text, quote))
  })
})

describe('findQuote', () => {
  test.each([
    ['the police searched three flats', 'exact'],
    ['the policc searchcd three flats and found nothing', 'fuzzy'],
  ])('%j: %s', (quote, how) => expect(findQuote(REPORT, quote)?.how).toBe(how))

  test.each([
    'Officials said 13 people were detained in Minsk that night.',
    'Officials said 12 people were injured in Minsk that night.',
    'In Homel the police searched four flats and found nothing.',
    'The harvest was good that year, and the mills worked day and night.',
  ])('%j is not there', (quote) => expect(findQuote(REPORT, quote)).toBe(null))

  test('gives a place in the text, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text, quote) => {
          const place = findQuote(text, quote)
          if (!place) return
          expect(place.start).toBeGreaterThanOrEqual(0)
          expect(place.end).toBeGreaterThan(place.start)
          expect(place.end).toBeLessThanOrEqual(text.length)
          expect(place.score).toBeGreaterThanOrEqual(SCORE_FLOOR)
        },
      ),
    )
  })
})
