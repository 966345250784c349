import { z } from 'zod'
import { BLOCK_KINDS } from '@/lib/domain/article/block.ts'
import { ARTICLE_DETAILS } from '@/lib/domain/article/detail.ts'
import { CONFIDENCES, RELIABILITIES, STANCES, VERDICTS } from '@/lib/domain/check/scale.ts'
import { STATUSES } from '@/lib/domain/claim/status.ts'
import { REPORT_FORMAT, type Report } from '@/lib/domain/report/report.ts'
import { COUNTED } from '@/lib/domain/revision/count.ts'
import { ORIGIN_KINDS } from '@/lib/domain/source/derivation.ts'
import { SEARCH_RESULTS } from '@/lib/domain/source/search-entry.ts'
import { parseCsl } from './csl.ts'

const text = z.string()
const maybe = text.nullable()
const count = z.number().int().nonnegative()
const status = z.enum(STATUSES)
const verdict = z.enum(VERDICTS)
const confidence = z.enum(CONFIDENCES)
const made = { by: text, at: text, madeFor: maybe }
const totals = { total: count, checkable: count, checked: count }

const lost = z.strictObject({ quotes: count, unfound: count, links: count, withdrawn: count })

const shortfall = z.union([
  z.strictObject({ what: z.enum(['assessments', 'origins']), have: count, need: count }),
  z.strictObject({ what: z.enum(['adjudication', 'fresh_check']) }),
  z.strictObject({ what: z.literal('evidence'), lost }),
])

const claim = z.strictObject({
  number: count,
  key: text.regex(/^C-\d+$/),
  text,
  label: maybe,
  status,
  words: count,
  demands: z.strictObject({ origins: count, assessors: count }),
  answer: z
    .strictObject({ verdict, confidences: z.array(confidence), by: z.enum(['adjudication', 'assessments']) })
    .nullable(),
  origins: count,
  twins: z.array(z.strictObject({ references: z.tuple([count, count]), why: z.enum(['address', 'text']) })),
  citations: z.array(
    z.strictObject({
      ...made,
      reference: count,
      stance: z.enum(STANCES),
      quote: text,
      note: text,
      locator: text,
      reliability: z.enum(RELIABILITIES).nullable(),
      credibility: count,
      covers: z.array(text).nullable(),
      passage: z
        .strictObject({
          exact: text,
          prefix: text,
          suffix: text,
          start: count,
          end: count,
          sha256: text,
          mediaType: text,
          url: maybe,
          at: text,
        })
        .nullable(),
      standing: z
        .strictObject({
          fate: z.enum(['says_so', 'reworded', 'gone']),
          neverFound: z.literal(true).exactOptional(),
          score: z.number(),
          said: text,
          sha256: text,
          at: text,
        })
        .nullable(),
      link: z
        .strictObject({ outcome: z.enum(['first', 'same', 'changed', 'gone', 'failed']), words: text, at: text })
        .nullable(),
      archived: maybe,
    }),
  ),
  covered: z.strictObject({ words: count, total: count, uncovered: z.array(text) }).nullable(),
  searches: z.array(
    z.strictObject({
      by: text,
      at: text,
      place: text,
      query: text,
      searchedOn: text,
      result: z.enum(SEARCH_RESULTS),
      note: text,
    }),
  ),
  assessments: z.array(z.strictObject({ ...made, verdict, confidence, rationale: text })),
  heldBack: count,
  adjudication: z.strictObject({ ...made, verdict, confidence, reason: text }).nullable(),
  disagreement: z.array(z.strictObject({ verdict, raters: z.array(text) })),
  questions: z.array(
    z.strictObject({ quote: text, comments: z.array(z.strictObject({ by: text, at: text, body: text })) }),
  ),
  proposals: count,
  lost,
  missing: z.array(shortfall),
})

const report = z.strictObject({
  format: z.literal(REPORT_FORMAT),
  desk: text,
  article: z.strictObject({
    slug: text,
    title: text,
    language: text,
    licence: maybe,
    attribution: maybe,
    originUrl: maybe,
  }),
  revision: z.strictObject({ number: count, at: text, kind: text, summary: text, by: text }),
  pin: z.strictObject({ change: count, deskChange: count, at: text }),
  policy: z.strictObject({
    minOrigins: count,
    minOriginsHumanToll: count,
    minAssessors: count,
    minAssessorsHumanToll: count,
    authorMayAssess: z.boolean(),
    blindAssessments: z.boolean(),
    reviewerMustDiffer: z.boolean(),
  }),
  coverage: z.strictObject({
    ...totals,
    percent: count,
    byStatus: z.array(z.strictObject({ status, words: count, claims: count })),
  }),
  sections: z.array(
    z.strictObject({
      title: text,
      level: count,
      coverage: z.strictObject(totals),
      blocks: z.array(
        z.strictObject({ kind: z.enum(BLOCK_KINDS), label: maybe, level: count.nullable(), claims: z.array(count) }),
      ),
    }),
  ),
  claims: z.array(claim),
  bibliography: z.array(
    z.strictObject({
      number: count,
      text,
      title: text,
      url: maybe,
      reliability: z.enum(RELIABILITIES).nullable(),
      unconfirmed: z.array(text),
      accessed: maybe,
      archived: maybe,
      derives: z.array(z.strictObject({ kind: z.enum(ORIGIN_KINDS), title: text })),
      csl: z.unknown().transform((value) => parseCsl(value)),
    }),
  ),
  revisions: z.array(
    z.strictObject({
      number: count,
      at: text,
      counts: z.record(z.enum(COUNTED), count).nullable(),
      title: z.strictObject({ before: text, after: text }).nullable(),
    }),
  ),
  corrections: z.array(
    z.strictObject({
      key: text.regex(/^C-\d+$/),
      revision: count,
      at: text,
      before: text,
      after: text,
      reason: text,
      by: text,
      reviewer: maybe,
      reviewReason: maybe,
    }),
  ),
  amendments: z
    .array(
      z.strictObject({
        revision: count,
        at: text,
        by: text,
        reason: text,
        changes: z.array(z.strictObject({ detail: z.enum(ARTICLE_DETAILS), before: maybe, after: maybe })),
      }),
    )
    .min(1)
    .exactOptional(),
  signOff: z.strictObject({
    revision: count,
    at: text,
    authors: z.array(z.strictObject({ name: text, importedRevisions: count, wordings: count })),
    checkers: z.array(z.strictObject({ name: text, assessments: count, citations: count })),
    reviewers: z.array(z.strictObject({ name: text, wordings: count, adjudications: count })),
    complete: z.boolean(),
    missing: z.array(z.strictObject({ key: text, status, missing: z.array(shortfall) })),
  }),
})

/** Reads a report as a file brings it; null where it is none, or has more or less in it than a report of this format. */
export function parseReport(value: unknown): Report | null {
  const parsed = report.safeParse(value)
  return parsed.success ? parsed.data : null
}
