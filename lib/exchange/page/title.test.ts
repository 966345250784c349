import { describe, expect, test } from 'vitest'
import { agreedTitle, agrees, withoutSite } from './title.ts'

describe('the title that most agree on', () => {
  test.each([
    [['a mill in the district', 'The old mill', 'The old mill – Wiki', 'The old mill'], 'The old mill'],
    [['The old mill', 'The Paper', 'The old mill – The Paper'], 'The old mill'],
    [['The Paper', 'The old mill', 'The old mill | The Paper', 'The old mill'], 'The old mill'],
    [['A', 'B'], 'A'],
    [[null, 'B'], 'B'],
    [[], null],
  ])('%j: %j', (candidates, title) => expect(agreedTitle(candidates)).toBe(title))
})

test('agrees with itself behind or before a site’s name, and with nothing else', () => {
  expect(agrees('The “old” mill', 'the "old" mill')).toBe(true)
  expect(agrees('The old mill', 'The Paper: The old mill')).toBe(true)
  expect(agrees('The old', 'The old mill')).toBe(false)
  expect(agrees('', 'The old mill')).toBe(false)
})

test('the site is taken off the title', () => {
  expect(withoutSite('Headline | The Paper', 'The Paper')).toBe('Headline')
  expect(withoutSite('The Paper', 'The Paper')).toBe('The Paper')
  expect(withoutSite('On the Paper', 'Paper')).toBe('On the Paper')
})
