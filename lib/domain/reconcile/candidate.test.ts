import { expect, test } from 'vitest'
import { MOST_CANDIDATES, RARE_CLAIMS, RareWords } from './candidate.ts'
import { termsOf } from './term.ts'

const found = (texts: string[], looked: string) => {
  const { before, after } = termsOf(
    [{ text: looked }],
    texts.map((text) => ({ text })),
  )
  const [terms] = before
  return terms ? new RareWords(after.keys(), after).find(terms) : []
}

test('claims are found by the rare words they share, the likeliest first', () => {
  const texts = ['The mill burned on Monday.', 'A relay cabinet burned near Orsha.', 'The owner was abroad.']
  expect(found(texts, 'Near Orsha a relay cabinet was set on fire.')).toEqual([1, 2, 0])
  expect(found(texts, 'On Monday a cabinet burned.').slice(0, 2)).toEqual([0, 1])
  expect(found(texts, 'Elections follow.')).toEqual([])
})

test('where no word is rare, two words that stand together may be', () => {
  const ordinary = Array.from({ length: RARE_CLAIMS + 2 }, (_, at) => `red ${'ab'[at % 2]}${at} blue`)
  const texts = [...ordinary, 'blue red']
  expect(found(texts, 'blue red')[0]).toBe(texts.length - 1)
})

test('no more than so many are looked at', () => {
  const texts = Array.from({ length: RARE_CLAIMS }, (_, at) => `mill ${at}`)
  expect(found(texts, 'mill')).toHaveLength(MOST_CANDIDATES)
})
