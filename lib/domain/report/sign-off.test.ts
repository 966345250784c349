import { expect, test } from 'vitest'
import type { ReportClaim, ReportCorrection } from './report.ts'
import { signOffOf } from './sign-off.ts'

const by = (name: string) => ({ by: name })
const claim = (key: string, more: object) =>
  ({
    key,
    status: 'supported',
    citations: [],
    assessments: [],
    adjudication: null,
    missing: [],
    ...more,
  }) as unknown as ReportClaim

test('names who did what, no one for what Attest did, and what is missing: lost evidence first', () => {
  const lack = { what: 'origins', have: 1, need: 2 } as const
  const gone = { what: 'evidence', lost: { quotes: 1, unfound: 0, links: 0, withdrawn: 0 } } as const
  const found = signOffOf({
    revisions: [
      { number: 1, at: '2026-01-01T00:00:00.000Z', kind: 'imported', by: 'Ann' },
      { number: 2, at: '2026-01-02T00:00:00.000Z', kind: 'upstream', by: 'Attest' },
    ],
    claims: [
      claim('C-1', { assessments: [by('Bob')], citations: [by('Ann'), by('Bob')] }),
      claim('C-2', { assessments: [by('Bob')], adjudication: by('Eve'), status: 'in_progress', missing: [lack] }),
      claim('C-3', { missing: [gone] }),
    ],
    nobody: 'Attest',
    corrections: [
      { by: 'Bob', reviewer: 'Eve' },
      { by: 'Eve', reviewer: null },
    ] as ReportCorrection[],
  })
  expect(found).toEqual({
    revision: 2,
    at: '2026-01-02T00:00:00.000Z',
    authors: [
      { name: 'Ann', importedRevisions: 1, wordings: 0 },
      { name: 'Bob', importedRevisions: 0, wordings: 1 },
      { name: 'Eve', importedRevisions: 0, wordings: 1 },
    ],
    checkers: [
      { name: 'Bob', assessments: 2, citations: 1 },
      { name: 'Ann', assessments: 0, citations: 1 },
    ],
    reviewers: [{ name: 'Eve', wordings: 1, adjudications: 1 }],
    complete: false,
    missing: [
      { key: 'C-3', status: 'supported', missing: [gone] },
      { key: 'C-2', status: 'in_progress', missing: [lack] },
    ],
  })
})

test('is complete when no claim lacks anything', () => {
  expect(signOffOf({ revisions: [], claims: [claim('C-1', {})], corrections: [], nobody: 'Attest' }).complete).toBe(
    true,
  )
})
