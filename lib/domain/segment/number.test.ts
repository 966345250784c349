import { expect, test } from 'vitest'
import { figureBreaks, isDateOrOrdinal, isReference } from './number.ts'

const place = (marked: string, language: string) => {
  const next = marked.indexOf('|')
  const text = marked.replace('|', '')
  const stop = text.slice(0, next).trimEnd().length
  const at = { mark: stop - 1, stop, closed: stop, end: stop, next, voted: false }
  return { text, from: 0, at, opened: undefined, left: text.slice(0, stop), right: text.slice(next), language }
}

test.each([
  ['de', 'am 3. |9. 1987'],
  ['de', 'am 3. 9. |1987'],
  ['pl', 'dnia 3. |9. 1987'],
  ['de', 'am 3. |Mai'],
  ['de', 'aus dem 1. -3. |Jahrhundert'],
])('%s: %s goes on', (language, marked) => expect(isDateOrOrdinal(place(marked, language))).toBe(true))

test.each([
  ['de', 'am 1. 10. |Danach'],
  ['de', 'im Jahr 2001. |Die'],
  ['en', 'on the 3. |May'],
])('%s: %s ends', (language, marked) => expect(isDateOrOrdinal(place(marked, language))).toBe(false))

test('a figure begins a sentence where it counts something behind a plain word', () => {
  expect(figureBreaks('ein', place('stürzte ein. |31 Menschen starben', 'de'))).toBe(true)
  expect(figureBreaks('fell', place('It fell. |1992 was worse', 'en'))).toBe(true)
  expect(figureBreaks('1989', place('Das war 1989. |1990 kam die Wende', 'de'))).toBe(true)
  expect(figureBreaks('Exh', place('Exh. |3 was lost', 'en'))).toBe(false)
  expect(figureBreaks('lot', place('lot. |7 of the lots', 'en'))).toBe(false)
  expect(figureBreaks('буд', place('буд. |5 стаіць', 'be'))).toBe(false)
})

test('a figure with a comma or a parenthesis behind it belongs to a short word', () => {
  expect(isReference('subch', place('in subch. |4, part 2', 'en'))).toBe(true)
  expect(isReference('fell', place('It fell. |3,000 died', 'en'))).toBe(false)
  expect(isReference('collapsed', place('It collapsed. |4, not 5, died', 'en'))).toBe(false)
})
