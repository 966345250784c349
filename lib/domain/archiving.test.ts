import { expect, it } from 'vitest'
import { ARCHIVED_WORDS, mayWhileArchived } from './archiving'
import { EVENT_KINDS } from './audit'

it('takes nothing but bringing back, redaction and withdrawals', () => {
  const allowed = EVENT_KINDS.filter(mayWhileArchived)
  expect(allowed.filter((kind) => !kind.endsWith('.withdrawn'))).toEqual(['article.brought_back', 'record.redacted'])
  // Every kind of withdrawal there is, also one that comes later.
  expect(allowed).toEqual(expect.arrayContaining(EVENT_KINDS.filter((kind) => kind.endsWith('.withdrawn'))))
})

it('says what was kept and what to do', () => {
  expect(ARCHIVED_WORDS).toMatch(/archived.*Nothing was recorded\..*bring it back/)
})
