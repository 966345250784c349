import { expect, test } from 'vitest'
import { numbersChanged, numbersOf } from './number-change.ts'

test.each([
  ['At least 12 were killed.', 'At least 13 were killed.'],
  ['At least 12 were killed.', 'Some were killed.'],
  ['Some were killed.', 'Some (4) were killed.'],
  ['It burned on 3 May 2021.', 'It burned on 4 May 2021.'],
  ['It burned in May 2021.', 'It burned in June 2021.'],
  ['Пажар 14 жніўня.', 'Пажар 15 жніўня.'],
  ['12 killed, 30 injured', '30 killed, 12 injured'],
  ['It fell to 5 degrees.', 'It fell to −5 degrees.'],
  ['It grew by 5.', 'It grew by 5%.'],
  ['It cost $5.', 'It cost €5.'],
  ['About 1,083 people', 'About 1,038 people'],
  ['½ of them', '¼ of them'],
])('%s → %s: other numbers', (before, after) => {
  expect(numbersChanged(before, after)).toBe(true)
  expect(numbersChanged(after, before)).toBe(true)
})

test.each([
  ['At least 12 were killed.', 'No fewer than 12 were killed.'],
  ['It burned on 3 May 2021.', 'On 3 May 2021 it burned down'],
  ['200 000 marched', 'Some 200\u00a0000 people marched'],
  ['The mill stood by the river.', 'The mill stood by the canal.'],
  ['', ''],
])('%s → %s: the same numbers', (before, after) => {
  expect(numbersChanged(before, after)).toBe(false)
})

test('a hyphen inside a word is no minus', () => {
  expect(numbersOf('the A-50U of mid-2021, at −5 °C')).toEqual(['a-50u', 'mid-2021', '−5'])
})
