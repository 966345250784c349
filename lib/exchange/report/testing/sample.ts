import { DEFAULT_POLICY } from '@/lib/domain/check/policy.ts'
import { REPORT_FORMAT, type Report, type ReportClaim } from '@/lib/domain/report/report.ts'
import { NO_COUNTS } from '@/lib/domain/revision/count.ts'

/** A report for tests with everything in it that a report can have; every text that people write is `text`. */
export function sampleReport(text: string, url: string | null = null): Report {
  const made = { by: text, at: '2026-03-01T09:30:00.000Z', madeFor: null }
  const sha256 = 'ab'.repeat(32)
  const passage = {
    exact: text,
    prefix: text,
    suffix: text,
    start: 3,
    end: 9,
    sha256,
    mediaType: 'text/html',
    url,
    at: made.at,
  }
  const cited = {
    reference: 1,
    stance: 'supports',
    reliability: 'B',
    credibility: 2,
    covers: [text],
    passage,
    standing: { fate: 'gone', score: 0.4, said: text, sha256, at: made.at },
    link: { outcome: 'gone', words: text, at: made.at },
    archived: url,
  } as const
  const answer = { verdict: 'supported', confidence: 'high' } as const
  const checked: ReportClaim = {
    number: 1,
    key: 'C-1',
    text,
    label: text,
    status: 'supported',
    words: 4,
    demands: { origins: 1, assessors: 1 },
    answer: { verdict: 'supported', confidences: ['low', 'high'], by: 'adjudication' },
    origins: 1,
    twins: [{ references: [1, 1], why: 'address' }],
    citations: [
      { ...made, ...cited, covers: [text], quote: text, note: text, locator: text },
      {
        ...made,
        ...cited,
        covers: null,
        standing: { ...cited.standing, fate: 'reworded' },
        link: { ...cited.link, outcome: 'failed' },
        quote: '',
        note: text,
        locator: '',
        madeFor: text,
      },
    ],
    covered: { words: 2, total: 4, uncovered: [text] },
    searches: [
      { by: text, at: made.at, place: text, query: text, searchedOn: '2026-02-28', result: 'nothing', note: text },
    ],
    assessments: [
      { ...made, ...answer, rationale: text },
      { ...made, ...answer, rationale: text, madeFor: text },
    ],
    heldBack: 1,
    adjudication: { ...made, ...answer, reason: text },
    disagreement: [
      { verdict: 'supported', raters: [text] },
      { verdict: 'refuted', raters: [text, text] },
    ],
    questions: [{ quote: text, comments: [{ by: text, at: made.at, body: text }] }],
    proposals: 2,
    lost: { quotes: 1, unfound: 0, links: 1, withdrawn: 1 },
    missing: [{ what: 'evidence', lost: { quotes: 1, unfound: 0, links: 1, withdrawn: 1 } }],
  }
  const bare = {
    origins: 0,
    twins: [],
    covered: null,
    searches: [],
    citations: [],
    assessments: [],
    adjudication: null,
    disagreement: [],
    questions: [],
  }
  const unchecked: ReportClaim = {
    ...checked,
    ...bare,
    number: 2,
    key: 'C-2',
    status: 'unchecked',
    answer: null,
    heldBack: 0,
    proposals: 0,
    label: null,
    lost: { quotes: 0, unfound: 0, links: 0, withdrawn: 0 },
    missing: [{ what: 'assessments', have: 0, need: 1 }, { what: 'adjudication' }],
  }
  const totals = { total: 8, checkable: 8, checked: 4 }
  return {
    format: REPORT_FORMAT,
    desk: text,
    article: { slug: 'sample', title: text, language: 'be', licence: text, attribution: text, originUrl: url },
    revision: { number: 2, at: made.at, kind: 'accepted', summary: text, by: text },
    pin: { change: 40, deskChange: 7, at: made.at },
    policy: DEFAULT_POLICY,
    coverage: {
      ...totals,
      percent: 50,
      byStatus: [
        { status: 'supported', words: 4, claims: 1 },
        { status: 'unchecked', words: 4, claims: 1 },
      ],
    },
    sections: [
      {
        title: text,
        level: 2,
        coverage: totals,
        blocks: [
          { kind: 'infobox_field', label: text, level: null, claims: [1] },
          { kind: 'paragraph', label: null, level: null, claims: [2] },
        ],
      },
    ],
    claims: [checked, unchecked],
    bibliography: [
      {
        number: 1,
        text,
        title: text,
        url,
        reliability: 'B',
        unconfirmed: ['title', 'date'],
        accessed: made.at,
        archived: url,
        derives: [{ kind: 'translates', title: text }],
        csl: { type: 'webpage', title: text },
      },
    ],
    revisions: [
      { number: 2, at: made.at, counts: { ...NO_COUNTS, reworded: 1 }, title: { before: text, after: text } },
    ],
    corrections: [
      {
        key: 'C-1',
        revision: 2,
        at: made.at,
        before: text,
        after: text,
        reason: text,
        by: text,
        reviewer: text,
        reviewReason: text,
      },
    ],
    signOff: {
      revision: 2,
      at: made.at,
      authors: [{ name: text, importedRevisions: 1, wordings: 1 }],
      checkers: [{ name: text, assessments: 2, citations: 2 }],
      reviewers: [{ name: text, wordings: 1, adjudications: 1 }],
      complete: false,
      missing: [{ key: 'C-2', status: 'unchecked', missing: unchecked.missing }],
    },
  }
}
