import { describe, expect, test } from 'vitest'
import type { Confidence, Stance, Verdict } from '../check/scale.ts'
import type { ClaimSummary } from '../claim/claim.ts'
import type { Status } from '../claim/status.ts'
import { type ClaimRows, reportClaim, shortfallsOf } from './claim.ts'
import type { AssessmentFact, CitationFact } from './facts.ts'

const NOW = { claimId: 'c', wordingId: 'w2', substance: 2, at: '2026-01-01T00:00:00.000Z' }
const THEN = { wordingId: 'w1', substance: 1 }

const rated = (memberId: string, verdict: Verdict, confidence: Confidence = 'high', more = {}): AssessmentFact => ({
  ...NOW,
  memberId,
  verdict,
  confidence,
  rationale: `${memberId} says so`,
  ...more,
})
const cited = (sourceId: string, stance: Stance = 'supports', more = {}): CitationFact => ({
  ...NOW,
  memberId: 'ann',
  sourceId,
  stance,
  quote: '',
  note: '',
  locator: '',
  credibility: 2,
  covers: null,
  passage: null,
  standing: null,
  link: null,
  archived: null,
  ...more,
})

/** Sources "a1" and "a2" are of one origin, "b1" of another. */
function entry(rows: Partial<ClaimRows>, status: Status = 'supported', assessors = 2, withdrawn = 0) {
  const { assessments = [], citations = [] } = rows
  const claim = {
    id: 'c',
    number: 7,
    wordingId: 'w2',
    text: 'At least 2.',
    label: 'Killed',
    status,
    words: 3,
    demands: { origins: 2, assessors },
    assessors: assessments.filter((row) => row.substance === 2).length,
    proposals: 1,
    withdrawnSources: withdrawn,
  } as ClaimSummary
  return reportClaim(
    claim,
    {
      substance: 2,
      adjudication: null,
      questions: [],
      searches: [],
      twins: [],
      hidden: [],
      ...rows,
      assessments,
      citations,
    },
    {
      familyOf: (id) => id[0] ?? '',
      nameOf: (id) => `<${id}>`,
      referenceOf: (id) => ['a1', 'a2', 'b1'].indexOf(id) + 1,
      sourceOf: () => ({ reliability: 'B' }),
      textOf: (id) => (id === 'w1' ? 'At least 1.' : 'At least 2.'),
      saidIn: (id) => (id === 'w1' ? 'Injured: At least 1.' : 'Killed: At least 2.'),
    },
  )
}

describe('the answer', () => {
  const both = [rated('ann', 'supported', 'high'), rated('bob', 'supported', 'low')]
  const ruling = { ...NOW, memberId: 'eve', verdict: 'refuted', confidence: 'moderate', reason: 'So.' } as const

  test('is what the assessors agree on, with each confidence they have, least first', () => {
    const answer = { verdict: 'supported', confidences: ['low', 'high'], by: 'assessments' }
    expect(entry({ assessments: both }).answer).toEqual(answer)
  })
  test('is the adjudication before all', () => {
    const found = entry({ assessments: both, adjudication: ruling })
    expect(found.answer).toEqual({ verdict: 'refuted', confidences: ['moderate'], by: 'adjudication' })
    expect(found.adjudication).toMatchObject({ by: '<eve>', madeFor: null })
  })
  test('is not an adjudication of an earlier wording, which is named as such', () => {
    const found = entry({ adjudication: { ...ruling, ...THEN } }, 'stale')
    expect(found.answer).toBeNull()
    expect(found.adjudication?.madeFor).toBe('Injured: At least 1.')
  })
  test('is none where assessments differ: who says what is named', () => {
    const found = entry({ assessments: [rated('ann', 'supported'), rated('bob', 'refuted')] }, 'disputed')
    expect(found.answer).toBeNull()
    expect(found.disagreement).toEqual([
      { verdict: 'supported', raters: ['<ann>'] },
      { verdict: 'refuted', raters: ['<bob>'] },
    ])
  })
})

describe('answers that are hidden', () => {
  test('are counted, and nothing else is in the report; those for earlier wordings are not counted', () => {
    const hidden = [{ substance: 2 }, { substance: 1 }]
    const found = entry({ hidden, assessments: [rated('bob', 'supported', 'low', THEN)] }, 'stale')
    expect(found).toMatchObject({ heldBack: 1, answer: null, disagreement: [] })
    expect(found.assessments.map(({ by, madeFor }) => [by, madeFor])).toEqual([['<bob>', 'Injured: At least 1.']])
  })
  test('leave no answer to the others, and are named as lacking', () => {
    const found = entry({ hidden: [{ substance: 2 }], assessments: [rated('ann', 'refuted')] }, 'in_progress')
    expect(found).toMatchObject({ heldBack: 1, answer: null, disagreement: [] })
    expect(found.missing).toContainEqual({ what: 'assessments', have: 1, need: 2 })
  })
})

describe('citations', () => {
  const found = entry({ citations: [cited('a1'), cited('a2'), cited('b1', 'supports', THEN)] })
  test('go by their number in the bibliography', () => {
    expect(found.citations.map(({ reference, by }) => [reference, by])).toEqual([
      [1, '<ann>'],
      [2, '<ann>'],
      [3, '<ann>'],
    ])
  })
  test('count by origin, those of the present wording', () => expect(found.origins).toBe(1))
  test('name the earlier wording they were made for', () =>
    expect(found.citations.map(({ madeFor }) => madeFor)).toEqual([null, null, 'Injured: At least 1.']))
})

describe('what is missing', () => {
  const evidence = {
    citations: [cited('a1'), cited('a2'), cited('b1', 'refutes')],
    substance: 2,
    familyOf: (id: string) => id[0] ?? '',
  }
  const demands = { origins: 2, assessors: 2 }
  test.each<[Status, number, Verdict | undefined, string[]]>([
    ['supported', 2, 'supported', []],
    ['not_checkable', 0, undefined, []],
    ['unchecked', 0, undefined, ['assessments 0/2']],
    ['in_progress', 1, 'supported', ['assessments 1/2', 'origins 1/2']],
    ['in_progress', 2, 'refuted', ['origins 1/2']],
    ['in_progress', 1, 'conflicting_evidence', ['assessments 1/2']],
    ['in_progress', 1, 'not_enough_evidence', ['assessments 1/2']],
    ['disputed', 2, undefined, ['adjudication']],
    ['stale', 0, undefined, ['fresh_check', 'assessments 0/2']],
  ])('%s with %i answers (%s): %j', (status, assessors, verdict, lacks) => {
    const lost = { quotes: 0, unfound: 0, links: 0, withdrawn: 0 }
    const found = shortfallsOf({ status, demands, assessors, lost }, verdict, evidence)
    expect(found.map((row) => ('have' in row ? `${row.what} ${row.have}/${row.need}` : row.what))).toEqual(lacks)
  })
})

describe('evidence that is lost', () => {
  const gone = { fate: 'gone', score: 0, said: '', sha256: '', at: NOW.at } as const
  const dead = { outcome: 'gone', words: '404', at: NOW.at } as const
  test.each<[string, Partial<CitationFact>[], number, object]>([
    ['nothing', [{ link: { ...dead, outcome: 'same' } }], 0, { quotes: 0, unfound: 0, links: 0, withdrawn: 0 }],
    [
      'a quote',
      [{ standing: gone }, { standing: { ...gone, fate: 'reworded' } }],
      0,
      { quotes: 1, unfound: 0, links: 0, withdrawn: 0 },
    ],
    ['a link', [{ link: dead }], 0, { quotes: 0, unfound: 0, links: 1, withdrawn: 0 }],
    [
      'both of one citation, once',
      [{ standing: gone, link: dead }],
      0,
      { quotes: 1, unfound: 0, links: 0, withdrawn: 0 },
    ],
    [
      'a typed quote that was never found',
      [{ standing: { ...gone, neverFound: true }, link: dead }],
      0,
      { quotes: 0, unfound: 1, links: 0, withdrawn: 0 },
    ],
    ['a citation withdrawn', [], 1, { quotes: 0, unfound: 0, links: 0, withdrawn: 1 }],
  ])('%s', (_, rows, withdrawn, lost) => {
    const citations = rows.map((row) => cited('a1', 'supports', row))
    const found = entry({ citations }, 'supported', 2, withdrawn)
    expect(found.lost).toEqual(lost)
    // Whatever the verdict, it is missing.
    expect(found.missing).toEqual(Object.values(lost).some((count) => count > 0) ? [{ what: 'evidence', lost }] : [])
  })
})

describe('what citations cover', () => {
  const covering = (text: string) => {
    const start = 'At least 2.'.indexOf(text)
    return { covers: [{ start, end: start + text.length, exact: text }] }
  }

  test('the words of the present wording are counted, those of its citations together', () => {
    const { covered } = entry({
      citations: [cited('a1', 'supports', covering('At')), cited('b1', 'supports', covering('2'))],
    })
    expect(covered).toEqual({ words: 2, total: 3, uncovered: ['least'] })
  })

  test('a citation that says nothing of it covers nothing; one of an earlier wording does not count', () => {
    expect(entry({ citations: [cited('a1')] }).covered).toMatchObject({ words: 0, total: 3 })
    expect(entry({ citations: [cited('a1', 'supports', { ...THEN, ...covering('2') })] }).covered).toBeNull()
  })
})

test('sources that look like one are named by their numbers', () => {
  const found = entry({ citations: [cited('a1'), cited('b1')], twins: [{ one: 'a1', other: 'b1', why: 'text' }] })
  expect(found.twins).toEqual([{ references: [1, 3], why: 'text' }])
})

test('the search log goes under the names of the desk', () => {
  const row = { place: 'Register', query: 'mill', searchedOn: '2026-01-01', result: 'nothing', note: '' } as const
  const { searches } = entry({ searches: [{ ...row, claimId: 'c', memberId: 'ann', at: NOW.at }] })
  expect(searches).toEqual([{ ...row, by: '<ann>', at: NOW.at }])
})
