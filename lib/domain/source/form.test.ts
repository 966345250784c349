import { describe, expect, test } from 'vitest'
import { formFields, formOf, mergedForm, recordKey, TEXT_FIELDS } from './form.ts'
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

describe('a record that changed while someone typed', () => {
  const seen = formOf({ type: 'book', title: 'The mill', publisher: 'Prom' })
  const now = formOf({ type: 'book', title: 'The mill', publisher: 'Prom Press', edition: '2' })
  test.each<[string, object, object, string[]]>([
    [
      'what was left alone is as it is now',
      { language: 'be' },
      { publisher: 'Prom Press', edition: '2', language: 'be' },
      [],
    ],
    [
      'what both changed is theirs, and named',
      { publisher: 'Prom Ltd' },
      { publisher: 'Prom Ltd', edition: '2' },
      ['publisher'],
    ],
    ['the same change is no conflict', { publisher: 'Prom Press' }, { publisher: 'Prom Press', edition: '2' }, []],
  ])('%s', (_, typed, form, both) => {
    expect(mergedForm(seen, now, { ...seen, ...typed })).toEqual({ form: { ...seen, ...form }, both })
  })

  test('is known by what it says', () => {
    expect(recordKey({ type: 'book', title: 'The mill' })).toBe(recordKey({ title: 'The mill', type: 'book' }))
    expect(recordKey({ type: 'book', title: 'The mill' })).not.toBe(recordKey({ type: 'book', title: 'A mill' }))
  })
})
