import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedWords } from './merged-words.ts'

const BASE = 'Twelve people were killed in the mill on 3 May 2021.'

describe('mergedWords', () => {
  it.each([
    ['only one changed it', BASE.replace('Twelve', 'Ten'), BASE, BASE.replace('Twelve', 'Ten')],
    [
      'both changed it in different places',
      BASE.replace('Twelve', 'Ten'),
      BASE.replace('mill', 'old mill'),
      'Ten people were killed in the old mill on 3 May 2021.',
    ],
    [
      'one added behind, the other changed the start',
      `${BASE} On a clear day.`,
      BASE.replace('Twelve', 'Ten'),
      'Ten people were killed in the mill on 3 May 2021. On a clear day.',
    ],
    [
      'both did the same, and one more',
      BASE.replace('3 May', '4 May'),
      BASE.replace('3 May', '4 May').replace('Twelve', 'Ten'),
      'Ten people were killed in the mill on 4 May 2021.',
    ],
    [
      'one took words out elsewhere',
      BASE.replace(' on 3 May 2021', ''),
      BASE.replace('Twelve', 'Ten'),
      'Ten people were killed in the mill.',
    ],
  ])('%s', (_, one, other, both) => {
    expect(mergedWords(BASE, one, other)).toBe(both)
    expect(mergedWords(BASE, other, one)).toBe(both)
  })

  it.each([
    ['the same word', BASE.replace('Twelve', 'Ten'), BASE.replace('Twelve', 'Nine')],
    ['two additions at one place', `${BASE} On a clear day.`, `${BASE} Dr.`],
    ['neighbouring words', BASE.replace('Twelve', 'Ten'), BASE.replace('people', 'guards')],
    ['one took out what the other changed', 'Killed in the mill on 3 May 2021.', BASE.replace('people', 'guards')],
  ])('puts nothing together: %s', (_, one, other) => {
    expect(mergedWords(BASE, one, other)).toBeNull()
    expect(mergedWords(BASE, other, one)).toBeNull()
  })

  const words = fc
    .array(fc.constantFrom('a', 'mill', '12', 'fell', ',', '.'), { maxLength: 9 })
    .map((all) => all.join(' '))

  it('is the same whoever comes first, gives back what only one changed, and fails for no texts', () => {
    fc.assert(
      fc.property(words, words, words, (base, one, other) => {
        expect(mergedWords(base, one, other)).toBe(mergedWords(base, other, one))
        expect(mergedWords(base, one, base)).toBe(one)
        expect(mergedWords(base, base, other)).toBe(other)
        expect(mergedWords(base, one, one)).toBe(one)
      }),
    )
  })
})
