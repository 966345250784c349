import { describe, expect, test } from 'vitest'
import { formFields, formOf, TEXT_FIELDS } from './form.ts'
import { type Csl, parseAuthors } from './source.ts'

describe('the fields of the form', () => {
  test('every field is there once, whatever the kind', () => {
    for (const type of ['', 'interview', 'dataset', 'book', 'report'] as const) {
      const { first, more } = formFields(type, () => false)
      expect([...first, ...more].sort()).toEqual([...TEXT_FIELDS].sort())
    }
  })

  test('of an interview the person and the medium come first, and no address is in the way', () => {
    const { first, more } = formFields('interview', () => false)
    expect(first).toEqual(['title', 'authors', 'date', 'medium'])
    expect(more).toContain('url')
  })

  test('what holds something is in sight', () => {
    expect(formFields('book', (field) => field === 'doi').first).toContain('doi')
  })
})

test('a record becomes the form it was read from', () => {
  const csl: Csl = {
    type: 'report',
    title: 'A report',
    author: [{ family: 'Lee', given: 'Ann' }, { literal: 'The Desk' }],
    issued: { 'date-parts': [[2023, 2]] },
    DOI: '10.1000/182',
    volume: '12',
    page: '45-61',
    editor: [{ family: 'Brok', given: 'Lene' }],
  }
  const form = formOf(csl)
  expect(form).toMatchObject({ authors: 'Lee, Ann; The Desk', date: '2023-02', doi: '10.1000/182', url: '' })
  expect(form).toMatchObject({ volume: '12', pages: '45-61', editors: 'Brok, Lene', issue: '' })
  expect(parseAuthors(form.authors)).toEqual(csl.author)
})
