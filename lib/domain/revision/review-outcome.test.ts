import { expect, test } from 'vitest'
import { obstacleWords, outcomeWords, type SettledOne, type Settlement } from './review-outcome.ts'

const one = (settlement: Settlement, articleId = 'a'): SettledOne => ({ ...settlement, id: 'x', articleId, claim: 5 })
const accepted = (revision: number, articleId?: string) => one({ outcome: 'accepted', revision }, articleId)
const left = one({ outcome: 'left', why: obstacleWords('conflict', 5) })
const rejected = one({ outcome: 'rejected' })

test.each<[SettledOne[], string]>([
  [[accepted(12)], '1 accepted in revision 12.'],
  [[accepted(12), accepted(12), left], '2 accepted in revision 12, 1 could not be.'],
  [[accepted(12), accepted(14), accepted(13)], '3 accepted in 3 revisions (12 to 14).'],
  [[accepted(12), accepted(3, 'b')], '2 accepted in 2 articles.'],
  [[rejected, rejected], '2 rejected.'],
  [[rejected, left], '1 rejected, 1 could not be.'],
  [[left], 'Nothing was decided.'],
  [[], 'Nothing was decided.'],
])('says what became of a selection', (settled, words) => {
  expect(outcomeWords(settled)).toBe(words)
})

test('every obstacle names the claim', () => {
  for (const obstacle of ['conflict', 'own_proposal', 'second', 'settled'] as const)
    expect(obstacleWords(obstacle, 5)).toMatch(/C-5.*\.$/)
})
