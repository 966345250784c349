import { expect, test } from 'vitest'
import { withWholeDates } from './word-date.ts'

test.each<[string, string]>([
  ['9| |August| |2020', '9 August 2020'],
  ['the| |26th| |of| |February|,| |2023|,', 'the| |26th of February, 2023|,'],
  ['August| |2020', 'August 2020'],
  ['May| |9|,| |2020', 'May 9, 2020'],
  ['9|.| |Mai', '9. Mai'],
  ['9|.| |Minsk', '9|.| |Minsk'],
  ['9|  |August', '9|  |August'],
  ['9|\n|August', '9|\n|August'],
  ['no| |numbers| |in| |May', 'no| |numbers| |in| |May'],
  ['60| |May', '60| |May'],
  ['constructor| |9', 'constructor| |9'],
  ['', ''],
])('%j', (tokens, expected) => {
  expect(withWholeDates(tokens.split('|')).join('|')).toBe(expected)
})
