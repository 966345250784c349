import { expect, test } from 'vitest'
import { plainLetters } from './plain-letters.ts'

test.each([
  ['Rušeńnie', 'rusennie'],
  ['Kalinoŭski', 'kalinouski'],
  ['ÜMLAUT', 'umlaut'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['Ёсць', 'есць'],
  ['', ''],
])('%j: %j', (text, plain) => expect(plainLetters(text)).toBe(plain))
