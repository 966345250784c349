import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundPlaces, isFound } from './found-place.ts'

describe('what is searched for is found', () => {
  test.each([
    ['without accents', 'The Rušeńnie movement', 'rusennie', ['Rušeńnie']],
    ['whatever the case', 'ЗАБІТЫЯ і забітыя', 'забітыя', ['ЗАБІТЫЯ', 'забітыя']],
    ['in typographic quotation marks', 'the “People’s” militia', '"people\'s"', ['“People’s”']],
    ['with thousands set off otherwise', 'between 200,000 and 500 000', '500,000', ['500 000']],
    ['with none set off', 'between 200,000 and 500 000', '200000', ['200,000']],
    ['over a line', 'on the\n left  flank', 'the left flank', ['the\n left  flank']],
    ['with another dash', 'Minsk–Brest', 'minsk-brest', ['Minsk–Brest']],
    ['with letters that are longer in lower case', 'İstanbul, İstanbul', 'istanbul', ['İstanbul', 'İstanbul']],
    ['in combining letters', 'Ku\u0301pala', 'kupala', ['Ku\u0301pala']],
  ])('%s', (_, text, search, expected) => {
    expect(foundPlaces(text, search).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
    expect(isFound(text, search)).toBe(true)
  })

  test.each([
    ['another number', '2021.03.31', '20210331'],
    ['nothing', 'words', ' '],
    ['a word that is not there', 'the mill', 'river'],
  ])('not: %s', (_, text, search) => expect(foundPlaces(text, search)).toEqual([]))

  test('every part of a text is found in it, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), fc.nat(40), (text, from, length) => {
        const part = text.slice(from, from + length).trim()
        fc.pre(part !== '' && part.isWellFormed() && !/^[\p{M},.'’]|[,.'’]$|\d/u.test(part))
        const places = foundPlaces(text, part)
        places.forEach(({ start, end }, at) => {
          expect(start).toBeLessThanOrEqual(end)
          expect(start).toBeGreaterThanOrEqual(places[at - 1]?.end ?? 0)
        })
      }),
    )
  })
})
