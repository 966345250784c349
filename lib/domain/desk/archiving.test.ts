import { expect, test } from 'vitest'
import { ARCHIVED_WORDS, mayHere, mayWhileArchived } from './archiving.ts'
import { EVENT_KINDS } from './audit.ts'
import { ABILITIES, may, ROLES } from './permission.ts'

test('takes nothing but bringing back, redaction and withdrawals', () => {
  const allowed = EVENT_KINDS.filter(mayWhileArchived)
  expect(allowed.filter((kind) => !kind.endsWith('.withdrawn'))).toEqual(['article.brought_back', 'record.redacted'])
  // Every kind of withdrawal there is, also one that comes later.
  expect(allowed).toEqual(expect.arrayContaining(EVENT_KINDS.filter((kind) => kind.endsWith('.withdrawn'))))
})

test('offers on an archived article what the role allows, and of that only what adds nothing to it', () => {
  const archived = { by: 'Ewa', at: '2026-05-04', reason: '' }
  for (const role of ROLES)
    for (const ability of ABILITIES) {
      // The server says of an article that is not archived that it is not; a screen says nothing.
      for (const not of [{}, { archived: undefined }, { archived: null }, { archived: false }])
        expect(mayHere({ role, ...not }, ability)).toBe(may(role, ability))
      expect(mayHere({ role, archived: true }, ability)).toBe(mayHere({ role, archived }, ability))
      if (mayHere({ role, archived }, ability)) expect(may(role, ability)).toBe(true)
    }
  const owner = ABILITIES.filter((ability) => mayHere({ role: 'owner', archived }, ability))
  expect(owner).toEqual([
    'article.read',
    'source.read',
    'report.read',
    'article.archive',
    'report.export',
    'record.redact',
  ])
})

test('says what was kept and what to do', () => {
  expect(ARCHIVED_WORDS).toMatch(/archived.*Nothing was recorded\..*bring it back/)
})
