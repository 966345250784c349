import { describe, expect, test } from 'vitest'
import { type Judging, whyNotAdjudicate, whyNotAssess } from './judging.ts'

const strict: Judging = { authors: ['ann'], authorMayAssess: false, assessorMayAdjudicate: false }

describe('who may judge a claim', () => {
  test.each([
    ['a stranger to the words', strict, 'bob', null],
    ['their author', strict, 'ann', 'own_wording'],
    ['their author, where the policy allows it', { ...strict, authorMayAssess: true }, 'ann', null],
  ] as const)('assess: %s', (_, judging, who, why) => {
    expect(whyNotAssess(judging, who)).toBe(why)
  })

  test.each([
    ['who has not assessed', strict, 'bob', ['cem'], null],
    ['who has', strict, 'bob', ['bob', 'cem'], 'own_assessment'],
    ['the author, who has assessed too', strict, 'ann', ['ann'], 'own_wording'],
    [
      'the author of allowed words, who has assessed',
      { ...strict, authorMayAssess: true },
      'ann',
      ['ann'],
      'own_assessment',
    ],
    ['who has, where the policy allows it', { ...strict, assessorMayAdjudicate: true }, 'bob', ['bob'], null],
  ] as const)('adjudicate: %s', (_, judging, who, assessors, why) => {
    expect(whyNotAdjudicate(judging, who, assessors)).toBe(why)
  })
})
