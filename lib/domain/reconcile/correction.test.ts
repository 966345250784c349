import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Correction, correct } from './correction.ts'
import type { Piece, RecordedPiece } from './piece.ts'
import { reconcile } from './reconcile.ts'

const prose = (...texts: string[]): RecordedPiece[] =>
  texts.map((text, at) => ({ text, block: 0, kind: 'paragraph', number: at + 1 }))

const BEFORE = prose(
  'The mill burned on Monday.',
  'Nobody was hurt, and the insurance had lapsed.',
  'The owner was abroad.',
  'His brother lives next door.',
)
const AFTER = prose(
  'The mill burned on Monday.',
  'Nobody was hurt.',
  'The insurance had lapsed.',
  'Police are looking for two men.',
  'The owner was abroad.',
)

const same = (before: number, after: number): Correction => ({ kind: 'same', before, after })
const together = (before: number, after: number): Correction => ({ kind: 'together', before, after })
const isNew = (after: number): Correction => ({ kind: 'new', after })

function corrected(...corrections: Correction[]): string[] {
  const decisions = corrections.reduce(
    (decided, correction) => correct(BEFORE, AFTER, decided, correction),
    reconcile(BEFORE, AFTER),
  )
  return decisions.map(({ outcome, before, after }) => `${outcome} ${before} → ${after}`).sort()
}

describe('a person corrects what was proposed', () => {
  test.each<[string, Correction[], string[]]>([
    ['nothing yet', [], ['kept 0 → 0', 'kept 2 → 4', 'new  → 3', 'retired 3 → ', 'split 1 → 1,2']],
    ['a new claim is an old one', [same(3, 3)], ['kept 0 → 0', 'moved 2 → 4', 'reworded 3 → 3', 'split 1 → 1,2']],
    [
      'one part of a split is new: the other part remains the claim',
      [isNew(2)],
      ['kept 0 → 0', 'kept 2 → 4', 'new  → 2', 'new  → 3', 'retired 3 → ', 'reworded 1 → 1'],
    ],
    [
      'both are',
      [isNew(1), isNew(2)],
      ['kept 0 → 0', 'kept 2 → 4', 'new  → 1', 'new  → 2', 'new  → 3', 'retired 1 → ', 'retired 3 → '],
    ],
    [
      'a kept one is the successor of another',
      [same(3, 4)],
      ['kept 0 → 0', 'new  → 3', 'retired 2 → ', 'reworded 3 → 4', 'split 1 → 1,2'],
    ],
    [
      'a split claim is only its second part',
      [same(1, 2)],
      ['kept 0 → 0', 'kept 2 → 4', 'new  → 1', 'new  → 3', 'retired 3 → ', 'reworded 1 → 2'],
    ],
    [
      'a third part belongs to the split',
      [together(1, 3)],
      ['kept 0 → 0', 'kept 2 → 4', 'retired 3 → ', 'split 1 → 1,2,3'],
    ],
    ['two claims went into one', [together(3, 4)], ['kept 0 → 0', 'merged 2,3 → 4', 'new  → 3', 'split 1 → 1,2']],
    [
      'many became many: refused, nothing changes',
      [together(0, 1)],
      ['kept 0 → 0', 'kept 2 → 4', 'new  → 3', 'retired 3 → ', 'split 1 → 1,2'],
    ],
    [
      'a place that is none changes nothing',
      [same(9, 0), same(0, -1), isNew(0.5), together(Number.NaN, 0)],
      ['kept 0 → 0', 'kept 2 → 4', 'new  → 3', 'retired 3 → ', 'split 1 → 1,2'],
    ],
    [
      'what was decided already is decided still',
      [same(0, 0), isNew(3)],
      ['kept 0 → 0', 'kept 2 → 4', 'new  → 3', 'retired 3 → ', 'split 1 → 1,2'],
    ],
  ])('%s', (_, corrections, expected) => {
    expect(corrected(...corrections)).toEqual(expected)
  })
})

const words = fc.array(fc.constantFrom('the', 'bridge', 'burned', 'Minsk', 'Brest', '3', '5'), { maxLength: 5 })
const texts = fc.array(
  words.map((all) => `${all.join(' ')}.`),
  { maxLength: 6 },
)
const index = fc.integer({ min: -1, max: 6 })
const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({ kind: fc.constantFrom('same', 'together'), before: index, after: index }),
  fc.record({ kind: fc.constant('new' as const), after: index }),
)

test('whatever is corrected, every claim stays in exactly one decision, and the last correction holds', () => {
  fc.assert(
    fc.property(texts, texts, fc.array(correction, { maxLength: 5 }), (olds, news, corrections) => {
      const before = prose(...olds)
      const after: Piece[] = prose(...news)
      let decisions = reconcile(before, after)
      for (const one of corrections) decisions = correct(before, after, decisions, one)
      for (const [side, length] of [
        ['before', before.length],
        ['after', after.length],
      ] as const)
        expect(decisions.flatMap((decision) => decision[side]).sort((a, b) => a - b)).toEqual(
          Array.from({ length }, (_, at) => at),
        )
      for (const decision of decisions) expect(Math.min(decision.before.length, decision.after.length)).toBeLessThan(2)
      const last = corrections.at(-1)
      const group = decisions.find((decision) => last && decision.after.includes(last.after))
      if (last?.kind === 'new' && group) expect(group).toMatchObject({ outcome: 'new', after: [last.after] })
      if (last?.kind === 'same' && group && last.before >= 0 && last.before < before.length)
        expect(group).toMatchObject({ before: [last.before], after: [last.after] })
    }),
    { numRuns: 3_000 },
  )
})
