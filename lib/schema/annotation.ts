import { z } from 'zod'
import { CONFIDENCES, STANCES, VERDICTS } from '@/lib/domain/check/scale.ts'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { SEARCH_RESULTS } from '@/lib/domain/source/search-entry.ts'
import { sourceForm } from './source.ts'
import { commandId, id, optionalText, requiredText } from './text.ts'

const onClaim = { articleId: id, claimId: id, wordingId: id, commandId }
const verdict = z.enum(VERDICTS, { error: 'Choose a verdict.' })
const confidence = z.enum(CONFIDENCES, { error: 'Choose how confident you are.' })

const place = z.number().int().min(0)
/** What a citation says of its source and its claim. A quote taken from a snapshot comes as a passage of it. */
const cited = {
  stance: z.enum(STANCES, { error: 'Say what the source does for the claim.' }),
  quote: optionalText(5_000, 'The quote').default(''),
  note: optionalText(REASON_LIMIT, 'The note').default(''),
  locator: optionalText(200, 'The place in the source').default(''),
  credibility: z.number({ error: 'Choose a credibility grade, 1 to 6.' }).int().min(1).max(6),
  passage: z.object({ snapshotId: id, start: place, end: place }).optional(),
  covers: z
    .array(z.object({ start: place, end: place }))
    .max(200)
    .nullable()
    .optional(),
}

export const newCitation = z.object({
  ...onClaim,
  ...cited,
  source: z
    .object({ id: id.optional(), add: sourceForm.optional() }, { error: 'Choose a source, or describe a new one.' })
    .refine((source) => (source.id === undefined) !== (source.add === undefined), {
      error: 'Choose a source, or describe a new one.',
    }),
})
export const amendedCitation = z.object({ ...onClaim, ...cited, citationId: id })

export const newSearchEntry = z.object({
  ...onClaim,
  place: requiredText(300, 'Where you looked'),
  query: requiredText(500, 'What you searched for'),
  searchedOn: optionalText(20, 'The day'),
  result: z.enum(SEARCH_RESULTS, { error: 'Say what came of it.' }),
  note: optionalText(REASON_LIMIT, 'The note').default(''),
})

export const newAssessment = z.object({
  ...onClaim,
  verdict,
  confidence,
  rationale: requiredText(5_000, 'The rationale'),
})
export const newAdjudication = z.object({ ...onClaim, verdict, confidence, reason: requiredText(5_000, 'The reason') })
export const reaffirmation = z.object({
  ...onClaim,
  citationIds: z.array(id).max(500).default([]),
  rationale: optionalText(5_000, 'The rationale').default(''),
})

const body = requiredText(10_000, 'The comment')
const mentions = z.array(id).max(50).default([])
export const newThread = z.object({
  ...onClaim,
  quote: optionalText(2_000, 'The quoted words').default(''),
  body,
  mentions,
})
export const newComment = z.object({ articleId: id, threadId: id, body, mentions, commandId })
export const onThread = z.object({ articleId: id, threadId: id, commandId })
export const withdrawal = z.object({
  articleId: id,
  id,
  reason: optionalText(REASON_LIMIT, 'The reason').default(''),
  commandId,
})
