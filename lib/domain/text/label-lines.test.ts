import { expect, test } from 'vitest'
import { labelLines } from './label-lines.ts'

test.each([
  ['Short', ['Short']],
  ['The head of BYPOL', ['The head of', 'BYPOL']],
  ['The head of BYPOL told the details', ['The head of', 'BYPOL told…']],
  ['Supercalifragilistic', ['Supercalifr…']],
  ['One supercalifragilistic', ['One', 'supercalifr…']],
  ['', []],
])('%j', (label, lines) => {
  expect(labelLines(label, 12, 2)).toEqual(lines)
})
