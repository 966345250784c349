import { expect, test } from 'vitest'
import { WITHDRAWAL_WORDS } from './withdrawal-word.ts'

test.each(WITHDRAWAL_WORDS.map((words, nth) => [nth, words] as const))(
  'language %d: every kind is a pattern in lower case that matches no empty words',
  (_, words) => {
    for (const pattern of Object.values(words)) {
      expect(pattern.replace(/\\p\{L\}|\\S/g, '')).toBe(pattern.replace(/\\p\{L\}|\\S/g, '').toLowerCase())
      expect(new RegExp(`^(?:${pattern})$`, 'u').test('')).toBe(false)
    }
  },
)
