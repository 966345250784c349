import { expect, it } from 'vitest'
import { plainLetters } from './plain-letters.ts'

it.each([
  ['Rušeńnie', 'rusennie'],
  ['Kalinoŭski', 'kalinouski'],
  ['ÜMLAUT', 'umlaut'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['Ёсць', 'есць'],
  ['', ''],
])('%j: %j', (text, plain) => expect(plainLetters(text)).toBe(plain))
