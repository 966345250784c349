import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffTokens } from './word-token'

test.each<[string, string[]]>([
  ['On 9 August 2020 it burned.', ['On', ' ', '9 August 2020', ' ', 'it', ' ', 'burned', '.']],
  ['the 26th of February, 2023,', ['the', ' ', '26th of February, 2023', ',']],
  ['August 9, 2020', ['August 9, 2020']],
  ['14 жніўня і 3 мая', ['14 жніўня', ' ', 'і', ' ', '3 мая']],
  ['9 žniŭnia', ['9 žniŭnia']],
  ['1,083 people', ['1,083', ' ', 'people']],
  ['May 2021', ['May 2021']],
  ['he may 12', ['he', ' ', 'may 12']],
  ['A-50U', ['A-50U']],
  ['', []],
])('%j', (text, tokens) => {
  expect(diffTokens(text)).toEqual(tokens)
})

test('a date is one token, so that two dates differ as a whole', () => {
  expect(diffTokens('3 May 2021')).toHaveLength(1)
  expect(diffTokens('13 Mayors 2021').length).toBeGreaterThan(1)
})

test('joined, the tokens are the text, whatever it is', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  fc.assert(fc.property(texts, (text) => diffTokens(text).join('') === text))
})
