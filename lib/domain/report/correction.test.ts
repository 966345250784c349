import { expect, test } from 'vitest'
import { comingsOf, correctionsOf } from './correction.ts'
import type { WordingFact } from './facts.ts'

const wording = (claimId: string, text: string, revision: number, more: Partial<WordingFact> = {}): WordingFact => ({
  id: `${claimId}.${revision}`,
  claimId,
  text,
  substance: revision,
  reason: `because ${text}`,
  authorId: 'ann',
  reviewerId: null,
  reviewReason: null,
  revision,
  at: `2026-01-0${revision}T00:00:00.000Z`,
  ...more,
})

const numbers = new Map([
  ['x', 12],
  ['y', 3],
])
const label = 'Fatalities'
const nameOf = (id: string | null) => (id === null ? 'Attest' : id.toUpperCase())

test('every wording after a claim’s first, in the order of acceptance, each against the one before it', () => {
  const found = correctionsOf(
    [
      wording('x', 'Unknown', 1, { authorId: null, label }),
      wording('y', 'A law', 1, { authorId: null }),
      wording('x', 'At least 1', 2, { label }),
      wording('y', 'A decree', 3, { reviewerId: 'bob', reviewReason: 'Yes.' }),
      wording('x', 'At least 2', 4, { label }),
      wording('x', 'At least 2', 5, { label: 'Injured' }),
    ],
    (id) => numbers.get(id),
    nameOf,
  )
  expect(found.map(({ key, before, after, revision }) => [key, before, after, revision])).toEqual([
    ['C-12', 'Fatalities: Unknown', 'Fatalities: At least 1', 2],
    ['C-3', 'A law', 'A decree', 3],
    ['C-12', 'Fatalities: At least 1', 'Fatalities: At least 2', 4],
    ['C-12', 'Fatalities: At least 2', 'Injured: At least 2', 5],
  ])
  expect(found[1]).toMatchObject({ by: 'ANN', reviewer: 'BOB', reviewReason: 'Yes.', reason: 'because A decree' })
  expect(found[0]?.reviewer).toBeNull()
})

test('of claims that are no longer in the article, none', () => {
  expect(correctionsOf([wording('z', 'a', 1), wording('z', 'b', 2)], (id) => numbers.get(id), nameOf)).toEqual([])
})

test('a wording that only differs in white space is none', () => {
  const found = correctionsOf(
    [wording('x', 'Unknown', 1), wording('x', 'Unknown ', 2), wording('x', 'Two', 3)],
    (id) => numbers.get(id),
    nameOf,
  )
  expect(found.map(({ before, after }) => [before, after])).toEqual([['Unknown ', 'Two']])
})

test('claims that came and went stand beside what they have not', () => {
  const fact = { number: 12, reason: 'Upstream', memberId: 'ann', revision: 3, at: '2026-01-03T00:00:00.000Z' }
  const found = comingsOf(
    [
      { ...fact, text: '3', label, what: 'added' },
      { ...fact, number: 9, text: 'It went.', what: 'removed' },
    ],
    nameOf,
  )
  expect(found.map(({ key, before, after, by }) => [key, before, after, by])).toEqual([
    ['C-12', '', 'Fatalities: 3', 'ANN'],
    ['C-9', 'It went.', '', 'ANN'],
  ])
})
