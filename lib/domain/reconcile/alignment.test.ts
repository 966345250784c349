import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { alignAlone, alignGap } from './alignment.ts'

function aligned(olds: readonly string[], news: readonly string[], align: typeof alignAlone = alignGap): string[] {
  const { evidence, grouping } = facing(olds, news)
  align({ before: [...olds.keys()], after: [...news.keys()] }, evidence, grouping)
  return shown(grouping.groups())
}

const MILL = 'The mill burned on Monday.'
const SCHOOL = 'A school flooded in Orsha.'
const BOTH = 'The mill burned on Monday, and a school flooded in Orsha.'
const LONG = 'A school near Orsha flooded when a dam on the upper river broke.'
const OTHER = 'Elections follow next year.'

describe('a gap is aligned', () => {
  test.each<[string, string[], string[], string[]]>([
    ['one and one', [MILL, SCHOOL], [MILL, SCHOOL], ['0 → 0', '1 → 1']],
    ['one and several', [BOTH, OTHER], [MILL, SCHOOL, OTHER], ['0 → 0,1', '1 → 2']],
    ['several and one', [OTHER, MILL, SCHOOL], [OTHER, BOTH], ['0 → 0', '1,2 → 1']],
    ['and what has no like is left free', [MILL, OTHER], [SCHOOL, MILL], ['0 → 1']],
    ['in order, by what is worth most', [MILL, LONG], [LONG, MILL], ['1 → 0']],
    [
      'but a heading has no parts',
      ['== The mill burned on Monday, and a school flooded in Orsha', OTHER],
      [MILL, SCHOOL],
      ['0 → 0'],
    ],
    ['of one empty side', [MILL], [], []],
  ])('%s', (_, olds, news, expected) => {
    expect(aligned(olds, news)).toEqual(expected)
  })

  test('never crosswise, whatever stands in it', () => {
    const claim = fc.constantFrom(MILL, SCHOOL, BOTH, OTHER, 'The mill.', 'Flooded in Orsha on Monday.')
    const text = fc.array(claim, { maxLength: 6 })
    fc.assert(
      fc.property(text, text, (olds, news) => {
        const { evidence, grouping } = facing(olds, news)
        alignGap({ before: [...olds.keys()], after: [...news.keys()] }, evidence, grouping)
        const afters = grouping.groups().flatMap(({ after }) => after)
        expect(afters).toEqual([...new Set(afters)].sort((a, b) => a - b))
      }),
    )
  })
})

describe('one claim that stands exactly in the other’s place', () => {
  const [old, now] = [
    'Police searched the flat of a teacher on Friday.',
    'On Friday officers left the flat with a computer and six phones.',
  ]

  test('needs less in common', () => {
    expect(aligned([old], [now])).toEqual([])
    expect(aligned([old], [now], alignAlone)).toEqual(['0 → 0'])
    expect(aligned([old], [OTHER], alignAlone)).toEqual([])
  })

  test('is alone there', () => {
    expect(aligned([old, OTHER], [now], alignAlone)).toEqual([])
  })
})
