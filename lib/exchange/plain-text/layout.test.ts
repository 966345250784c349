import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutOf } from './layout.ts'
import { linesOf } from './line.ts'

const breaks = (source: string): number[] => [...layoutOf(source, linesOf(source, 0)).breaks]
const items = (source: string): number[] => [...layoutOf(source, linesOf(source, 0)).items.keys()]
const LONG = 'The mill on the upper river had been closed for nine years when the council sold it to a firm from Lida.'

describe('lines that are paragraphs', () => {
  test.each<[string, string, number[]]>([
    ['a line wider than anyone wraps', `${LONG}\nThe firm paid nothing.\nIt was dissolved.`, [1, 2]],
    ['a list without marks', 'She learned:\nLatin with Dr. Malec\nBotany with Fr. Tomas', [1, 2]],
    ['names', 'Ana Kos\nLuka Kos', [1]],
    [
      'one that has room',
      'He was born in Lida on a day.\nHe died there\nNobody came to the burial of the man.',
      [1, 2],
    ],
  ])('%s', (_, source, expected) => expect(breaks(source)).toEqual(expected))
})

describe('lines that are wrapped', () => {
  test.each([
    'The mill on the upper river had been closed for nine years\nwhen the council sold it to a firm. The firm paid the sum\nof nothing.',
    'It was a cold\nnight in the city.',
    'これは父の\n家です。',
    'One.\nTwo.',
    'One.\nIt was two.\nThere are three of them.',
    `${LONG}\nand nobody knew.`,
    '',
    'One line',
  ])('%s', (source) => expect(breaks(source)).toEqual([]))
})

test('items count on from one another; what a dash opens is speech where it ends as a sentence', () => {
  expect(items('1. a\n2. b\n\n3. c')).toEqual([0, 1, 3])
  expect(items('1) a\n3) b')).toEqual([])
  expect(items('1. a\n2) b')).toEqual([])
  expect(items('– a\n– b')).toEqual([0, 1])
  expect(items('— Да.\n— Нет.')).toEqual([])
  expect(items('A. Kos\nB. Kos')).toEqual([])
  expect(items('a. bread\nb. milk')).toEqual([0, 1])
})

test('any text has a layout, and a long one at once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'A b', '\n', '– ', '1. ', '2. ', ' ', '.')), (parts) => {
      const source = parts.join('')
      const lines = linesOf(source, 0)
      const layout = layoutOf(source, lines)
      for (const at of [...layout.breaks, ...layout.items.keys()]) expect(at).toBeLessThan(lines.length)
    }),
  )
  expect(breaks('A\n'.repeat(100_000)).length).toBeGreaterThan(0)
})

test('a list of names as long as a file may be', () => {
  expect(breaks('ana\n'.repeat(300_000))).toHaveLength(299_999)
})
