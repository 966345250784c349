import { expect, test } from 'vitest'
import { listMarkers } from './list.ts'

const markers = (text: string, language = 'en') =>
  listMarkers(text, language).map(({ start, end }) => text.slice(start, end))

test.each<[string, string[]]>([
  ['1. Bread 2. Milk 3. Salt', ['1.', '2.', '3.']],
  ['Bring: a) bread b) milk', ['a)', 'b)']],
  ['It is so. (a) One. (b) Two.', ['(a)', '(b)']],
  ['• 9. Bread • 10. Milk', ['• 9.', '• 10.']],
  ['1.) One 2.) Two 1.) Three 2.) Four', ['1.)', '2.)', '1.)', '2.)']],
  ['i) one ii) two iii) three', ['i)', 'ii)', 'iii)']],
  ['g) one h) two i) three j) four', ['g)', 'h)', 'i)', 'j)']],
  ['x) one y) two z) three', ['x)', 'y)', 'z)']],
])('%s', (text, expected) => expect(markers(text)).toEqual(expected))

test.each([
  'He broke rule 1. She broke rule 2. They left.',
  'See Fig. 1. Map. See Fig. 2. Losses.',
  '1. Only one.',
  '3. Three 5. Five',
  'Minsk • Lida • Brest',
  'He (1) came and (b) went',
])('no list: %s', (text) => expect(markers(text)).toEqual([]))

test('where "2." is "second", a number opens an item only behind the end of a sentence', () => {
  expect(markers('1. Mai bis 2. Juni', 'de')).toEqual([])
  expect(markers('1. Brot ist da. 2. Milch fehlt.', 'de')).toEqual(['1.', '2.'])
})
