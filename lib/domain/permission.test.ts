import { expect, it } from 'vitest'
import { ABILITIES, may, mayAssign, mayWithdraw, ROLE_LABEL, ROLES } from './permission'

it.each([
  ['viewer', ['article.read', 'source.read', 'report.read']],
  [
    'checker',
    [
      'source.add',
      'source.grade',
      'source.capture',
      'citation.attach',
      'claim.take',
      'claim.assess',
      'comment.write',
      'wording.propose',
    ],
  ],
  [
    'editor',
    [
      'source.merge',
      'wording.record',
      'wording.review',
      'wording.restore',
      'claim.adjudicate',
      'claim.mark_checkable',
      'claim.assign',
      'article.import',
      'article.amend',
      'article.archive',
      'report.export',
    ],
  ],
  ['owner', ['member.manage', 'record.redact']],
] as const)('a %s may, for the first time', (role, added) => {
  const below = ROLES[ROLES.indexOf(role) - 1]
  const gained = ABILITIES.filter((ability) => may(role, ability) && !(below && may(below, ability)))
  expect(gained).toEqual(added)
})

it('a checker withdraws only what is their own, an editor anything, a viewer nothing', () => {
  expect(mayWithdraw({ memberId: 'm', role: 'checker' }, 'm')).toBe(true)
  expect(mayWithdraw({ memberId: 'm', role: 'checker' }, 'n')).toBe(false)
  expect(mayWithdraw({ memberId: 'm', role: 'checker' }, null)).toBe(false)
  expect(mayWithdraw({ memberId: 'm', role: 'editor' }, 'n')).toBe(true)
  expect(mayWithdraw({ memberId: 'm', role: 'viewer' }, 'm')).toBe(false)
})

it.each([
  ['viewer', false, false],
  ['checker', true, false],
  ['editor', true, true],
  ['owner', true, true],
] as const)(
  'a %s takes a claim: %s; gives it to somebody else, or takes it back from them: %s',
  (role, self, other) => {
    expect(mayAssign({ memberId: 'm', role }, 'm')).toBe(self)
    expect(mayAssign({ memberId: 'm', role }, 'n')).toBe(other)
  },
)

it('every role has a label', () => {
  for (const role of ROLES) expect(ROLE_LABEL[role]).toBeTruthy()
})
