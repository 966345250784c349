import { expect, test } from 'vitest'
import { isUuid } from './uuid.ts'

test.each([
  ['019ab3c4-5d6e-7f80-9123-456789abcdef', true],
  ['019AB3C4-5D6E-7F80-9123-456789ABCDEF', false],
  ['019ab3c45d6e7f809123456789abcdef', false],
  ['019ab3c4-5d6e-7f80-9123-456789abcdef ', false],
  ["019ab3c4-5d6e-7f80-9123-456789abcde'", false],
  ['', false],
])('%j: %s', (text, is) => expect(isUuid(text)).toBe(is))
