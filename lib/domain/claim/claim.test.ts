import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../check/policy.ts'
import { claimKey, parseClaimKey, summarise } from './claim.ts'

test.each([
  ['C-12', 12],
  ['c-7', 7],
  ['12', 12],
  ['C-0', null],
  ['C-012', null],
  ['C-', null],
  ['C-1.5', null],
  ['C--1', null],
  ['C-99999999999', null],
  ['', null],
])('%j names claim %j', (text, number) => expect(parseClaimKey(text)).toBe(number))

test('is written as it is read', () => expect(parseClaimKey(claimKey(58))).toBe(58))

describe('summarise', () => {
  const claim = (id: string, number: number, substance = 1, checkable = true) => ({
    id,
    number,
    wordingId: `w${number}`,
    text: id,
    substance,
    checkable,
  })
  const measure = (humanToll: boolean) => () => ({ words: 3, humanToll, numbers: humanToll })
  const facts = {
    claims: [claim('a', 1), claim('b', 2, 2), claim('c', 3, 1, false)],
    citations: [
      { claimId: 'a', sourceId: 's', stance: 'supports' as const, substance: 1 },
      { claimId: 'b', sourceId: 's', stance: 'supports' as const, substance: 1 },
    ],
    assessments: [
      { claimId: 'a', memberId: 'm', verdict: 'supported' as const, substance: 1 },
      { claimId: 'b', memberId: 'm', verdict: 'supported' as const, substance: 1 },
    ],
    adjudications: [],
    lost: [{ claimId: 'b', count: 1 }],
    openThreads: [{ claimId: 'a', count: 2 }],
    proposals: [{ claimId: 'b', count: 1 }],
    assignments: ['m', 'n'].map((assigneeId) => ({ claimId: 'b', assigneeId })),
  }

  test('gives each claim its own facts', () => {
    const [a, b, c] = summarise(facts, DEFAULT_POLICY, (id) => id, measure(false))
    expect(a).toMatchObject({
      number: 1,
      status: 'supported',
      sources: 1,
      staleSources: 0,
      openThreads: 2,
      proposals: 0,
      assignees: [],
    })
    expect(b).toMatchObject({ number: 2, status: 'stale', sources: 0, staleSources: 1, assessors: 0, proposals: 1 })
    expect(b?.assignees).toEqual(['m', 'n'])
    expect(c).toMatchObject({ number: 3, status: 'not_checkable', sources: 0 })
  })

  test('tells nothing of answers that assessors may not see of one another yet', () => {
    const differ = ['supported' as const, 'refuted' as const].map((verdict, at) => ({
      claimId: 'a',
      memberId: `m${at}`,
      verdict,
      substance: 1,
    }))
    const statusUnder = (policy: typeof DEFAULT_POLICY) =>
      summarise({ ...facts, assessments: differ }, policy, (id) => id, measure(false))[0]?.status
    expect(statusUnder({ ...DEFAULT_POLICY, minAssessors: 3 })).toBe('in_progress')
    expect(statusUnder({ ...DEFAULT_POLICY, minAssessors: 3, blindAssessments: false })).toBe('disputed')
    expect(statusUnder(DEFAULT_POLICY)).toBe('disputed')
  })

  test('asks more where people were killed, injured or detained', () => {
    const [a] = summarise(facts, DEFAULT_POLICY, (id) => id, measure(true))
    expect(a).toMatchObject({ status: 'in_progress', demands: { origins: 2, assessors: 2 } })
  })
})
