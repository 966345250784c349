import { expect, test } from 'vitest'
import { DEFAULT_POLICY, demandsOf } from './policy.ts'

test('asks twice as much of a claim about the killed, injured or detained', () => {
  expect(demandsOf(DEFAULT_POLICY, false)).toEqual({ origins: 1, assessors: 1 })
  expect(demandsOf(DEFAULT_POLICY, true)).toEqual({ origins: 2, assessors: 2 })
})

test('follows the policy it is given', () => {
  expect(demandsOf({ ...DEFAULT_POLICY, minOrigins: 3, minAssessors: 4 }, false)).toEqual({ origins: 3, assessors: 4 })
})
