import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facing } from '../testing/facing.ts'
import { evidenceOf } from './evidence.ts'
import { similarity } from './similarity.ts'

const score = (old: string, now: string) => facing([old], [now]).evidence.pairScore(0, 0)

describe('what speaks for one claim being the other', () => {
  test('everything where the words are the same, whatever they are set as', () => {
    expect(score('The mill burned.', 'The mill burned.')).toBe(1)
    expect(score('== The mill', 'The mill')).toBe(1)
  })

  test('nothing where no word is', () => {
    expect(score('The mill burned.', 'Elections follow.')).toBe(0)
  })

  test.each<[string, [string, string], [string, string]]>([
    [
      'less where somebody else is named',
      ['He saw nobody deny guilt yesterday.', 'He saw someone deny guilt yesterday.'],
      ['He saw Petrov deny guilt yesterday.', 'He saw Ivanov deny guilt yesterday.'],
    ],
    [
      'and less again where names differ and more than one is in either',
      ['He saw Petrov deny guilt and flee today.', 'He saw Ivanov deny guilt and flee today.'],
      ['He saw Petrov and Lukas deny guilt, flee today.', 'He saw Ivanov and Markus deny guilt, flee today.'],
    ],
    [
      'more between paragraphs than between heading and text',
      ['Fire at the mill', 'Fire near the mill'],
      ['== Fire at the mill', 'Fire near the mill'],
    ],
    [
      'more between heading and heading than between heading and text',
      ['== Fire at the mill', '== Fire near the mill'],
      ['== Fire at the mill', 'Fire near the mill'],
    ],
    [
      'less where they begin with a date and share nothing else',
      ['Mill burned on 3 March 2022.', 'School flooded on 3 March 2022.'],
      ['On 3 March 2022 mill burned.', 'On 3 March 2022 school flooded.'],
    ],
  ])('%s', (_, more, less) => {
    expect(score(...more)).toBeGreaterThan(score(...less))
  })

  test('more than the share of all words, where a short claim stands whole in a long one', () => {
    const [old, now] = [
      'Relay cabinet burned quietly.',
      'Relay cabinet burned quietly while guards slept nearby all night.',
    ]
    const { terms, evidence } = facing([old], [now])
    const [one, other] = [terms.before[0], terms.after[0]]
    expect(evidence.pairScore(0, 0)).toBeGreaterThan((one && other && similarity(one, other)) ?? 1)
  })

  test('a number that the text names adds to what words say, and is nothing alone', () => {
    const { before, after, terms, evidence } = facing(['The mill burned.'], ['The mill stood.', 'Elections follow.'])
    const hinted = evidenceOf(
      before,
      after.map((piece) => ({ ...piece, hint: 1 })),
      terms,
    )
    expect(hinted.named(0, 0)).toBe(true)
    expect(hinted.pairScore(0, 0)).toBeGreaterThan(evidence.pairScore(0, 0))
    expect(hinted.pairScore(0, 1)).toBe(0)
  })

  test('only the same words are certain', () => {
    const word = fc.constantFrom('mill', 'burned', 'the', '3', 'Orsha', 'burning')
    const claim = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(claim, claim, (old, now) => {
        const found = score(old, now)
        expect(found === 1).toBe(old === now)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('fields of the infobox', () => {
  test.each<[string, string[], string[], boolean, boolean]>([
    ['one field', ['|Deaths: 3'], ['|Deaths: 5'], true, true],
    ['a field under another name', ['|Deaths: 3'], ['|Killed: 3'], true, true],
    ['a value in a field that was there before', ['|Deaths: 3', '|Injured: 4'], ['|Injured: 3'], false, false],
    [
      'one that says something',
      ['|Lead: General Ruslan Nikitin', '|Deputy: none'],
      ['|Deputy: General Ruslan Nikitin'],
      true,
      false,
    ],
    ['a value that became text', ['|Deaths: 3'], ['3'], true, false],
  ])('%s', (_, olds, news, same, otherwise) => {
    const { evidence } = facing(olds, news)
    expect(evidence.compatible(0, 0, true)).toBe(same)
    expect(evidence.compatible(0, 0, false)).toBe(otherwise)
  })

  test('people are told apart by how a value begins', () => {
    const field = (old: string, now: string) => score(`|Lead: ${old}`, `|Lead: ${now}`)
    expect(field('Petrov, chief of staff', 'Petrov, former chief of staff')).toBeGreaterThan(0.5)
    expect(field('Petrov, chief of staff', 'Ivanov, former chief of staff')).toBeLessThan(0.3)
  })
})

test('no heading becomes part of a sentence', () => {
  const { evidence } = facing(['== Fire', 'Fire.'], ['A fire.', '== A fire'])
  const divisible = (from: number, to: number) => evidence.divisible(from, to)
  expect([divisible(0, 0), divisible(0, 1), divisible(1, 0), divisible(1, 1)]).toEqual([false, true, true, false])
  expect(divisible(2, 0)).toBe(false)
})
