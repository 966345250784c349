import { expect, test } from 'vitest'
import { parseShelfFilter, shelfQuery } from './shelf-filter.ts'

const NOTHING = { text: '', type: null, reliability: null, health: null, cited: null, unconfirmed: null }

test.each([
  [{}, NOTHING],
  [{ q: 'mill fire' }, { ...NOTHING, text: 'mill fire' }],
  [{ q: ['a', 'b'], type: 'nonsense', grade: 'Z', health: 'x', cited: 'maybe' }, NOTHING],
  [
    { type: 'report', grade: 'B', health: 'gone', cited: 'yes', unconfirmed: 'no' },
    { ...NOTHING, type: 'report', reliability: 'B', health: 'gone', cited: true, unconfirmed: false },
  ],
  [{ q: 'a\u0000b' }, { ...NOTHING, text: 'ab' }],
] as const)('%j asks for %j', (query, asked) => {
  expect(parseShelfFilter(query as Record<string, string>)).toEqual(asked)
})

test('what is asked comes back from its own address', () => {
  const asked = {
    text: 'a & b',
    type: 'book',
    reliability: 'A',
    health: 'kept',
    cited: false,
    unconfirmed: true,
  } as const
  const query = shelfQuery({ ...asked, after: 'x' })
  expect(parseShelfFilter(Object.fromEntries(query))).toEqual(asked)
  expect(query.get('after')).toBe('x')
  expect(shelfQuery(NOTHING).toString()).toBe('')
})
