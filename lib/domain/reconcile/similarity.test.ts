import fc from 'fast-check'
import { expect, test } from 'vitest'
import { common, restOf, similarity } from './similarity.ts'
import { type Terms, termsOf } from './term.ts'

function both(one: string, other: string): [Terms, Terms] {
  const { before, after } = termsOf([{ text: one }], [{ text: other }])
  return [before[0], after[0]] as [Terms, Terms]
}

test.each([
  ['The mill burned.', 'The mill burned.', 1],
  ['burned mill', 'mill burned', 1],
  ['mill', 'school', 0],
  ['…', '—', 0],
])('%s and %s: %d', (one, other, expected) => {
  expect(similarity(...both(one, other))).toBe(expected)
})

test('forms of one word count nearly as that word, and other words not at all', () => {
  const [same, form, other] = ['burned', 'burning', 'flooded'].map((word) =>
    similarity(...both('burned mill', `${word} mill`)),
  )
  expect(same).toBeGreaterThan(form ?? 1)
  expect(form).toBeGreaterThan((other ?? 1) + 0.2)
})

test('a word is used once, and what is used is gone from the rest', () => {
  const [one, other] = both('mill mill school', 'mill')
  const shared = common(restOf(one), other)
  expect(shared.weight).toBe(other.weight)
  expect(shared.rest.forms.map((form) => form?.text)).toEqual([undefined, 'mill', 'school'])
  expect(one.forms.every((form) => form !== undefined)).toBe(true)
})

test.each([
  ['They met at Orsha.', 'Near Orsha it burned.', true],
  ['It has 3 wheels.', 'He drew 3 wheels.', true],
  ['They met at noon.', 'Near noon it burned.', false],
])('%s and %s share something that tells: %s', (one, other, telling) => {
  const [a, b] = both(one, other)
  expect(common(restOf(a), b).telling).toBe(telling)
})

const claim = fc.array(fc.constantFrom('mill', 'mills', 'burned', 'burning', 'the', '3', 'Orsha'), { maxLength: 8 })

test('likeness is between 0 and 1, and at most the lighter claim is shared', () => {
  fc.assert(
    fc.property(claim, claim, (one, other) => {
      const [a, b] = both(one.join(' '), other.join(' '))
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0)
      expect(similarity(a, b)).toBeLessThanOrEqual(1)
      expect(common(restOf(a), b).weight).toBeLessThanOrEqual(Math.min(a.weight, b.weight) + 1e-9)
    }),
  )
})

test('long claims, whose words are looked up, are as alike as short ones that are scanned', () => {
  fc.assert(
    fc.property(claim, claim, (one, other) => {
      const long = (words: string[], mark: string) => [
        ...words,
        ...Array.from({ length: 60 }, (_, at) => `${mark}${at}`),
      ]
      const [a, b] = both(one.join(' '), other.join(' '))
      // 60 words on either side that are no word of the other: an index is cheaper, and nothing more is shared.
      const [c, d] = both(long(one, 'left').join(' '), long(other, 'wrong').join(' '))
      const found = (x: Terms, y: Terms) =>
        common(restOf(x), y)
          .rest.forms.slice(0, one.length)
          .map((form) => form === undefined)
      expect(found(c, d)).toEqual(found(a, b))
    }),
  )
})
