import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alike, COMPARED_WORDS, oneSpaced, termsOf } from './term.ts'

const read = (...texts: string[]) =>
  termsOf(
    texts.map((text) => ({ text })),
    [],
  ).before

describe('one word, however it is written', () => {
  test.each([
    ['Mill', 'MILL'],
    ['café', 'cafe'],
    ['don’t', "don't"],
    ['1,000', '1000'],
    ['Минск', 'Minsk'],
    ['Łukaszenka', 'Lukaszenka'],
    ['ён', 'jon'],
  ])('%s and %s', (one, other) => {
    const [a, b] = read(one, other)
    expect(a?.forms[0]).toBe(b?.forms[0])
  })

  test.each([
    ['mill', 'mills'],
    ['10', '100'],
    ['3.5', '35'],
  ])('but not %s and %s', (one, other) => {
    const [a, b] = read(one, other)
    expect(a?.forms[0]).not.toBe(b?.forms[0])
  })
})

test.each([
  ['партызаны', 'партызанамі', true],
  ['burned', 'burning', true],
  ['burned', 'bureau', false],
  ['2021', '2022', false],
  ['at', 'at', false],
  ['the', 'then', false],
])('%s and %s may be forms of one word: %s', (one, other, expected) => {
  const [a, b] = read(one, other).map(({ forms }) => forms[0])
  expect(a && b && alike(a, b)).toBe(expected)
})

describe('what a word weighs', () => {
  const weigh = (text: string, ...others: string[]) => {
    const [terms] = read(text, ...others)
    return Object.fromEntries(terms?.forms.map((form) => [form.text, form.weight]) ?? [])
  }

  test('a rare word more than one that all claims have', () => {
    const weights = weigh('mill burned', 'mill stood', 'mill fell')
    expect(weights.burned).toBeGreaterThan(weights.mill ?? 0)
  })

  test('a function word next to nothing', () => {
    const weights = weigh('the mill')
    expect(weights.the).toBeLessThan((weights.mill ?? 0) / 4)
  })

  test('a claim as much as its words', () => {
    const [terms] = read('The mill, the mill!', 'Nobody was hurt.')
    expect(terms?.weight).toBeCloseTo(terms?.forms.reduce((sum, { weight }) => sum + weight, 0) ?? 0)
    expect(terms?.forms).toHaveLength(4)
  })
})

test('names and numbers tell what a claim is about; the first word is capital anyway', () => {
  const [terms] = read('Police held 3 men near Orsha.')
  expect(terms?.telling).toEqual([false, false, true, false, false, true])
})

test('in how many claims of each side a word stands', () => {
  const { before } = termsOf([{ text: 'mill mill' }, { text: 'mill' }], [{ text: 'Mill.' }])
  expect(before[0]?.forms[0]?.found).toEqual([2, 1])
})

test('only the first words of a long claim are compared', () => {
  expect(read('a '.repeat(COMPARED_WORDS + 10))[0]?.forms).toHaveLength(COMPARED_WORDS)
  expect(read('abcdefghijklmno '.repeat(500))[0]?.forms.length).toBeLessThan(400)
})

test('white space is evened out, however it is', () => {
  const piece = fc.constantFrom('a', 'б', ' ', '\n', '\u00a0', '\t')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(oneSpaced(text)).toBe(text.split(/\s+/u).filter(Boolean).join(' '))
    }),
  )
})
