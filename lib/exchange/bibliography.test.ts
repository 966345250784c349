import { describe, expect, test } from 'vitest'
import type { Csl } from '@/lib/domain/source'
import { formatReferences } from './bibliography'

const url = 'https://example.org/a?b=1&c=2'

const ENTRIES: [string, Csl, string][] = [
  [
    'a news article with its day',
    {
      type: 'article-newspaper',
      title: 'Two explosions heard',
      author: [{ family: 'Lee', given: 'Ann' }, { literal: 'The Desk' }],
      'container-title': 'Babel',
      issued: { 'date-parts': [[2023, 2, 27]] },
      URL: url,
    },
    `Lee, A. & The Desk. (2023, February 27). Two explosions heard. Babel. ${url}`,
  ],
  ['a page of no known date', { type: 'webpage', title: 'A page', URL: url }, `A page. (n.d.). ${url}`],
  [
    'a month is enough',
    { type: 'report', title: 'Count', publisher: 'Viasna', issued: { 'date-parts': [[2022, 3]] } },
    'Count. (2022). Viasna.',
  ],
  ['another script', { type: 'book', title: 'Ŭ Беларусі' }, 'Ŭ Беларусі. (n.d.).'],
  [
    'markup is what somebody wrote',
    { type: 'webpage', title: '<b>Bold</b> & <sc>small</sc>' },
    '<b>Bold</b> & <sc>small</sc>. (n.d.).',
  ],
]

test.each(ENTRIES)('%s', async (_, source, entry) => {
  expect(await formatReferences([source])).toEqual([entry])
})

describe('an entry', () => {
  test('never depends on its neighbours, nor on what was worded before', async () => {
    const sources = ENTRIES.map(([, source]) => source)
    const entries = ENTRIES.map(([, , entry]) => entry)
    expect(await formatReferences(sources)).toEqual(entries)
    expect(await formatReferences([...sources].reverse())).toEqual([...entries].reverse())
  })

  test('that the style cannot word is given in plain words', async () => {
    const odd: Csl = { type: 'webpage', title: 'Odd \uf8f0', publisher: 'Press', URL: url }
    const [plain] = await formatReferences([odd])
    expect(plain).toBe(`Odd \uf8f0. Press. ${url}`)
  })

  test('of no source is none', async () => expect(await formatReferences([])).toEqual([]))
})
