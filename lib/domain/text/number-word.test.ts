import { expect, test } from 'vitest'
import { NUMBER_LANGUAGES } from './number-word.ts'

test.each(NUMBER_LANGUAGES.map((language, nth) => [nth, language] as const))(
  'language %d has every number that its words are made of, each form once',
  (_, { values, hundred, thousand, between }) => {
    const known = new Set(values.values())
    for (const value of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 30, 40, 50, 60])
      expect(known).toContain(value)
    for (const form of [...values.keys(), ...hundred, ...thousand, ...between]) expect(form).toMatch(/^[\p{L}'-]+$/u)
  },
)
