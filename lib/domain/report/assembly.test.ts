import { describe, expect, test } from 'vitest'
import type { Layout } from '../article/layout.ts'
import { DEFAULT_POLICY } from '../check/policy.ts'
import type { ClaimSummary } from '../claim/claim.ts'
import { assembleReport, citedSources } from './assembly.ts'
import type { CitationFact, ReportFacts, SourceFact, WordingFact } from './facts.ts'

const at = '2026-01-01T00:00:00.000Z'
const block = { open: '', close: '\n' }
/** Numbered otherwise than they are read: C-3 stands before C-2. */
const layout: Layout = {
  open: '',
  close: '',
  blocks: [
    { id: 'b1', kind: 'infobox_field', label: 'Fatalities', claims: [4], ...block },
    { id: 'b2', kind: 'infobox_field', label: 'Empty', claims: [], ...block },
    { id: 'b3', kind: 'heading', level: 3, claims: [1], ...block },
    { id: 'b4', kind: 'paragraph', claims: [3, 2], ...block },
  ],
}
const claim = (number: number, text: string, status: ClaimSummary['status'], words: number): ClaimSummary => ({
  id: `c${number}`,
  number,
  wordingId: `w${number}`,
  text,
  label: null,
  status,
  words,
  numbers: false,
  humanToll: false,
  demands: { origins: 1, assessors: 1 },
  sources: 0,
  staleSources: 0,
  lostSources: 0,
  withdrawnSources: 0,
  uncovered: 0,
  assessors: 0,
  openThreads: 0,
  assignees: [],
  proposals: 0,
})
const wording = (number: number, text: string): WordingFact => ({
  id: `w${number}`,
  claimId: `c${number}`,
  text,
  substance: 1,
  reason: '',
  authorId: null,
  reviewerId: null,
  reviewReason: null,
  revision: 1,
  at,
})
const cites = (number: number, sourceId: string): CitationFact => ({
  claimId: `c${number}`,
  wordingId: `w${number}`,
  substance: 1,
  memberId: null,
  at,
  sourceId,
  stance: 'supports',
  quote: '',
  note: '',
  locator: '',
  credibility: 1,
  covers: null,
  passage: null,
  standing: null,
  link: null,
  archived: null,
})
const source = (title: string): SourceFact => ({
  csl: { type: 'webpage', title },
  reliability: 'B',
  unconfirmed: [],
  accessed: null,
  archived: null,
  derives: [],
})

const facts: ReportFacts = {
  desk: 'A desk',
  article: { slug: 'fire', title: 'Fire', language: 'en', licence: null, attribution: null, originUrl: null },
  pin: { change: 9, deskChange: 4, at },
  revisions: [
    { number: 1, at, kind: 'imported', summary: 'Taken in', memberId: null, counts: null, formerTitle: null },
  ],
  amendments: [],
  policy: DEFAULT_POLICY,
  layout,
  claims: [
    claim(1, 'The fire', 'not_checkable', 2),
    claim(2, 'It burned.', 'unchecked', 2),
    claim(3, 'It stood. ', 'supported', 2),
    claim(4, '12', 'in_progress', 1),
  ],
  familyOf: (id) => id,
  nameOf: (id) => id ?? 'Attest',
  inherited: new Map(),
  comings: [],
  wordings: [wording(1, 'The fire'), wording(2, 'It burned.'), wording(3, 'It stood. '), wording(4, '12')],
  citations: [cites(2, 'late'), cites(3, 'early'), cites(3, 'late'), cites(4, 'first')],
  twins: new Map(),
  assessments: [],
  hidden: [],
  adjudications: [],
  questions: [],
  searches: [],
  sources: new Map([
    ['late', source('Late')],
    ['early', source('Early')],
    ['first', source('First')],
    ['unused', source('Unused')],
  ]),
}

describe('a report', () => {
  const report = assembleReport(facts, ['First, worded', 'Early, worded'])

  test('lists claims as they are read', () => {
    expect(report.claims.map(({ key }) => key)).toEqual(['C-4', 'C-1', 'C-3', 'C-2'])
  })
  test('numbers sources by first citation, once each, and leaves the rest of the shelf out', () => {
    expect(citedSources(facts)).toEqual(['first', 'early', 'late'])
    expect(report.bibliography.map(({ number, text }) => [number, text])).toEqual([
      [1, 'First, worded'],
      [2, 'Early, worded'],
      [3, 'Late'],
    ])
    expect(report.claims.map(({ citations }) => citations.map(({ reference }) => reference))).toEqual([
      [1],
      [],
      [2, 3],
      [3],
    ])
  })
  test('counts coverage in words', () => {
    expect(report.coverage).toEqual({
      total: 7,
      checkable: 5,
      checked: 2,
      percent: 40,
      byStatus: [
        { status: 'supported', words: 2, claims: 1 },
        { status: 'in_progress', words: 1, claims: 1 },
        { status: 'unchecked', words: 2, claims: 1 },
        { status: 'not_checkable', words: 2, claims: 1 },
      ],
    })
  })
  test('goes by section and block; a field without a value has nothing to report', () => {
    expect(report.sections.map(({ title, level, blocks }) => [title, level, blocks.map((row) => row.claims)])).toEqual([
      ['Infobox', 2, [[4]]],
      ['The fire', 3, [[1], [3, 2]]],
    ])
    expect(report.sections[0]?.blocks[0]?.label).toBe('Fatalities')
  })
  test('is the same whatever order the rows of different claims came in', () => {
    const turned = { ...facts, claims: [...facts.claims].reverse(), wordings: [...facts.wordings].reverse() }
    expect(assembleReport(turned, ['First, worded', 'Early, worded'])).toEqual(report)
  })
  test('needs a revision', () => expect(() => assembleReport({ ...facts, revisions: [] }, [])).toThrow(RangeError))
})
