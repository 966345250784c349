import { describe, expect, test } from 'vitest'
import { locatorKind, locatorWords } from './locator.ts'

describe('locatorWords', () => {
  test.each([
    ['book', '4', 'p. 4'],
    ['report', 'xiv', 'p. xiv'],
    ['report', '4–6', 'pp. 4–6'],
    ['report', 'p. 4, note 2', 'p. 4, note 2'],
    ['broadcast', '03:20', 'at 03:20'],
    ['motion_picture', '1:03:20', 'at 1:03:20'],
    ['dataset', '3', 'table 3'],
    ['dataset', 'sheet “Losses”', 'sheet “Losses”'],
    ['webpage', '4', '4'],
    ['webpage', '', ''],
  ] as const)('%s: %s is %s', (type, written, shown) => expect(locatorWords(type, written)).toBe(shown))
})

describe('locatorKind', () => {
  test('is a plain place where no source is chosen', () => expect(locatorKind(null)).toBe('place'))
  test('is a time of what is heard', () => expect(locatorKind('broadcast')).toBe('time'))
})
