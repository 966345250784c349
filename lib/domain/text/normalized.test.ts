import { expect, test } from 'vitest'
import { normalized } from './normalized.ts'
import { searchable } from './searchable.ts'
import { substanceOf } from './substance.ts'

test.each(['', 'plain', 'e\u0301a\u0323\u0302', '\u1100\u1161', 'ﬁne'])('%j is as Unicode has it', (text) => {
  for (const form of ['NFC', 'NFKC', 'NFKD'] as const) expect(normalized(text, form)).toBe(text.normalize(form))
})

test('is as Unicode has it beside a letter with too many marks', () => {
  const many = `x${'\u0301'.repeat(40)}`
  expect(normalized(`cafe\u0301 ${many} cafe\u0301`, 'NFC')).toBe(`café ${many} café`)
})

test('takes time with the length alone, however many marks are on one letter', () => {
  const marks = `a${'\u0301'.repeat(200_000)}${'\u0323'.repeat(200_000)}`
  const begun = performance.now()
  searchable(marks).forQuotes()
  substanceOf(marks)
  expect(performance.now() - begun).toBeLessThan(5_000)
})
