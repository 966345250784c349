import { describe, expect, it } from 'vitest'
import { coversOf } from './cover'
import { shownRuns } from './cover-run'

const TEXT = 'At least 12 people were detained.'
const covers = (...words: string[]) =>
  words.flatMap((word) => coversOf(TEXT, [{ start: TEXT.indexOf(word), end: TEXT.indexOf(word) + word.length }]))
const told = (runs: ReturnType<typeof shownRuns>) =>
  runs.map(({ text, covered, looked }) => `${text}|${covered ? 'c' : '-'}${looked ? 'l' : '-'}`)

describe('shownRuns', () => {
  it('cuts where covers begin and end', () => {
    expect(told(shownRuns(TEXT, covers('At least 12 people'), []))).toEqual([
      'At least 12 people|c-',
      ' were detained.|--',
    ])
  })
  it('and where the one looked at does', () => {
    expect(told(shownRuns(TEXT, covers('At least 12 people', 'detained'), covers('12 people')))).toEqual([
      'At least |c-',
      '12 people|cl',
      ' were |--',
      'detained|c-',
      '.|--',
    ])
  })
  it('gives the wording again, whatever covers it', () => {
    for (const runs of [
      shownRuns(TEXT, [], []),
      shownRuns(TEXT, covers(TEXT), covers('people')),
      shownRuns(TEXT, [{ start: 0, end: 4, exact: 'Else' }], covers('12')),
    ])
      expect(runs.map(({ text }) => text).join('')).toBe(TEXT)
  })
  it('has nothing to show of nothing', () => expect(shownRuns('', [], [])).toEqual([]))
})
