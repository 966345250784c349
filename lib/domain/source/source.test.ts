import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorWords,
  imprint,
  parseAuthors,
  parsePartialDate,
  partialDateIso,
  partialDateWords,
  whereabouts,
} from './source.ts'

describe('partial dates', () => {
  test.each([
    ['2023', [2023]],
    ['2023-02', [2023, 2]],
    ['2023-02-27', [2023, 2, 27]],
    [' 2023/2/7 ', [2023, 2, 7]],
    ['2024-02-29', [2024, 2, 29]],
    ['2023-02-29', null],
    ['1900-02-29', null],
    ['2023-13', null],
    ['2023-00', null],
    ['2023-04-31', null],
    ['27.02.2023', null],
    ['02/03/2023', null],
    ['February 2023', [2023, 2]],
    ['31 March 2022', [2022, 3, 31]],
    ['March 31, 2022', [2022, 3, 31]],
    ['7 Sep. 2022', [2022, 9, 7]],
    ['31 February 2022', null],
    ['Ma 2022', null],
    ['31 Smarch 2022', null],
    ['1 March 2 2022', null],
    ['0000', null],
    ['', null],
    ['2023-', null],
  ])('%j', (text, date) => expect(parsePartialDate(text)).toEqual(date))

  test('reads back what it writes', () => {
    const dates = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 3 }), (date, parts) => {
        const partial = date.slice(0, parts) as [number]
        expect(parsePartialDate(partialDateIso(partial))).toEqual(partial)
      }),
    )
  })

  test('says them as people do', () => {
    expect(partialDateWords([2023, 2, 27])).toBe('27 Feb 2023')
    expect(partialDateWords([2023, 2])).toBe('Feb 2023')
    expect(partialDateWords([2023])).toBe('2023')
  })
})

test('reads authors', () => {
  expect(parseAuthors('Lee, Ann; Human Rights Center Viasna ;; ')).toEqual([
    { family: 'Lee', given: 'Ann' },
    { literal: 'Human Rights Center Viasna' },
  ])
  expect(authorWords(parseAuthors('Lee, Ann; Viasna'))).toBe('Ann Lee, Viasna')
})

test('names where and when, with what is known', () => {
  expect(imprint({ 'container-title': 'Babel', issued: { 'date-parts': [[2023, 2, 27]] } })).toBe('Babel, 27 Feb 2023')
  expect(imprint({ publisher: 'PACE' })).toBe('PACE')
  expect(imprint({ author: [{ literal: 'BYPOL' }], issued: { 'date-parts': [[2023]] } })).toBe('BYPOL, 2023')
  expect(imprint({})).toBe('')
})

test('tells two entries of one title apart by where they are', () => {
  expect(whereabouts({ publisher: 'PACE', URL: 'https://www.pace.example/a' })).toBe('PACE · pace.example')
  expect(whereabouts({ URL: 'https://weir.example/a', issued: { 'date-parts': [[2023]] } })).toBe('2023 · weir.example')
  expect(whereabouts({ 'container-title': 'weir.example', URL: 'https://weir.example/a' })).toBe('weir.example')
  expect(whereabouts({ issued: { 'date-parts': [[2023]] } })).toBe('2023')
  expect(whereabouts({ URL: 'nothing' })).toBe('')
})
