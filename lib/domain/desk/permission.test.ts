import { expect, test } from 'vitest'
import {
  ABILITIES,
  may,
  mayAssign,
  mayWithdraw,
  ROLE_LABEL,
  ROLES,
  type Role,
  WITHDRAWN_BY,
  type Withdrawable,
  whyNotMay,
} from './permission.ts'

test.each([
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

const WITHDRAWABLE = Object.keys(WITHDRAWN_BY) as Withdrawable[]
const withdraws = (role: Role, recordedBy: string | null) =>
  WITHDRAWABLE.filter((what) => mayWithdraw({ memberId: 'm', role }, what, recordedBy))

test.each([
  ['viewer', 'm', []],
  ['viewer', 'n', []],
  ['checker', 'm', ['citation', 'assessment', 'comment', 'search']],
  ['checker', 'n', []],
  ['checker', null, []],
  ['editor', 'm', ['citation', 'assessment', 'adjudication', 'comment', 'search']],
  ['editor', 'n', ['citation', 'adjudication', 'comment', 'search']],
  ['owner', null, ['citation', 'adjudication', 'comment', 'search']],
] as const)('a %s withdraws what %s recorded: %j', (role, recordedBy, what) => {
  expect(withdraws(role, recordedBy)).toEqual(what)
})

test.each([
  ['viewer', 'comment.write', 'You are a viewer on this desk: this is for a checker or above.'],
  ['checker', 'wording.review', 'You are a checker on this desk: this is for an editor or above.'],
  ['editor', 'record.redact', 'You are an editor on this desk: this is for an owner.'],
  ['owner', 'record.redact', null],
  ['viewer', 'article.read', null],
] as const)('why a %s may not %s: %s', (role, ability, words) => expect(whyNotMay(role, ability)).toBe(words))

test('the house withdraws what it finds', () => {
  expect(WITHDRAWABLE.every((what) => mayWithdraw({ memberId: null, role: 'owner' }, what, 'm'))).toBe(true)
})

test.each([
  ['viewer', false, false],
  ['checker', true, false],
  ['editor', true, true],
  ['owner', true, true],
] as const)('a %s takes a claim: %s; gives it to someone else, or takes it back from them: %s', (role, self, other) => {
  expect(mayAssign({ memberId: 'm', role }, 'm')).toBe(self)
  expect(mayAssign({ memberId: 'm', role }, 'n')).toBe(other)
})

test('every role has a label', () => {
  for (const role of ROLES) expect(ROLE_LABEL[role]).toBeTruthy()
})
