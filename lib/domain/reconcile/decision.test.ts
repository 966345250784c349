import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facing } from '../testing/facing.ts'
import { decide } from './decision.ts'
import type { Group } from './group.ts'

function decided(olds: string[], news: string[], groups: Group[]): string[] {
  const { before, after, terms } = facing(olds, news)
  return decide(before, after, terms, groups).map(
    (one) => `${one.outcome}${one.moved && one.outcome !== 'moved' ? ', moved' : ''}: ${one.before} → ${one.after}`,
  )
}

const pair = (from: number, to: number): Group => ({ before: [from], after: [to] })
const [MILL, SCHOOL] = ['The mill burned on Monday.', 'A school flooded.']

test.each<[string, string[], string[], Group[], string[]]>([
  ['the same words', [MILL], [MILL], [pair(0, 0)], ['kept: 0 → 0']],
  ['white space is no word', ['The  mill burned.'], ['The mill burned. '], [pair(0, 0)], ['kept: 0 → 0']],
  ['a mark is a wording', ['The mill burned.'], ['The mill burned'], [pair(0, 0)], ['reworded: 0 → 0']],
  ['several now', [`${MILL} ${SCHOOL}`], [MILL, SCHOOL], [{ before: [0], after: [0, 1] }], ['split: 0 → 0,1']],
  ['one now', [MILL, SCHOOL], [`${MILL} ${SCHOOL}`], [{ before: [0, 1], after: [0] }], ['merged: 0,1 → 0']],
  ['what is in no group', [MILL], [SCHOOL], [], ['retired: 0 → ', 'new:  → 0']],
  [
    'the shorter one left the order',
    [MILL, SCHOOL],
    [SCHOOL, MILL],
    [pair(0, 1), pair(1, 0)],
    ['moved: 1 → 0', 'kept: 0 → 1'],
  ],
  [
    'reworded and out of the order',
    [MILL, SCHOOL],
    ['A school burned.', MILL],
    [pair(0, 1), pair(1, 0)],
    ['reworded, moved: 1 → 0', 'kept: 0 → 1'],
  ],
  [
    'a value in another field that both have',
    ['|Deaths: 3', '|Injured: 4'],
    ['|Deaths: 5', '|Injured: 3'],
    [pair(0, 1)],
    ['retired: 1 → ', 'new:  → 0', 'reworded, moved: 0 → 1'],
  ],
  [
    'the same value under another label says something else',
    ['|Injured: 3'],
    ['|Killed: 3'],
    [pair(0, 0)],
    ['reworded: 0 → 0'],
  ],
  ['a label set otherwise does not', ['|Killed: 3'], ['|Killed : 3'], [pair(0, 0)], ['kept: 0 → 0']],
  [
    'a statement that becomes a quotation',
    ['They fired first.'],
    ['> They fired first.'],
    [pair(0, 0)],
    ['reworded: 0 → 0'],
  ],
  [
    'a paragraph that becomes a list item',
    ['They fired first.'],
    ['- They fired first.'],
    [pair(0, 0)],
    ['kept: 0 → 0'],
  ],
  [
    'the retired stand behind what they followed',
    [MILL, 'Nobody knew why.', SCHOOL],
    ['Snow fell.', MILL, SCHOOL],
    [pair(0, 1), pair(2, 2)],
    ['new:  → 0', 'kept: 0 → 1', 'retired: 1 → ', 'kept: 2 → 2'],
  ],
])('%s', (_, olds, news, groups, expected) => {
  expect(decided(olds, news, groups)).toEqual(expected)
})

test('a reason says whether checks stand, and where a claim went', () => {
  const reason = (old: string, now: string) => {
    const { before, after, terms } = facing([old], [now])
    return decide(before, after, terms, [pair(0, 0)])[0]?.reason
  }
  expect(reason('The mill burned.', 'The mill burned')).toMatch(/its checks stand/)
  expect(reason('The mill burned.', 'The mill stood.')).not.toMatch(/its checks stand/)
})

test('every claim of either text is in one decision, the claims after in their order', () => {
  const texts = fc.array(fc.constantFrom(MILL, SCHOOL, 'Snow fell.'), { maxLength: 6 })
  fc.assert(
    fc.property(texts, texts, fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 5 }), (olds, news, pairs) => {
      const { before, after, terms, grouping } = facing(olds, news)
      for (const [from, to] of pairs)
        if (from < olds.length && to < news.length && !grouping.ofBefore[from] && !grouping.ofAfter[to])
          grouping.join([from], [to])
      const all = decide(before, after, terms, grouping.groups())
      expect(all.flatMap((one) => one.before).sort()).toEqual([...olds.keys()])
      expect(all.flatMap((one) => one.after)).toEqual([...news.keys()])
    }),
  )
})
