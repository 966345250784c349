import { expect, test } from 'vitest'
import { foundPieces } from './search-highlight.ts'

const said = (text: string, search: string) =>
  foundPieces(text, search)
    .map(({ words, found }) => (found ? `[${words}]` : words))
    .join('')

test.each([
  ['Partisans of the railway', 'partisan', '[Partisans] of the railway'],
  ['a drone, the\n drones', 'drone', 'a [drone], the [drones]'],
  ['the airdrop', 'drop', 'the airdrop'],
  ['Партызаны і партызан', 'партызан', '[Партызаны] і [партызан]'],
  ['cost (a+b)', '(a+b', 'cost [(a+b])'],
  ['two words here', 'here two', '[two] words [here]'],
  ['as it stands', '  ', 'as it stands'],
  ['', 'word', ''],
])('%j for %j', (text, search, marked) => {
  expect(said(text, search)).toBe(marked)
})
