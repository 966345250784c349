import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../check/policy.ts'
import { countWords } from '../text/word.ts'
import { summarise } from './claim.ts'
import { coverage } from './coverage.ts'
import { type ClaimPast, coverageHistory, type Instant, type Span } from './coverage-history.ts'

const familyOf = (sourceId: string) => sourceId
const measureOf: Instant['measureOf'] = ({ text }) => ({ words: countWords(text), humanToll: false, numbers: false })
const instant = (seq: number, given: Partial<Instant> = {}): Instant => ({
  seq,
  policy: DEFAULT_POLICY,
  familyOf,
  measureOf,
  ...given,
})
const wording = (text: string, substance: number, from: number, until: number | null = null) => ({
  id: 'c',
  number: 1,
  wordingId: `w${from}`,
  text,
  substance,
  from,
  until,
})
const NOTHING: ClaimPast = { wordings: [], marks: [], citations: [], assessments: [], adjudications: [] }
const CITED = { claimId: 'c', sourceId: 's', stance: 'supports', substance: 1, from: 2, until: null } as const
const ASSESSED = { claimId: 'c', memberId: 'm', verdict: 'supported', substance: 1, from: 3, until: null } as const

test('a claim is checked, goes stale with other words, and leaves', () => {
  const past: ClaimPast = {
    ...NOTHING,
    wordings: [wording('The mill burned.', 1, 1, 4), wording('The old mill burned down.', 2, 4, 6)],
    citations: [CITED],
    assessments: [ASSESSED],
  }
  const found = coverageHistory(
    past,
    [1, 2, 3, 4, 5, 6].map((seq) => instant(seq)),
  )
  expect(found.map(({ checked, checkable }) => [checked, checkable])).toEqual([
    [0, 3],
    [0, 3],
    [3, 3],
    [0, 5],
    [0, 5],
    [0, 0],
  ])
  expect(found[3]?.claims.stale).toBe(1)
})

test('what the desk demands, and how it measures, counts as of each moment', () => {
  const past = {
    ...NOTHING,
    wordings: [wording('The mill burned.', 1, 1)],
    citations: [CITED],
    assessments: [ASSESSED],
  }
  const strict = { policy: { ...DEFAULT_POLICY, minAssessors: 2 } }
  const found = coverageHistory(past, [instant(3), instant(4, strict), instant(5)])
  expect(found.map(({ checked }) => checked)).toEqual([3, 0, 3])
})

test('gives for every moment what is found for that moment alone', () => {
  const seq = fc.integer({ min: 1, max: 12 })
  const span = fc.tuple(seq, fc.option(seq)).map(
    ([from, until]): Span => ({
      from,
      until: until === null ? null : from + until,
    }),
  )
  const claimId = fc.constantFrom('a', 'b', 'c')
  const substance = fc.integer({ min: 1, max: 2 })
  const rows = <T extends object>(more: fc.Arbitrary<T>) =>
    fc.array(
      fc.tuple(claimId, span, more).map(([id, when, rest]) => ({ claimId: id, ...when, ...rest })),
      { maxLength: 5 },
    )
  const past = fc.record({
    cuts: fc.array(fc.tuple(claimId, fc.uniqueArray(seq, { minLength: 1, maxLength: 3 })), { maxLength: 3 }),
    marks: rows(fc.record({ checkable: fc.boolean() })),
    citations: rows(
      fc.record({ sourceId: fc.constantFrom('s', 't'), stance: fc.constantFrom('supports', 'refutes'), substance }),
    ),
    assessments: rows(
      fc.record({ memberId: fc.constantFrom('m', 'n'), verdict: fc.constantFrom('supported', 'refuted'), substance }),
    ),
    adjudications: rows(fc.record({ verdict: fc.constantFrom('supported', 'refuted'), substance })),
  })
  fc.assert(
    fc.property(past, fc.uniqueArray(seq, { minLength: 1 }), ({ cuts, ...rows_ }, moments) => {
      const wordings = [...new Map(cuts)].flatMap(([id, at]) =>
        at
          .sort((a, b) => a - b)
          .map((from, place) => ({
            ...wording(`The mill burned ${'x '.repeat(place)}`, 1 + place, from, at[place + 1] ?? null),
            id,
          })),
      )
      const whole = { wordings, ...rows_ } as ClaimPast
      const instants = moments.sort((a, b) => a - b).map((moment) => instant(moment))
      expect(coverageHistory(whole, instants)).toEqual(
        instants.map((one) => {
          const now = ({ from, until }: Span) => from <= one.seq && (until === null || until > one.seq)
          const claims = whole.wordings.filter(now).map((row) => ({
            ...row,
            checkable: whole.marks.find((mark) => mark.claimId === row.id && now(mark))?.checkable ?? true,
          }))
          const facts = {
            claims,
            citations: whole.citations.filter(now),
            assessments: whole.assessments.filter(now),
            adjudications: whole.adjudications.filter(now),
            lost: [],
            openThreads: [],
            assignments: [],
            proposals: [],
          }
          return coverage(summarise(facts, one.policy, familyOf, measureOf))
        }),
      )
    }),
  )
})
