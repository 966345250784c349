import { expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { adoptParts } from './part.ts'

const WHOLE = 'Partisans burned a relay cabinet near Orsha, and the driver Petrov fled to Lithuania.'
const FIRST = 'Partisans burned a relay cabinet near Orsha.'
const LONG =
  'Partisans burned cabinets near Orsha, drivers fled, trains stopped, guards slept, towers fell, bridges burst, police searched, elections followed'
const SECOND = 'The driver Petrov fled to Lithuania.'

test.each<[string, string[], string[], [number[], number[]][], string[]]>([
  [
    'a part that stands apart',
    [WHOLE, 'Snow fell.'],
    [FIRST, 'Snow fell.', SECOND],
    [
      [[0], [0]],
      [[1], [1]],
    ],
    ['0 → 0,2', '1 → 1'],
  ],
  [
    'the same of a merger',
    [SECOND, 'Snow fell.', FIRST],
    [WHOLE, 'Snow fell.'],
    [
      [[2], [0]],
      [[1], [1]],
    ],
    ['0,2 → 0', '1 → 1'],
  ],
  ['nothing that the claim did not say', [WHOLE], [FIRST, 'Elections follow next spring.'], [[[0], [0]]], ['0 → 0']],
  ['nothing that the claim says already', [WHOLE], [WHOLE, SECOND], [[[0], [0]]], ['0 → 0']],
  ['nothing that weighs next to nothing', ['Rain fell.'], ['Rain.', 'Fell.'], [[[0], [0]]], ['0 → 0']],
  ['no heading', [WHOLE], [FIRST, '== The driver Petrov fled to Lithuania'], [[[0], [0]]], ['0 → 0']],
  ['nothing for a claim that is in no group', [WHOLE], [FIRST, SECOND], [], []],
  [
    'nothing that tells it hardly better',
    [`${LONG}, snow melted overnight.`],
    [`${LONG}.`, 'Snow melted overnight.'],
    [[[0], [0]]],
    ['0 → 0'],
  ],
  [
    'nothing where both together say too little of it',
    ['Partisans burned cabinets near Orsha, drivers fled, trains stopped, guards slept, towers fell, police searched.'],
    ['Partisans burned cabinets.', 'Drivers fled.'],
    [[[0], [0]]],
    ['0 → 0'],
  ],
])('parts that are left: %s', (_, olds, news, known, expected) => {
  const { evidence, grouping } = facing(olds, news)
  for (const [from, to] of known) grouping.join(from, to)
  adoptParts(evidence, grouping)
  expect(shown(grouping.groups())).toEqual(expected)
})
