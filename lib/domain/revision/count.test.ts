import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Standing } from '../article/target.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { type Edit, editedArticle } from '../testing/edited-article.ts'
import { countsInWords, countsOfPlan, countsOfWordings, NO_COUNTS } from './count.ts'
import { piecesOf, recordedPieces } from './draft.ts'
import { planRestructure } from './restructure.ts'
import { threeWay } from './three-way.ts'

test('counts wordings that say something else; white space is nothing', () => {
  const pairs = [
    { before: 'It burned. ', after: 'It  burned.' },
    { before: 'At least 60.', after: 'At least 61.' },
  ]
  expect(countsOfWordings(pairs)).toEqual({ ...NO_COUNTS, reworded: 1 })
})

test('is told in words', () => {
  expect(countsInWords({ ...NO_COUNTS, reworded: 3, split: 1, kept: 4 })).toBe('3 claims reworded, 1 split')
  expect(countsInWords({ ...NO_COUNTS, moved: 1 })).toBe('1 claim moved')
  expect(countsInWords({ ...NO_COUNTS, kept: 4 })).toBe('formatting only')
  expect(countsInWords({ ...NO_COUNTS, kept: 4 }, true)).toBe('4 claims unchanged')
})

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.nat(10),
  block: fc.nat(8),
  run: fc.nat(8),
  to: fc.nat(8),
  spot: fc.nat(20),
})

test('a plan is counted as what was decided about it: the preview and the record say the same', () => {
  const sizes = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(sizes, fc.array(edit, { maxLength: 4 }), (sizes, edits) => {
      const { base, theirs } = editedArticle(sizes, edits)
      const layout = { open: '', close: '', blocks: [...base.blocks] }
      const standing: Standing = { layout, texts: new Map(base.pieces.map(({ number, text }) => [number, text])) }
      const pieces = recordedPieces(standing)
      const decisions = reconcile(pieces, piecesOf(theirs))
      const heldBy = (number: number) => (standing.texts.has(number) ? [number] : [])
      const { target } = threeWay({ base: pieces, theirs, decisions, ours: standing, heldBy, choices: new Map() })
      const plan = planRestructure(standing, target, 100)
      if ('problem' in plan) return
      const counts = countsOfPlan(standing, plan)
      for (const { outcome } of decisions) counts[outcome] -= 1
      expect(counts).toEqual(NO_COUNTS)
    }),
    { numRuns: 300 },
  )
})
