import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Standing } from '../article/target.ts'
import { compareRevisions, type Kinship } from './comparison.ts'

const article = (...claims: [number: number, text: string][]): Standing => ({
  layout: {
    open: '',
    close: '',
    blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims: claims.map(([number]) => number) }],
  },
  texts: new Map(claims),
})
const MILL: [number, string] = [1, 'The mill stood by the river. ']
const FIRE: [number, string] = [2, 'It burned on 3 May 2021. ']
const OWNER: [number, string] = [3, 'The owner had been warned by two of his men. ']

function compared(before: Standing, after: Standing, kinships: Kinship[] = []) {
  const { changes } = compareRevisions(before, after, kinships)
  const numbers = (claims: { number: number }[]) => claims.map(({ number }) => number).join('+')
  return changes.map(
    ({ outcome, moved, before: from, after: to }) =>
      `${outcome}${moved && outcome !== 'moved' ? ', moved' : ''} ${numbers(from)}>${numbers(to)}`,
  )
}

describe('two revisions, claim by claim', () => {
  const before = article(MILL, FIRE, OWNER)

  test('what stayed is counted and not listed', () => {
    expect(compareRevisions(before, before, [])).toMatchObject({ counts: { kept: 3, reworded: 0 }, changes: [] })
  })

  test('a claim is itself by its number, whatever it says', () => {
    expect(compared(before, article(MILL, [2, 'Nothing of the kind was ever said before.'], OWNER))).toEqual([
      'reworded 2>2',
    ])
    // The same words under another number are another claim.
    expect(compared(before, article(MILL, [7, FIRE[1]], OWNER))).toEqual(['retired 2>', 'new >7'])
  })

  test('a claim in another place moved', () => {
    expect(compared(before, article(OWNER, MILL, FIRE))).toEqual(['moved 3>3'])
  })

  test('a claim under another heading names both sections', () => {
    const sections = (...claims: number[][]): Standing => ({
      layout: {
        open: '',
        close: '',
        blocks: claims.map((own, at) => ({
          id: `b${at}`,
          kind: at % 2 === 0 ? 'heading' : 'paragraph',
          open: '',
          close: '\n',
          claims: own,
        })),
      },
      texts: new Map([MILL, FIRE, OWNER, [4, 'The mill'], [5, 'The fire']]),
    })
    const { changes } = compareRevisions(sections([4], [1, 3], [5], [2]), sections([4], [1], [5], [2, 3]), [])
    expect(changes).toHaveLength(1)
    expect(changes[0]?.reason).toMatch(/It was under “The mill” and is under “The fire” now\.$/)
  })

  test('splits and merges are read from the record, over what came and went in between', () => {
    const split = article(MILL, FIRE, [3, 'The owner had been warned. '], [8, 'Two of his men had done so. '])
    expect(compared(before, split, [{ claim: 8, ancestor: 3 }])).toEqual(['split 3>3+8'])
    const merged = article([1, 'The mill stood by the river. It burned on 3 May 2021. '], OWNER)
    expect(compared(before, merged, [{ claim: 1, ancestor: 2 }])).toEqual(['merged 1+2>1'])
    // C-8 was split off and split again: neither revision but the last knows of it.
    const twice = article(MILL, FIRE, [3, 'The owner had been warned. '], [9, 'Two of his men had done so. '])
    const chain = [
      { claim: 8, ancestor: 3 },
      { claim: 9, ancestor: 8 },
    ]
    expect(compared(before, twice, chain)).toEqual(['split 3>3+9'])
  })

  test('what was split and joined again is itself', () => {
    expect(
      compared(before, before, [
        { claim: 8, ancestor: 3 },
        { claim: 3, ancestor: 8 },
      ]),
    ).toEqual([])
  })

  test('where words of several went to several, it says so', () => {
    const mixed = article(MILL, [2, 'It burned on 3 May 2021, though he had been warned. '], [8, 'By two of his men. '])
    const { changes } = compareRevisions(before, mixed, [
      { claim: 8, ancestor: 3 },
      { claim: 2, ancestor: 3 },
    ])
    expect(changes).toMatchObject([{ outcome: 'split', reason: 'The words of 2 claims are in 2 now.' }])
  })
})

test('every claim of either state is counted in exactly one outcome', () => {
  const claims = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 })
  const number = fc.integer({ min: 1, max: 9 })
  const kinships = fc.array(fc.record({ claim: number, ancestor: number }), { maxLength: 6 })
  const state = (numbers: number[]) => article(...numbers.map((n) => [n, `Claim ${n} says this. `] as [number, string]))
  fc.assert(
    fc.property(claims, claims, kinships, (from, to, kin) => {
      const { counts, changes } = compareRevisions(state(from), state(to), kin)
      const listed = (side: 'before' | 'after') =>
        changes.flatMap((change) => change[side].map((claim) => claim.number))
      expect(new Set(listed('before')).size).toBe(listed('before').length)
      expect(new Set(listed('after')).size).toBe(listed('after').length)
      expect(listed('before').length + counts.kept).toBe(from.length)
      expect(listed('after').length + counts.kept).toBe(to.length)
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(changes.length + counts.kept)
    }),
  )
})
