import { z } from 'zod'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { ARTICLE_LIMIT } from './article.ts'
import { commandId, id, rawText, recordNumber, requiredText } from './text.ts'

/** Changes that a text may have; far beyond any article, and a bound on what is read. */
const MOST_CHANGES = 60_000

const index = z.number().int().nonnegative()

/** What a person says against a decision: piece `after` is claim `before`; or it is no claim of the article, but new. */
const correction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), before: index, after: index }),
  z.object({ kind: z.literal('new'), after: index }),
])
export type CorrectionDto = z.infer<typeof correction>

const decided = {
  articleId: id,
  corrections: z.array(correction).max(2_000).default([]),
  choices: z.record(z.string().max(20), z.enum(['ours', 'theirs'])).default({}),
  /** Claims under another heading whose checks are to go stale, by number. */
  recheck: z.array(index.positive()).max(MOST_CHANGES).default([]),
}
const signed = {
  /** The digest of the preview that the person saw. */
  seen: z.string().length(64),
  reason: requiredText(REASON_LIMIT, 'The summary'),
  commandId,
}
/** Keys of the changes that are wanted, as a preview names them; all are, where none are given. */
const chosen = z.array(z.string().max(10_000)).max(MOST_CHANGES).optional()
const upstream = { text: rawText(ARTICLE_LIMIT, 'The text') }

/** Claims in which several people typed, as the person who records was shown them: `C-12` and what it says. */
const contested = z.array(z.object({ number: index, now: rawText(ARTICLE_LIMIT, 'The text') })).max(MOST_CHANGES)

/** The working text itself is the server's own: nothing of it is taken from whoever asks. */
export const workingPreview = z.object({ ...decided, chosen })
export const workingRecording = z.object({ ...decided, chosen, contested: contested.default([]), ...signed })
export type WorkingAsked = z.infer<typeof workingPreview>
export const upstreamPreview = z.object({ ...decided, ...upstream })
export const upstreamRecording = z.object({ ...decided, ...upstream, ...signed })

export const restorePreview = z.object({ articleId: id, revision: recordNumber })

export const revisionRestore = z.object({
  articleId: id,
  revision: recordNumber,
  baseRevision: recordNumber,
  reason: requiredText(REASON_LIMIT, 'The reason'),
  commandId,
})
