import { expect, test } from 'vitest'
import { filterAddress, isFiltered, readFilter, writeCursor } from './review-filter.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const NONE = {
  article: null,
  author: null,
  section: null,
  kind: null,
  stake: false,
  numbers: false,
  mine: false,
  after: null,
}

test('an address and its filter are the same thing', () => {
  const after = { group: ID, claim: 12, id: ID }
  const filter = { ...NONE, article: 'the-mill', author: ID, section: 'b2', kind: 'moved', stake: true } as const
  const address = filterAddress('/review', { ...filter, after: null }, writeCursor(after))
  expect(address).toBe(`/review?article=the-mill&author=${ID}&section=b2&kind=moved&stake=1&after=${ID}.12.${ID}`)
  expect(readFilter(Object.fromEntries(new URLSearchParams(address.split('?')[1])))).toEqual({ ...filter, after })
})

test.each([
  {},
  { author: 'x', kind: 'all', after: `${ID}.x.${ID}`, article: '' },
  { author: [], section: 'x'.repeat(201), article: 'a\u0000b', after: `${ID}.1` },
])('what cannot be a filter asks for nothing: %j', (query) => {
  const filter = readFilter(query)
  expect(filter).toEqual(NONE)
  expect(isFiltered(filter)).toBe(false)
  expect(filterAddress('/review', filter, null)).toBe('/review')
})

test('a filter that leaves something out is one', () => {
  expect(isFiltered(readFilter({ mine: '1' }))).toBe(true)
  expect(isFiltered(readFilter({ article: ['the-mill', 'other'] }))).toBe(true)
})
