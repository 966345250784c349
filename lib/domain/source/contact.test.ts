import { expect, test } from 'vitest'
import { maySeeContact } from './contact.ts'

test.each([
  ['viewer', 'm', 'editor', false],
  ['checker', 'm', 'editor', true],
  ['checker', 'n', 'editor', false],
  ['checker', 'n', 'checker', true],
  ['editor', 'n', 'editor', true],
  ['editor', 'n', 'owner', false],
  ['editor', 'm', 'owner', true],
  ['owner', null, 'owner', true],
] as const)('a %s sees what %s recorded, where the policy says %s: %s', (role, recordedBy, least, expected) => {
  expect(maySeeContact({ memberId: 'm', role }, recordedBy, least)).toBe(expected)
})

test('the house itself has recorded nothing, and is an owner', () => {
  expect(maySeeContact({ memberId: null, role: 'owner' }, null, 'owner')).toBe(true)
})
