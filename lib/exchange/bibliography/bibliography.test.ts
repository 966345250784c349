import { describe, expect, test } from 'vitest'
import type { Csl } from '@/lib/domain/source/source.ts'
import { formatReferences } from './bibliography.ts'

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
  [
    'a decision without a series of reports has no blanks',
    {
      type: 'legal_case',
      title: 'Lowick v. Ferry Board',
      number: 'No. 12-345',
      'container-title': 'Harbour Court',
      issued: { 'date-parts': [[2019, 7, 4]] },
    },
    'Lowick v. Ferry Board, No. 12-345. (2019, July 4). Harbour Court.',
  ],
  [
    'an interview names how, and the day',
    {
      type: 'interview',
      title: 'On the flood',
      author: [{ family: 'Lowick', given: 'Petra' }],
      medium: 'by telephone',
      issued: { 'date-parts': [[2021, 6, 1]] },
    },
    'Lowick, P. (2021, June 1). On the flood [Interview, by telephone].',
  ],
  [
    'a name that is not turned round has no comma behind it',
    { type: 'book', title: 'Fords', author: [{ literal: 'Petra Lowick' }, { family: 'Brok', given: 'Lene' }] },
    'Petra Lowick & Brok, L. (n.d.). Fords.',
  ],
  [
    'volume, issue and pages',
    {
      type: 'article-journal',
      title: 'Bank erosion',
      author: [{ family: 'Tarn', given: 'Jo' }],
      'container-title': 'Journal of Rivers',
      volume: '12',
      issue: '3',
      page: '45-61',
      issued: { 'date-parts': [[2018]] },
    },
    'Tarn, J. (2018). Bank erosion. Journal of Rivers, 12(3), 45–61.',
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
