import { expect, test } from 'vitest'
import { anchorOf, findAnchor, findQuote } from './anchor.ts'
import { fateLabel, fateOf } from './fate.ts'

const PAGE =
  'The report came out on Monday. Officials said 12 people were detained near Minsk, and the mayor spoke of “order”. ' +
  'The families were told nothing for two days.'
const QUOTE = 'Officials said 12 people were detained near Minsk, and the mayor spoke of “order”.'

test.each([
  ['“Officials said 12 people were detained”', 'says_so'],
  ['«12 people were detained near Minsk»', 'says_so'],
  ['Officials said twelve people were detained', 'says_so'],
  ['Officials said 12 people were detained […] The families were told nothing', 'says_so'],
  ['Officials said [that] 12 people were detained near Minsk', 'says_so'],
  ['Officials said 12 people were detained and the mayor spoke of order', 'gone'],
  ['Officials said people were detained near Minsk', 'gone'],
  ['Officials said 12 people were injured near Minsk', 'gone'],
  ['Officials said 14 people were detained near Minsk', 'gone'],
])('typed by hand, %s: %s', (quote, fate) => expect(fateOf(findQuote(PAGE, quote), quote, PAGE)).toBe(fate))

test('typed by hand, only in a denial: gone, and where it is said otherwise as well: says so', () => {
  const quote = '12 people were detained near Minsk'
  const denial = `The ministry denied that ${quote}.`
  expect(fateOf(findQuote(denial, quote), quote, denial)).toBe('gone')
  const both = `${denial} Two witnesses said that ${quote}.`
  expect(fateOf(findQuote(both, quote), quote, both)).toBe('says_so')
})

test.each([
  ['The fee was 1,234 euros.', 'The fee was 1234 euros.', 'says_so'],
  ['The fee was 1,234,567 euros.', 'The fee was 1.234.567 euros.', 'says_so'],
  ['The fee was 1.234 euros.', 'The fee was 1,234 euros.', 'reworded'],
])('a separator of a number, %s: %s is %s', (quote, page, fate) =>
  expect(fateOf(findQuote(page, quote), quote, page)).toBe(fate),
)

test.each([
  [
    'killed twelve people that night',
    'He killed twelve people that night.',
    'He never killed twelve people that night.',
  ],
  ['befahl den Angriff am Montag', 'Er befahl den Angriff am Montag.', 'Er befahl den Angriff am Montag nicht.'],
])('a part of a sentence, denied right beside it: %s', (quote, before, after) => {
  const start = before.indexOf(quote)
  const anchor = anchorOf(before, start, start + quote.length)
  expect(fateOf(findAnchor(after, anchor), quote, after)).toBe('gone')
  expect(fateOf(findQuote(after, quote), quote, after)).toBe('gone')
  const own = after.indexOf(quote)
  const moved = `On another day. ${after}`
  // Taken from a denial, it is still there in it.
  expect(fateOf(findAnchor(moved, anchorOf(after, own, own + quote.length)), quote, moved)).toBe('says_so')
})

test('the mark of a note leaves nothing out', () => {
  const quote = 'Twelve people were hurt.[7] The depot burned down that night.'
  const page = 'Twelve people were hurt. The office denies this. The depot burned down that night.'
  expect(fateOf(findQuote(page, quote), quote, page)).not.toBe('says_so')
})

test.each([
  ['gone', false, 'The page no longer says this'],
  ['gone', true, 'Not found in this snapshot'],
  ['reworded', false, 'The page words it differently'],
] as const)('%s, never found: %s', (fate, neverFound, words) => expect(fateLabel({ fate, neverFound })).toBe(words))

test.each([
  ['unchanged', PAGE, 'says_so'],
  ['another style of marks', PAGE.replace(/[“”]/g, '"'), 'says_so'],
  ['spaces about a dash', PAGE.replace('Minsk, and', 'Minsk ,  and'), 'says_so'],
  ['a word more', PAGE.replace('detained near', 'detained somewhere near'), 'reworded'],
  ['another verb', PAGE.replace('spoke of', 'talked about'), 'reworded'],
  ['a number spelled out', PAGE.replace('12', 'twelve'), 'says_so'],
  ['a note mark more', PAGE.replace('Minsk,', 'Minsk[5],'), 'says_so'],
  ['a name put in', PAGE.replace('people were', 'people from Brest were'), 'reworded'],
  ['a page end', PAGE.replace('near Minsk', 'near\n14\nThe Annual Report\nMinsk'), 'reworded'],
  ['taken back', PAGE.replace(QUOTE, `An earlier version of this page said: “${QUOTE}”`), 'gone'],
  ['another number in words', PAGE.replace('12', 'thirteen'), 'gone'],
  ['another number', PAGE.replace('12', '15'), 'gone'],
  ['a denial', PAGE.replace('people were detained', 'people were not detained'), 'gone'],
  ['another place', PAGE.replace('Minsk', 'Brest'), 'gone'],
  ['taken out', PAGE.replace(QUOTE, ''), 'gone'],
])('%s: %s', (_name, page, fate) => {
  const at = PAGE.indexOf(QUOTE)
  const found = findAnchor(page, anchorOf(PAGE, at, at + QUOTE.length))
  expect(fateOf(found, QUOTE, page)).toBe(fate)
  // What is shown as different is known as a place, except where nothing is left of it.
  expect(found === null).toBe(!page.includes('people'))
})
