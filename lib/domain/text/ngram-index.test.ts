import { expect, test } from 'vitest'
import { GRAM, indexGrams, votedPlaces } from './ngram-index.ts'

const sentence = (nth: number) =>
  `In street ${nth} the ${['old', 'new', 'red', 'tall'][nth % 4]} house ${nth * 31} burned down. `
const text = Array.from({ length: 500 }, (_, nth) => sentence(nth)).join('')

test('indexes every gram once', () => {
  const index = indexGrams(text)
  expect([...index.places].sort((a, b) => a - b)).toEqual(Array.from({ length: text.length - GRAM + 1 }, (_, at) => at))
})

test('votes first for where a damaged pattern stands, within a bin', () => {
  for (const nth of [0, 77, 250, 499]) {
    const pattern = sentence(nth).replace('house', 'hovse').replace('burned', 'bumed')
    const [first = -1] = votedPlaces(indexGrams(text), [{ pattern, offset: 0, weight: 1 }], 5)
    expect(Math.abs(first - text.indexOf(sentence(nth)))).toBeLessThanOrEqual(32)
  }
})

test('counts what stands around', () => {
  const repeated = `${text}And then it rained. ${sentence(7)}${text}`
  const around = { pattern: 'And then it rained. ', offset: -20, weight: 1 }
  const [first = -1] = votedPlaces(indexGrams(repeated), [{ pattern: sentence(7), offset: 0, weight: 1 }, around], 5)
  expect(Math.abs(first - repeated.indexOf('And then') - 20)).toBeLessThanOrEqual(32)
})

test.each(['', 'ab', 'abcd'])('answers for the text %j', (short) => {
  expect(votedPlaces(indexGrams(short), [{ pattern: 'something else', offset: 0, weight: 1 }], 5)).toEqual([])
})
