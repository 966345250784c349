import { describe, expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { alignCopies, anchor, gapsOf, type Keys, pairCopies } from './anchor.ts'

/** Claims by one letter each: "a b a". */
function lettered(olds: string, news: string) {
  const texts = (letters: string) =>
    letters
      .split(' ')
      .filter(Boolean)
      .map((letter) => `Claim ${letter.repeat(9)}.`)
  const { terms, evidence, grouping } = facing(texts(olds), texts(news))
  const keys: Keys = {
    before: (at) => terms.before[at]?.text ?? '',
    after: (at) => terms.after[at]?.text ?? '',
  }
  return { evidence, grouping, keys }
}

describe('anchors', () => {
  test.each([
    ['those that stand once, wherever', 'a b c', 'c a b', ['0 → 1', '1 → 2', '2 → 0']],
    ['copies beside them', 'x a x b', 'x a x c', ['0 → 0', '1 → 1', '2 → 2']],
    ['copies by their neighbours, not by their number', 'x a x b', 'y a x b', ['1 → 1', '2 → 2', '3 → 3']],
    ['copies at the beginning and at the end', 'x y x z x', 'x x', ['0 → 0', '4 → 1']],
    ['and nothing else', 'a b', 'c d', []],
  ])('%s', (_, olds, news, expected) => {
    const { evidence, grouping, keys } = lettered(olds, news)
    anchor(evidence, grouping, keys)
    expect(shown(grouping.groups())).toEqual(expected)
  })

  test('an empty key anchors nothing', () => {
    const { evidence, grouping } = lettered('a', 'a')
    anchor(evidence, grouping, { before: () => '', after: () => '' })
    expect(grouping.groups()).toEqual([])
  })
})

describe('gaps', () => {
  test.each<[string, string, string, [number, number][], string[]]>([
    [
      'between, before and behind',
      'a b c d e',
      'v b w d z',
      [
        [1, 1],
        [3, 3],
      ],
      ['0 → 0', '2 → 2', '4 → 4'],
    ],
    ['all, where nothing is known', 'a b', 'c', [], ['0,1 → 0']],
    ['none with an empty side', 'a b c', 'b v', [[1, 0]], ['2 → 1']],
    [
      'past what left the order',
      'a b c d e',
      'v d w b c',
      [
        [1, 3],
        [2, 4],
        [3, 1],
      ],
      ['0 → 0,2'],
    ],
  ])('%s', (_, olds, news, known, expected) => {
    const { evidence, grouping } = lettered(olds, news)
    for (const [from, to] of known) grouping.join([from], [to])
    expect(shown(gapsOf(evidence, grouping))).toEqual(expected)
  })
})

test.each([
  ['in order, as many as can be', 'x y x z', 'z x y x', ['0 → 1', '1 → 2', '2 → 3']],
  ['none that only one side has', 'x a', 'b x', ['0 → 1']],
])('copies of a wide gap: %s', (_, olds, news, expected) => {
  const { grouping, keys } = lettered(olds, news)
  alignCopies({ before: grouping.freeBefore(), after: grouping.freeAfter() }, grouping, keys)
  expect(shown(grouping.groups())).toEqual(expected)
})

test.each([
  ['the first with the first', 'x a x', 'x b x', ['0 → 0', '2 → 2']],
  ['as many as there are', 'x x x', 'x', ['0 → 0']],
  ['whatever their order', 'x y', 'y x', ['0 → 1', '1 → 0']],
])('copies that are left: %s', (_, olds, news, expected) => {
  const { evidence, grouping, keys } = lettered(olds, news)
  pairCopies(evidence, grouping, keys)
  expect(shown(grouping.groups())).toEqual(expected)
})
