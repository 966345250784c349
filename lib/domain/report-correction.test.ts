import { expect, test } from 'vitest'
import { comingsOf, correctionsOf } from './report-correction'
import type { WordingFact } from './report-facts'

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

const places = new Map([
  ['x', { number: 12, label: 'Fatalities' }],
  ['y', { number: 3, label: null }],
])
const nameOf = (id: string | null) => (id === null ? 'Attest' : id.toUpperCase())

test('every wording after a claim’s first, in the order of acceptance, each against the one before it', () => {
  const found = correctionsOf(
    [
      wording('x', 'Unknown', 1, { authorId: null }),
      wording('y', 'A law', 1, { authorId: null }),
      wording('x', 'At least 1', 2),
      wording('y', 'A decree', 3, { reviewerId: 'bob', reviewReason: 'Yes.' }),
      wording('x', 'At least 2', 4),
    ],
    (id) => places.get(id),
    nameOf,
  )
  expect(found.map(({ key, label, before, after, revision }) => [key, label, before, after, revision])).toEqual([
    ['C-12', 'Fatalities', 'Unknown', 'At least 1', 2],
    ['C-3', null, 'A law', 'A decree', 3],
    ['C-12', 'Fatalities', 'At least 1', 'At least 2', 4],
  ])
  expect(found[1]).toMatchObject({ by: 'ANN', reviewer: 'BOB', reviewReason: 'Yes.', reason: 'because A decree' })
  expect(found[0]?.reviewer).toBeNull()
})

test('of claims that are no longer in the article, none', () => {
  expect(correctionsOf([wording('z', 'a', 1), wording('z', 'b', 2)], (id) => places.get(id), nameOf)).toEqual([])
})

test('a wording that only differs in the white space around it is none', () => {
  const found = correctionsOf(
    [wording('x', 'Unknown', 1), wording('x', 'Unknown ', 2), wording('x', 'Two', 3)],
    (id) => places.get(id),
    nameOf,
  )
  expect(found.map(({ before, after }) => [before, after])).toEqual([['Unknown ', 'Two']])
})

test('claims that came and went stand beside what they have not', () => {
  const fact = { number: 12, reason: 'Upstream', memberId: 'ann', revision: 3, at: '2026-01-03T00:00:00.000Z' }
  const found = comingsOf(
    [
      { ...fact, text: 'It came.', what: 'added' },
      { ...fact, number: 9, text: 'It went.', what: 'removed' },
    ],
    (number) => (number === 12 ? 'Fatalities' : null),
    nameOf,
  )
  expect(found.map(({ key, label, before, after, by }) => [key, label, before, after, by])).toEqual([
    ['C-12', 'Fatalities', '', 'It came.', 'ANN'],
    ['C-9', null, 'It went.', '', 'ANN'],
  ])
})
