import { expect, test } from 'vitest'
import { anchorOf, findIn, searchable } from './anchor.ts'
import { fateOf } from './fate.ts'

/** What became of the nth `quote` of a page. */
const fate = (before: string, quote: string, nth: number, after: string, hasEarlier = true) => {
  let at = before.indexOf(quote)
  for (let seen = 0; seen < nth; seen++) at = before.indexOf(quote, at + 1)
  const anchor = anchorOf(before, at, at + quote.length)
  return fateOf(findIn(searchable(after), anchor, hasEarlier ? searchable(before) : undefined), quote, after)
}

const list = (counts: readonly (string | null)[]) =>
  [
    'The council published its count of the damaged houses on Friday, parish by parish.',
    ...['North Quay', 'South Quay', 'Mill End', 'Priory'].flatMap((name, at) =>
      counts[at] === null ? [] : [`${name}: ${counts[at]}, 3 empty`],
    ),
    'The insurers had asked for the figures since the flood, and will publish their own in the spring.',
  ].join('\n')
const before = list(['7 damaged', '7 damaged', '2 damaged', '7 damaged'])

test.each([
  ['its own line states another number', 1, list(['7 damaged', '8 damaged', '2 damaged', '7 damaged'])],
  ['its own line states a longer one', 1, list(['7 damaged', '112 damaged', '2 damaged', '7 damaged'])],
  ['its own line went', 1, list(['7 damaged', null, '2 damaged', '7 damaged'])],
  ['the last of them changed', 2, list(['7 damaged', '7 damaged', '2 damaged', '9 damaged'])],
])('gone: %s', (_, nth, after) => {
  expect(fate(before, '7 damaged', nth, after)).toBe('gone')
  expect(fate(before, '7 damaged', nth, after, false)).toBe('gone')
})

test.each([
  ['another line changed', 1, list(['9 damaged', '7 damaged', '2 damaged', '7 damaged'])],
  [
    'a line was put in',
    1,
    list(['7 damaged', '7 damaged', '2 damaged', '7 damaged']).replace('Mill', 'Old Dock: 5 damaged, 1 empty\nMill'),
  ],
  ['the page has a new beginning', 2, `Updated at noon.\nA new photograph.\n${before}`],
])('says so: %s', (_, nth, after) => expect(fate(before, '7 damaged', nth, after)).toBe('says_so'))

test('a whole line that the page repeats elsewhere', () => {
  const page = (count: number) =>
    `In short\nSouth Quay: 7 damaged\nThe storm came on Tuesday and the quays were under water by noon.\n` +
    `Parish by parish, the council counted:\nNorth Quay: 3 damaged\nSouth Quay: ${count} damaged\nThe count goes on, it said.`
  expect(fate(page(7), 'South Quay: 7 damaged', 1, page(8))).toBe('gone')
  expect(fate(page(7), 'South Quay: 7 damaged', 0, page(8))).toBe('says_so')
})

test('a sentence that moved is found where it went', () => {
  const sentence = 'The keeper of the lower lock had warned of it in two letters.'
  const page = (first: string, last: string) =>
    `${first}The water rose through the night of Tuesday and broke the wall.\nBy noon the quays could be reached by boat alone.\n${last}`
  expect(fate(page(`${sentence} `, ''), sentence, 0, page('', sentence))).toBe('says_so')
})
