import { expect, test } from 'vitest'
import { byteWords } from './byte-size.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [3_440_000, '3.4 MB'],
  [50_000_000, '50 MB'],
  [1_234_000_000, '1,234 MB'],
])('%d is %s', (bytes, words) => {
  expect(byteWords(bytes)).toBe(words)
})
