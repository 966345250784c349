import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VERDICTS } from '../check/scale.ts'
import { claimStatus, isChecked, isUnfinished, originsFor, STATUS_LABEL, STATUSES, type StatusFacts } from './status.ts'

const none: StatusFacts = {
  checkable: true,
  substance: 1,
  demands: { origins: 1, assessors: 1 },
  citations: [],
  assessments: [],
  adjudication: null,
  revealed: true,
  familyOf: (id) => id,
}
const cites = (sourceId: string, substance = 1, stance: 'supports' | 'refutes' | 'context' = 'supports') => ({
  sourceId,
  stance,
  substance,
})
const says = (verdict: (typeof VERDICTS)[number], substance = 1) => ({ verdict, substance })
const two = { origins: 2, assessors: 2 }
const sameFamily = () => 'telegram'

const cases: [string, Partial<StatusFacts>, string][] = [
  ['nothing there', {}, 'unchecked'],
  ['an editor said it cannot be checked', { checkable: false }, 'not_checkable'],
  ['… which goes before any rating', { checkable: false, assessments: [says('refuted')] }, 'not_checkable'],
  ['a citation alone', { citations: [cites('a')] }, 'in_progress'],
  ['a rating alone rests on nothing', { assessments: [says('supported')] }, 'in_progress'],
  ['a rating and a source', { citations: [cites('a')], assessments: [says('supported')] }, 'supported'],
  [
    'a refuting source carries a refutation',
    { citations: [cites('a', 1, 'refutes')], assessments: [says('refuted')] },
    'refuted',
  ],
  ['a supporting source does not', { citations: [cites('a')], assessments: [says('refuted')] }, 'in_progress'],
  [
    'context alone carries no support',
    { citations: [cites('a', 1, 'context')], assessments: [says('supported')] },
    'in_progress',
  ],
  ['lack of evidence needs no source', { assessments: [says('not_enough_evidence')] }, 'not_enough_evidence'],
  [
    'conflict rests on either stance',
    { citations: [cites('a', 1, 'refutes')], assessments: [says('conflicting_evidence')] },
    'conflicting_evidence',
  ],
  [
    'two ratings that differ',
    { assessments: [says('supported'), says('refuted')], citations: [cites('a')] },
    'disputed',
  ],
  [
    'adjudicated',
    {
      assessments: [says('supported'), says('refuted')],
      citations: [cites('a')],
      adjudication: says('supported'),
    },
    'supported',
  ],
  [
    'an adjudication of an earlier wording does not settle the present one',
    { substance: 2, assessments: [says('supported', 2), says('refuted', 2)], adjudication: says('supported', 1) },
    'disputed',
  ],
  [
    'two ratings that differ, and a third still to come without seeing them',
    {
      demands: { origins: 1, assessors: 3 },
      revealed: false,
      assessments: [says('supported'), says('refuted')],
      citations: [cites('a')],
    },
    'in_progress',
  ],
  [
    'the wording changed after the rating',
    { substance: 2, assessments: [says('supported')], citations: [cites('a')] },
    'stale',
  ],
  [
    'an adjudicated wording changed',
    { substance: 2, assessments: [says('supported'), says('refuted')], adjudication: says('refuted') },
    'stale',
  ],
  ['an earlier number never comes back', { substance: 3, assessments: [says('supported', 1)] }, 'stale'],
  ['only a citation is of an earlier wording', { substance: 2, citations: [cites('a')] }, 'in_progress'],
  [
    'rated anew, but the source was never looked at again',
    { substance: 2, assessments: [says('supported', 2)], citations: [cites('a')] },
    'in_progress',
  ],
  ['both re-affirmed', { substance: 2, assessments: [says('supported', 2)], citations: [cites('a', 2)] }, 'supported'],
  [
    'one of two re-affirmed and two demanded',
    {
      substance: 2,
      demands: two,
      assessments: [says('supported', 2), says('supported', 1)],
      citations: [cites('a', 2), cites('b', 2)],
    },
    'stale',
  ],
  [
    'one of two re-affirmed and one demanded',
    { substance: 2, assessments: [says('supported', 2), says('refuted', 1)], citations: [cites('a', 2)] },
    'supported',
  ],
  [
    'one rater where two are demanded',
    { demands: two, citations: [cites('a'), cites('b')], assessments: [says('supported')] },
    'in_progress',
  ],
  [
    'two raters, two sources, one origin',
    {
      demands: two,
      citations: [cites('a'), cites('b')],
      assessments: [says('supported'), says('supported')],
      familyOf: sameFamily,
    },
    'in_progress',
  ],
  [
    'two raters, two origins',
    { demands: two, citations: [cites('a'), cites('b')], assessments: [says('supported'), says('supported')] },
    'supported',
  ],
]

describe('claimStatus', () => {
  test.each(cases)('%s', (_name, facts, expected) => {
    expect(claimStatus({ ...none, ...facts })).toBe(expected)
  })

  const facts = fc.record({
    checkable: fc.boolean(),
    substance: fc.integer({ min: 1, max: 3 }),
    demands: fc.record({ origins: fc.integer({ min: 0, max: 3 }), assessors: fc.integer({ min: 1, max: 3 }) }),
    citations: fc.array(
      fc.record({
        sourceId: fc.constantFrom('a', 'b', 'c'),
        stance: fc.constantFrom('supports' as const, 'refutes' as const, 'context' as const),
        substance: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 4 },
    ),
    assessments: fc.array(
      fc.record({ verdict: fc.constantFrom(...VERDICTS), substance: fc.integer({ min: 1, max: 3 }) }),
      { maxLength: 4 },
    ),
    adjudication: fc.option(
      fc.record({ verdict: fc.constantFrom(...VERDICTS), substance: fc.integer({ min: 1, max: 3 }) }),
    ),
    revealed: fc.boolean(),
    familyOf: fc.constant((id: string) => id),
  })

  test('never calls words checked that no one assessed', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const fresh = f.assessments.some((a) => a.substance === f.substance)
        if (isChecked(claimStatus(f))) expect(fresh).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('a changed wording is never a checked one, and a check is never forgotten', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const status = claimStatus({ ...f, checkable: true, substance: 4 })
        if (f.assessments.length > 0 || f.adjudication) expect(status).toBe('stale')
        else expect(['unchecked', 'in_progress']).toContain(status)
      }),
      { numRuns: 3000 },
    )
  })

  test('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const turned = { ...f, citations: [...f.citations].reverse(), assessments: [...f.assessments].reverse() }
        expect(claimStatus(turned)).toBe(claimStatus(f))
      }),
      { numRuns: 2000 },
    )
  })
})

test('counts only citations of the present wording that bear on the verdict', () => {
  const facts = { ...none, substance: 2, citations: [cites('a', 1), cites('b', 2), cites('c', 2, 'refutes')] }
  expect(originsFor(facts, 'supported')).toBe(1)
  expect(originsFor(facts, 'conflicting_evidence')).toBe(2)
})

test('every status has a label and is finished or not', () => {
  expect(STATUSES.filter(isUnfinished)).toEqual(['disputed', 'stale', 'in_progress', 'unchecked'])
  for (const status of STATUSES) expect(STATUS_LABEL[status]).toBeTruthy()
})
