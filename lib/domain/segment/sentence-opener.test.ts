import { expect, test } from 'vitest'
import { frontsCircumstance, opensSentence } from './sentence-opener.ts'

test.each([
  ['en', ['The', 'however', 'It’s', 'Nobody']],
  ['be', ['Потым', 'Potym', 'Ён']],
  ['pl', ['Wtedy', 'To']],
  ['fr', ['C’est', 'L’État', 'Il']],
  ['es', ['La', 'Nadie']],
  ['da', ['Det']],
  ['no such language', ['The']],
])('%s: words that open a sentence', (language, words) => {
  for (const word of words) expect(opensSentence(word, language), word).toBe(true)
})

test.each([
  ['en', ['Smith', 'Minsk', 'Army', 'La', 'D’Estaing', '', 'constructor']],
  ['be', ['Мінск', 'The']],
  ['fr', ['Martin', 'The']],
])('%s: words that go on', (language, words) => {
  for (const word of words) expect(opensSentence(word, language), word).toBe(false)
})

test('words in front of a time', () => {
  for (const word of ['У', 'весной', 'W', 'At', '9', '2020']) expect(frontsCircumstance(word), word).toBe(true)
  for (const word of ['Памёр', 'Умер', 'He', '']) expect(frontsCircumstance(word), word).toBe(false)
})
