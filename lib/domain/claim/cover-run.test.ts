import { describe, expect, test } from 'vitest'
import { coversOf } from './cover.ts'
import { shownRuns } from './cover-run.ts'

const TEXT = 'At least 12 people were detained.'
const covers = (...words: string[]) =>
  words.flatMap((word) => coversOf(TEXT, [{ start: TEXT.indexOf(word), end: TEXT.indexOf(word) + word.length }]))
const told = (runs: ReturnType<typeof shownRuns>) =>
  runs.map(({ text, uncovered, looked }) => `${text}|${uncovered ? 'u' : '-'}${looked ? 'l' : '-'}`)

describe('shownRuns', () => {
  test('cuts where covers begin and end; spaces and marks are never said to lack one', () => {
    expect(told(shownRuns(TEXT, covers('At least 12 people'), []))).toEqual([
      'At least 12 people |--',
      'were detained|u-',
      '.|--',
    ])
  })
  test('and where the one looked at does', () => {
    expect(told(shownRuns(TEXT, covers('At least 12 people', 'detained'), covers('12 people')))).toEqual([
      'At least |--',
      '12 people|-l',
      ' |--',
      'were|u-',
      ' detained.|--',
    ])
  })
  test('gives the wording again, whatever covers it', () => {
    for (const runs of [
      shownRuns(TEXT, [], []),
      shownRuns(TEXT, covers(TEXT), covers('people')),
      shownRuns(TEXT, [{ start: 0, end: 4, exact: 'Else' }], [{ start: 0, end: 4, exact: 'Else' }]),
    ]) {
      expect(runs.map(({ text }) => text).join('')).toBe(TEXT)
      expect(runs.every(({ text }) => text !== '')).toBe(true)
    }
  })
  test('has nothing to show of nothing', () => expect(shownRuns('', [], [])).toEqual([]))
})
