import { describe, expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { pairElsewhere, pairSurely } from './elsewhere.ts'

const CABINET = 'Partisans burned a relay cabinet near Orsha at night.'
const CABINET_NOW = 'A relay cabinet near Orsha was burned by partisans.'
const COURT = 'A court in Homel jailed the mechanic for eleven years.'
const WEATHER = 'Snow fell in the eastern districts.'
const ELECTION = 'Elections follow next spring.'

function elsewhere(olds: string[], news: string[], known: [number, number][] = []): string[] {
  const { evidence, grouping } = facing(olds, news)
  for (const [from, to] of known) grouping.join([from], [to])
  pairElsewhere(evidence, grouping)
  return shown(grouping.groups())
}

describe('across the whole text', () => {
  test.each<[string, string[], string[], string[]]>([
    ['a claim that moved and was reworded', [CABINET, WEATHER], [ELECTION, CABINET_NOW], ['0 → 1']],
    [
      'a claim that was split',
      [WEATHER, `${CABINET.slice(0, -1)}, and a court in Homel jailed the mechanic for eleven years.`],
      [CABINET, COURT],
      ['1 → 0,1'],
    ],
    [
      'claims that were merged',
      [CABINET, COURT],
      [ELECTION, `${CABINET.slice(0, -1)}, and a court in Homel jailed the mechanic for eleven years.`],
      ['0,1 → 1'],
    ],
    ['the surest pair first', [CABINET_NOW, CABINET], [WEATHER, CABINET], ['1 → 1']],
    ['of equal ones the nearest', [CABINET, WEATHER, CABINET], [ELECTION, COURT, CABINET], ['2 → 2']],
    ['a word or two in common prove nothing', ['Snow: 5 cm.', WEATHER], [COURT, 'Snow 5.'], []],
  ])('%s', (_, olds, news, expected) => {
    expect(elsewhere(olds, news)).toEqual(expected)
  })

  test('of equal ones, that whose neighbour is one too, before the nearest', () => {
    const olds = [COURT, CABINET, WEATHER, ELECTION, CABINET]
    const news = [WEATHER, 'Trains stopped.', 'Nobody knew why.', COURT, CABINET]
    expect(elsewhere(olds, news, [[2, 0]])).toContain('4 → 4')
    expect(
      elsewhere(olds, news, [
        [2, 0],
        [0, 3],
      ]),
    ).toContain('1 → 4')
  })

  test('no one loses what was paired before', () => {
    expect(elsewhere([CABINET, WEATHER], [WEATHER, CABINET], [[1, 1]])).toEqual(['1 → 1'])
  })
})

describe('in a gap too wide to be aligned', () => {
  const surely = (olds: string[], news: string[]) => {
    const { evidence, grouping } = facing(olds, news)
    pairSurely({ before: [...olds.keys()], after: [...news.keys()] }, evidence, grouping)
    return shown(grouping.groups())
  }

  test.each<[string, string[], string[], string[]]>([
    ['what is surely the same', [CABINET, WEATHER, COURT], [CABINET_NOW, ELECTION, COURT], ['0 → 0', '2 → 2']],
    ['each the other’s likeliest', [CABINET, CABINET_NOW], [CABINET], ['0 → 0']],
    ['in order', [CABINET, WEATHER, COURT], [COURT, CABINET, WEATHER], ['0 → 1', '1 → 2']],
    ['nothing that is only likely', [WEATHER], ['Snow lay in the western districts, and trains stopped.'], []],
  ])('%s', (_, olds, news, expected) => {
    expect(surely(olds, news)).toEqual(expected)
  })
})
