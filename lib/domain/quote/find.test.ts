import { describe, expect, test } from 'vitest'
import { searchable } from '../text/searchable.ts'
import { PLACE_LIMIT, placesOf } from './find.ts'

const TEXT = 'BYPOL said “twelve  people”.\nThe twelve people were — it said — detained.'
const found = (sought: string) => placesOf(searchable(TEXT), sought).map(({ start, end }) => TEXT.slice(start, end))

describe('placesOf', () => {
  test.each([
    ['Twelve people', ['twelve  people', 'twelve people']],
    ['"twelve people"', ['“twelve  people”']],
    ['were - it', ['were — it']],
    ['pol', ['POL']],
    ['nobody', []],
    ['  ', []],
  ])('%s', (sought, places) => expect(found(sought)).toEqual(places))
  test('tells no more than can be stepped through', () =>
    expect(placesOf(searchable('a '.repeat(2_000)), 'a')).toHaveLength(PLACE_LIMIT))
})
