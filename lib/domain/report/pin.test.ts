import { describe, expect, test } from 'vitest'
import { parsePin, pinText } from './pin.ts'

describe('a pin', () => {
  test.each(['1.0', '44.22', '999999999.999999999'])('%s is read and written the same', (text) => {
    const pin = parsePin(text)
    expect(pin && pinText(pin)).toBe(text)
  })

  test.each([
    '',
    '44',
    '44.',
    '.22',
    '0.1',
    '044.22',
    '44.022',
    '44.22.1',
    '-1.2',
    '1e3.4',
    '44,22',
    '1234567890.1',
    ' 4.2',
  ])('%j is none', (text) => expect(parsePin(text)).toBeNull())
})
