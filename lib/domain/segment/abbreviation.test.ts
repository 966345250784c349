import { expect, test } from 'vitest'
import { abbreviationClass, isOrdinaryWord, looksAbbreviated } from './abbreviation.ts'

test.each([
  ['Dr', 'en', 'never'],
  ['e.g', 'en', 'inner'],
  ['Dec', 'en', 'dated'],
  ['No', 'en', 'numbered'],
  ['U.S', 'en', 'either'],
  ['p.m', 'en', 'closing'],
  ['вул', 'be', 'never'],
  ['ст', 'ru', 'counted'],
  ['т. д', 'ru', 'closing'],
  ['np', 'pl', 'never'],
  ['z.\u00a0B', 'de', 'never'],
])('%s. in %s: %s', (word, language, kind) => {
  expect(abbreviationClass(word, language)).toBe(kind)
})

test('a language gives a word its own meaning, and only that language', () => {
  expect(abbreviationClass('nr', 'pl')).toBe('numbered')
  expect(abbreviationClass('bzw', 'de')).toBe('never')
  expect(abbreviationClass('bzw', 'en')).toBeUndefined()
  expect(abbreviationClass('usw', 'lt')).toBeUndefined()
})

test('an ordinary word is none', () => {
  for (const word of ['mill', 'Minsk', '', 'constructor', '__proto__'])
    expect(abbreviationClass(word, 'en')).toBeUndefined()
  expect(abbreviationClass('Dr', 'constructor')).toBe('never')
})

test('words that only look like abbreviations', () => {
  for (const word of ['May', 'me', 'ill']) expect(isOrdinaryWord(word, 'en'), word).toBe(true)
  for (const word of ['Me', 'Jan', 'Dr', '']) expect(isOrdinaryWord(word, 'en'), word).toBe(false)
  expect(isOrdinaryWord('may', 'constructor')).toBe(false)
})

test('what no one listed is known by endings no word has', () => {
  for (const word of ['Natl', 'Stiftg', 'Exh', 'Dkt', 'Mfg', 'Govt'])
    expect(looksAbbreviated(word, 'en'), word).toBe(true)
  for (const word of [
    'mill',
    'Sohn',
    'film',
    'KGB',
    'myth',
    'prism',
    'first',
    'Ann',
    'sky',
    'Piotr',
    'Dniepr',
    'Minh',
    'Riyadh',
    'a',
    '',
  ])
    expect(looksAbbreviated(word, 'en'), word).toBe(false)
  expect(looksAbbreviated('prst', 'cs')).toBe(false)
  expect([looksAbbreviated('Vogl', 'de'), looksAbbreviated('Vogl', 'en')]).toEqual([false, true])
})
