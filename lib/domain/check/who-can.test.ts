import { expect, test } from 'vitest'
import type { Judging } from './judging.ts'
import { haveOf, nameList, whoCanAdjudicate, whoCanAssess, whoReaffirms } from './who-can.ts'

const PEOPLE = [
  { id: 'a', name: 'Alena', role: 'editor', ended: false },
  { id: 'm', name: 'Marek', role: 'checker', ended: false },
  { id: 'o', name: 'Olga', role: 'owner', ended: false },
  { id: 'v', name: 'Vera', role: 'viewer', ended: false },
  { id: 'x', name: 'Xenia', role: 'editor', ended: true },
] as const
const judging: Judging = { authors: ['a'], authorMayAssess: false, assessorMayAdjudicate: false }
const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id).join('')

test('names who can assess: not the author, nor who has, nor who may not', () => {
  expect(ids(whoCanAssess(PEOPLE, judging, []))).toBe('mo')
  expect(ids(whoCanAssess(PEOPLE, judging, ['m']))).toBe('o')
  expect(ids(whoCanAssess(PEOPLE, { ...judging, authorMayAssess: true }, []))).toBe('amo')
})

test.each([
  [['m', 'o'], 'mo', ''],
  [['a', 'm'], 'm', 'a'],
  [['a'], '', 'a'],
  [['v', 'x', 'gone'], '', ''],
] as const)(
  'of %j, who assessed it, names who can re-affirm it and whose the words are',
  (assessors, asked, barred) => {
    const found = whoReaffirms(PEOPLE, judging, assessors)
    expect([ids(found.asked), ids(found.barred)]).toEqual([asked, barred])
  },
)

test('names who can adjudicate: neither the author nor a party, unless the policy allows it', () => {
  expect(ids(whoCanAdjudicate(PEOPLE, { ...judging, authors: [] }, ['m']))).toBe('ao')
  expect(ids(whoCanAdjudicate(PEOPLE, judging, ['m', 'o']))).toBe('')
  expect(ids(whoCanAdjudicate(PEOPLE, { ...judging, assessorMayAdjudicate: true }, ['m', 'o']))).toBe('o')
})

test.each([
  [0, ''],
  [1, 'P0'],
  [2, 'P0 or P1'],
  [4, 'P0, P1, P2 or P3'],
  [5, 'P0, P1 or 3 others'],
])('lists %i names as %j', (count, words) => {
  const people = Array.from({ length: count }, (_, at) => ({ id: String(at), name: `P${at}` }))
  expect(nameList(people, 'or', 'none')).toBe(words)
})

test('calls the reader you, first', () => expect(nameList(PEOPLE.slice(0, 3), 'and', 'o')).toBe('you, Alena and Marek'))

test('counts what is there of what is asked for', () => {
  expect(haveOf({ assessors: 1, origins: 0 }, { assessors: 2, origins: 1 })).toBe(
    '1 of 2 assessments, 0 of 1 independent origin',
  )
})
