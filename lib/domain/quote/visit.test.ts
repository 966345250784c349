import { expect, test } from 'vitest'
import { answerOf, statusWords } from './visit.ts'

test.each([
  [200, 'answer'],
  [203, 'answer'],
  [206, 'answer'],
  [204, 'failed'],
  [205, 'failed'],
  [304, 'failed'],
  [401, 'failed'],
  [403, 'failed'],
  [404, 'gone'],
  [410, 'gone'],
  [429, 'failed'],
  [451, 'failed'],
  [500, 'failed'],
  [503, 'failed'],
  [599, 'failed'],
])('%i is %s', (status, what) => {
  expect(answerOf(status)).toBe(what)
})

test.each([
  [404, 'The address answered 404: there is no such page (any more).'],
  [503, 'The address answered 503: the site has a fault of its own.'],
  [418, 'The address answered 418: it did not give the page.'],
])('%i in words', (status, words) => {
  expect(statusWords(status)).toBe(words)
})
