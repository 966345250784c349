import { expect, it } from 'vitest'
import { anchorOf, findAnchor } from './anchor'
import { fateOf } from './quote-fate'

const PAGE =
  'The report came out on Monday. Officials said 12 people were detained near Minsk, and the mayor spoke of “order”. ' +
  'The families were told nothing for two days.'
const QUOTE = 'Officials said 12 people were detained near Minsk, and the mayor spoke of “order”.'

it.each([
  ['unchanged', PAGE, 'says_so'],
  ['another style of marks', PAGE.replace(/[“”]/g, '"'), 'says_so'],
  ['spaces about a dash', PAGE.replace('Minsk, and', 'Minsk ,  and'), 'says_so'],
  ['a word more', PAGE.replace('detained near', 'detained somewhere near'), 'reworded'],
  ['another verb', PAGE.replace('spoke of', 'talked about'), 'reworded'],
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
