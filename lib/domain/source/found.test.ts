import { describe, expect, test } from 'vitest'
import { FILLED_FIELDS } from './fill.ts'
import { FOUND_PLACES, type FoundValue, foundChoices, foundIn, foundWithout, MOST_FOUND, mergeFound } from './found.ts'

const title = (from: FoundValue['from'], value: string): FoundValue => ({ field: 'title', from, value })

describe('what a place says', () => {
  test('is said as the form shows it', () => {
    const csl = {
      type: 'article-newspaper' as const,
      title: 'Пожежа на млині',
      author: [{ family: 'Коваль', given: 'Ганна' }, { literal: 'Reuters' }],
      issued: { 'date-parts': [[2021, 5, 3]] as [[number, number, number]] },
      'container-title': 'Le Canal',
    }
    expect(foundIn('json_ld', csl)).toEqual([
      { field: 'title', from: 'json_ld', value: 'Пожежа на млині' },
      { field: 'authors', from: 'json_ld', value: 'Коваль, Ганна; Reuters' },
      { field: 'container', from: 'json_ld', value: 'Le Canal' },
      { field: 'date', from: 'json_ld', value: '2021-05-03' },
    ])
  })

  test('leaves out what says nothing, and what no one could compare', () => {
    expect(foundIn('html', {})).toEqual([])
    expect(foundIn('html', { title: '  ', publisher: 'x'.repeat(10_000) })).toEqual([])
  })
})

describe('found again', () => {
  test('replaces what the same place said, and keeps the others', () => {
    const before = [title('html', 'Old'), title('json_ld', 'Brand')]
    expect(mergeFound(before, [title('html', 'New'), title('doi', 'Der Brand')])).toEqual([
      title('doi', 'Der Brand'),
      title('json_ld', 'Brand'),
      title('html', 'New'),
    ])
  })

  test('has a bound that no honest page reaches', () => {
    expect(MOST_FOUND).toBeGreaterThan(FOUND_PLACES.length * FILLED_FIELDS.length)
  })
})

describe('side by side', () => {
  const found = [
    title('doi', 'The Mill  Fire'),
    title('open_graph', 'the mill fire'),
    title('html', 'The mill | Canal'),
  ]
  test.each([
    [
      'what the record says first, with who says so',
      'The mill fire',
      [
        ['The mill fire', ['doi', 'open_graph'], true],
        ['The mill | Canal', ['html'], false],
      ],
    ],
    [
      'what a person wrote, whom no place agrees with',
      'A fire',
      [
        ['A fire', [], true],
        ['The Mill  Fire', ['doi', 'open_graph'], false],
        ['The mill | Canal', ['html'], false],
      ],
    ],
  ] as const)('%s', (_, recorded, expected) => {
    const choices = foundChoices(found, 'title', recorded)
    expect(choices.map(({ value, places, chosen }) => [value, places, chosen])).toEqual(expected)
  })

  test('says nothing of a field that no machine found', () => {
    expect(foundChoices(found, 'date', '2021')).toEqual([])
  })
})

test('a redacted field goes from what was found, and no other', () => {
  const found: FoundValue[] = [
    title('doi', 'A fire'),
    { field: 'authors', from: 'json_ld', value: 'Sorel, Pia' },
    { field: 'authors', from: 'html', value: 'P. Sorel' },
  ]
  const left = foundWithout(found, 'author')
  expect(left.map(({ value }) => value)).toEqual(['A fire', '[redacted]', '[redacted]'])
  expect(mergeFound(left, [])).toEqual([title('doi', 'A fire')])
  expect(foundWithout(found, 'URL')).toEqual(found)
})
