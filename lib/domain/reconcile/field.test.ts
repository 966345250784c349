import { expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { pairFields, pairHeadings } from './field.ts'

test.each<[string, string[], string[], string[]]>([
  ['a sole value is its field', ['|Deaths: 3', '|Place: Minsk'], ['|Place: Brest', '|Deaths: 5'], ['0 → 1', '1 → 0']],
  ['two values before leave it open', ['|Deaths: 3', '|Deaths: 4'], ['|Deaths: 3'], []],
  ['two values after leave it open', ['|Deaths: 3'], ['|Deaths: 3', '|Deaths: 4'], []],
  ['another label is another field', ['|Deaths: 3'], ['|Injured: 3'], []],
  ['text without a label is no field', ['The mill burned.'], ['The mill burned.'], []],
])('%s', (_, olds, news, expected) => {
  const { before, after, grouping } = facing(olds, news)
  pairFields(before, after, grouping)
  expect(shown(grouping.groups())).toEqual(expected)
})

test.each<[string, string[], string[], [number, number][], string[]]>([
  ['over the same claim', ['== Sabotage', 'A mill burned.'], ['== Attacks', 'A mill burned.'], [[1, 1]], ['0 → 0']],
  ['over another claim', ['== Sabotage', 'A mill burned.'], ['== Attacks', 'Nobody was hurt.'], [], []],
  ['over no claim now', ['== Sabotage', 'A mill burned.'], ['A mill burned.', '== Attacks'], [[1, 0]], []],
  ['over a heading', ['== Sabotage', '== By rail'], ['== Attacks', '== By rail'], [[1, 1]], []],
])('a heading %s', (_, olds, news, known, expected) => {
  const { before, after, grouping } = facing(olds, news)
  for (const [from, to] of known) grouping.join([from], [to])
  pairHeadings(before, after, grouping)
  expect(shown(grouping.groups().filter((group) => group.before[0] === 0))).toEqual(expected)
})

test('a heading that is someone’s already stays theirs', () => {
  const { before, after, grouping } = facing(
    ['== Sabotage', 'A mill burned.', '== Attacks'],
    ['== Attacks', 'A mill burned.'],
  )
  grouping.join([1], [1])
  grouping.join([2], [0])
  pairHeadings(before, after, grouping)
  expect(shown(grouping.groups())).toEqual(['1 → 1', '2 → 0'])
})
