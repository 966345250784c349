import { expect, test } from 'vitest'
import { ENCLOSURE_LIMIT, enclosures } from './enclosure.ts'

const found = (text: string) => enclosures(text).map(({ start, end }) => text.slice(start, end))

test.each<[string, string[]]>([
  ['He said “it burned” and left.', ['“it burned”']],
  ['He said "it burned" and "it fell".', ['"it burned"', '"it fell"']],
  ['Яна сказала «гэта „новы“ млын».', ['«гэта „новы“ млын»']],
  ['The mill (old [very old]) burned.', ['(old [very old])']],
  ['It’s the owner’s mill, isn’t it?', []],
  ['‘It’s gone’, he said.', ['‘It’s gone’']],
  ["a jar of 'JAM', and 'Well!' he said", ["'JAM'", "'Well!'"]],
  ['An open ( mark, and “another', []],
  ['Closing ) marks ” alone', []],
  ['»So«, sagte er.', ['»So«']],
  ['', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('a pair longer than the limit is an accident, one within it is kept', () => {
  const pair = (length: number) => `(${'x'.repeat(length - 2)})`
  expect(enclosures(pair(ENCLOSURE_LIMIT))).toHaveLength(1)
  expect(enclosures(pair(ENCLOSURE_LIMIT + 2))).toEqual([])
})

test('a long text that only opens comes to an end', () => {
  expect(enclosures('('.repeat(200_000))).toEqual([])
})
