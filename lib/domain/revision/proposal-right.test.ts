import { describe, expect, test } from 'vitest'
import { ROLES } from '../desk/permission.ts'
import { mayAccept, mayChangeProposal, mayReject, mayTakeOver } from './proposal-right.ts'

const AUTHOR = 'author'
const asked = (memberId: string | null) =>
  ROLES.map((role) => {
    const who = { memberId, role }
    return [
      role,
      mayAccept(who, AUTHOR, true),
      mayAccept(who, AUTHOR, false),
      mayReject(who, AUTHOR),
      mayTakeOver(who, AUTHOR),
      mayChangeProposal(who, AUTHOR),
    ]
  })

describe('role, accept under a strict policy, under a lax one, reject, take over, amend or withdraw', () => {
  test('its author', () => {
    expect(asked(AUTHOR)).toEqual([
      ['viewer', false, false, false, false, false],
      ['checker', false, false, false, false, true],
      ['editor', false, true, false, false, true],
      ['owner', false, true, false, false, true],
    ])
  })

  test('someone else', () => {
    expect(asked('other')).toEqual([
      ['viewer', false, false, false, false, false],
      ['checker', false, false, false, false, false],
      ['editor', true, true, true, true, false],
      ['owner', true, true, true, true, false],
    ])
  })

  test('the house, which reviews nothing and answers for no words', () => {
    expect(asked(null).at(-1)).toEqual(['owner', true, true, false, false, false])
  })
})

test('a proposal of no one is no one’s own', () => {
  expect(mayChangeProposal({ memberId: null, role: 'owner' }, null)).toBe(false)
  expect(mayReject({ memberId: 'other', role: 'editor' }, null)).toBe(true)
})

test.each([
  ['as a screen says it', { at: 'then' }, undefined],
  ['as the server says it', true, false],
])('on an archived article no one rejects or takes over; one’s own can be withdrawn: %s', (_, archived, open) => {
  for (const role of ROLES) {
    const [who, here] = [
      { memberId: 'other', role, archived },
      { memberId: 'other', role, archived: open },
    ]
    expect([mayReject(who, AUTHOR), mayTakeOver(who, AUTHOR)], role).toEqual([false, false])
    expect(mayReject(here, AUTHOR), role).toBe(mayReject({ memberId: 'other', role }, AUTHOR))
    expect(mayChangeProposal({ ...who, memberId: AUTHOR }, AUTHOR), role).toBe(role !== 'viewer')
  }
})
