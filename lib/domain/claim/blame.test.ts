import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blame, type Worded } from './blame.ts'

const of = (...texts: string[]): Worded[] => texts.map((text, at) => ({ claim: 1, seq: at + 1, text }))
const read = (wordings: Worded[], descents: Parameters<typeof blame>[1] = [], claim = 1) =>
  blame(wordings, descents, claim).map(({ text, origin }) => `${origin}:${text}`)

describe('who wrote what', () => {
  test.each([
    ['one wording is its own', ['The mill stood.'], ['0:The mill stood.']],
    ['words added later are later', ['The mill stood.', 'The old mill stood.'], ['0:The ', '1:old ', '0:mill stood.']],
    [
      'words keep the oldest origin through every change around them',
      ['Twelve died.', 'Twelve men died.', 'At least twelve men died.'],
      ['2:At least twelve ', '1:men ', '0:died.'],
    ],
    [
      'a small word between two changes stays with whoever wrote it',
      ['Ann and Bob left.', 'Eve and Joe left.'],
      ['1:Eve', '0: and ', '1:Joe', '0: left.'],
    ],
    ['words taken out leave nothing', ['One, two, three.', 'One, three.'], ['0:One, three.']],
    ['what is restored word for word is not the restorer’s', ['It fell.', 'It rose.', 'It fell.'], ['0:It fell.']],
    ['white space alone is nobody’s new words', ['It fell.', 'It fell. '], ['0:It fell. ']],
  ] as const)('%s', (_, texts, runs) => {
    expect(read(of(...texts))).toEqual(runs)
  })

  test('no wording: nothing', () => {
    expect(blame([], [], 1)).toEqual([])
    expect(blame(of('Some words.'), [], 2)).toEqual([])
  })

  test('a part of a split claim has its words from there', () => {
    const wordings = [
      { claim: 1, seq: 1, text: 'It burned and the owner fled.' },
      { claim: 1, seq: 2, text: 'It burned down and the owner fled.' },
      { claim: 1, seq: 3, text: 'It burned down and ' },
      { claim: 7, seq: 3, text: 'the owner fled abroad.' },
    ]
    const descents = [{ claim: 7, ancestor: 1, seq: 3 }]
    expect(read(wordings, descents, 7)).toEqual(['0:the owner fled', '3: abroad', '0:.'])
    expect(read(wordings, descents, 1)).toEqual(['0:It burned ', '1:down ', '0:and '])
  })

  test('joined claims keep what each of them brought, in whichever order they stand', () => {
    const wordings = [
      { claim: 1, seq: 1, text: 'The mill stood. ' },
      { claim: 2, seq: 1, text: 'Nobody came. ' },
      { claim: 2, seq: 2, text: 'Nobody came back. ' },
      { claim: 1, seq: 3, text: 'Nobody came back. The mill stood. ' },
    ]
    const descents = [{ claim: 1, ancestor: 2, seq: 3 }]
    expect(read(wordings, descents)).toEqual(['1:Nobody came', '2: back', '1:. ', '0:The mill stood. '])
  })
})

describe('whatever the wordings', () => {
  const text = fc
    .array(fc.constantFrom('the', 'mill', 'and', 'Bob', '12', 'of', 'May', '2021', 'ŭ', '🙂', ',', '.'), {
      minLength: 1,
    })
    .map((words) => words.join(' '))
  const history = fc.array(
    fc.record({ claim: fc.integer({ min: 1, max: 3 }), step: fc.integer({ min: 0, max: 1 }), text }),
    { minLength: 1, maxLength: 8 },
  )
  const descents = fc.array(
    fc.record({ claim: fc.integer({ min: 1, max: 3 }), ancestor: fc.integer({ min: 1, max: 3 }), seq: fc.nat(8) }),
  )

  test('the runs joined are the words, every origin is a wording that has them, and neighbours differ', () => {
    fc.assert(
      fc.property(history, descents, (steps, came) => {
        let seq = 0
        const wordings = steps.map(({ claim, step, text: words }) => {
          seq += step + 1
          return { claim, seq, text: words }
        })
        const claim = wordings.at(-1)?.claim ?? 1
        const runs = blame(wordings, came, claim)
        expect(runs.map((run) => run.text).join('')).toBe(wordings.at(-1)?.text)
        for (const [at, { text: words, origin }] of runs.entries()) {
          expect(words).not.toBe('')
          expect(origin).not.toBe(runs[at + 1]?.origin)
          for (const word of words.split(' ')) expect(wordings[origin]?.text).toContain(word)
        }
      }),
    )
  })

  test('saying the same again changes nothing; words put at an end are the only new ones', () => {
    fc.assert(
      fc.property(text, text, (words, more) => {
        expect(read(of(words, words))).toEqual([`0:${words}`])
        expect(read(of(words, `${words} Xyz ${more}`))[0]?.startsWith(`0:${words}`)).toBe(true)
      }),
    )
  })
})
