import { expect, test } from 'vitest'
import { anchorOf } from './anchor.ts'
import { checkQuotes, type Quote, takenFrom } from './check.ts'

const BEFORE = 'The keeper said so. Nine carts crossed the ford on Monday. The ferry was out.'
const QUOTE = 'Nine carts crossed the ford'
const at = BEFORE.indexOf(QUOTE)
const selected = (quoteId: string): Quote => ({
  quoteId,
  quote: QUOTE,
  anchor: anchorOf(BEFORE, at, at + QUOTE.length),
  snapshotId: 's1',
})
const typed = (quoteId: string, found?: Quote['found']): Quote => ({
  quoteId,
  quote: QUOTE,
  anchor: null,
  found: found ?? null,
})
const earlier = new Map([['s1', BEFORE]])

test.each([
  ['the same page', BEFORE, 'says_so', ''],
  [
    'other words there',
    BEFORE.replace('carts crossed', 'carts had crossed'),
    'reworded',
    'Nine carts had crossed the ford',
  ],
  ['gone', 'Nothing of the kind is written here any more, at all.', 'gone', ''],
])('%s: fate, place and what is said there', (_, text, fate, said) => {
  const [checked] = checkQuotes(text, [selected('a')], earlier)
  expect(checked).toMatchObject({ quoteId: 'a', fate, said })
  const { start, end } = checked ?? {}
  if (fate === 'gone') expect([start, end]).toEqual([null, null])
  else expect(text.slice(start ?? 0, end ?? 0)).toBe(said || QUOTE)
})

test('answers each quote in the order asked, and nothing for none', () => {
  expect(checkQuotes(BEFORE, [typed('b'), selected('a')], earlier).map(({ quoteId }) => quoteId)).toEqual(['b', 'a'])
  expect(checkQuotes(BEFORE, [])).toEqual([])
})

test('knows the snapshot a quote was taken from, if any', () => {
  const place = { snapshotId: 's2', start: 0, end: 4 }
  expect([selected('a'), typed('b'), typed('c', place)].map(takenFrom)).toEqual(['s1', null, 's2'])
})
