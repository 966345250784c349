import { expect, it } from 'vitest'
import { isRevealed, visibleAssessments } from './blind'

const by = (memberId: string, substance = 2) => ({ memberId, substance })

it.each([
  ['one asked, one answered: open', [by('a')], 'b', 1, true, 1, 0],
  ['two asked, one answered: hidden from the other', [by('a')], 'b', 2, true, 0, 1],
  ['… and from readers', [by('a')], null, 2, true, 0, 1],
  ['… but not from its author', [by('a')], 'a', 2, true, 1, 0],
  ['both answered: revealed to all', [by('a'), by('b')], 'c', 2, true, 2, 0],
  ['not blind by policy', [by('a')], 'b', 2, false, 1, 0],
  ['earlier wordings are no secret', [by('a', 1), by('c', 2)], 'b', 2, true, 1, 1],
  ['two answers by one person are one answer', [by('a'), by('a')], 'b', 2, true, 0, 2],
] as const)('%s', (_name, assessments, memberId, assessors, blind, visible, hidden) => {
  const revealed = isRevealed(assessments, 2, assessors, blind)
  const seen = visibleAssessments(assessments, { memberId }, 2, revealed)
  expect([seen.visible.length, seen.hidden]).toEqual([visible, hidden])
})

it('a withdrawn answer is no way around it', () => {
  const revealed = isRevealed([], 2, 2, true)
  expect(revealed).toBe(false)
  expect(visibleAssessments([by('a')], { memberId: 'b' }, 2, revealed)).toEqual({ visible: [], hidden: 1 })
})
