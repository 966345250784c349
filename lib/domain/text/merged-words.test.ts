import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedWords } from './merged-words.ts'

const BASE = 'Twelve people were killed in the mill on 3 May 2021.'

describe('mergedWords', () => {
  test.each([
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
    expect(mergedWords(BASE, one, other)).toEqual({ text: both, apart: true })
    expect(mergedWords(BASE, other, one)).toEqual({ text: both, apart: true })
  })

  test.each([
    ['the same word', BASE.replace('Twelve', 'Ten'), BASE.replace('Twelve', 'Nine')],
    ['two additions at one place', `${BASE} On a clear day.`, `${BASE} Dr.`],
    ['neighbouring words', BASE.replace('Twelve', 'Ten'), BASE.replace('people', 'guards')],
    ['one took out what the other changed', 'Killed in the mill on 3 May 2021.', BASE.replace('people', 'guards')],
  ])('the second has its way where they meet: %s', (_, one, other) => {
    expect(mergedWords(BASE, one, other)).toEqual({ text: other, apart: false })
    expect(mergedWords(BASE, other, one)).toEqual({ text: one, apart: false })
  })

  const words = fc
    .array(fc.constantFrom('a', 'mill', '12', 'fell', ',', '.'), { maxLength: 9 })
    .map((all) => all.join(' '))

  test('is the same whoever comes first, gives back what only one changed, and fails for no texts', () => {
    fc.assert(
      fc.property(words, words, words, (base, one, other) => {
        const [here, there] = [mergedWords(base, one, other), mergedWords(base, other, one)]
        expect(here.apart).toBe(there.apart)
        if (here.apart) expect(here.text).toBe(there.text)
        expect(mergedWords(base, one, base)).toEqual({ text: one, apart: true })
        expect(mergedWords(base, base, other)).toEqual({ text: other, apart: true })
        expect(mergedWords(base, one, one)).toEqual({ text: one, apart: true })
      }),
    )
  })
})
