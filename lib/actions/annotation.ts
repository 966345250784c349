'use server'

import { withdraw } from '@/lib/data/claim/annotation.ts'
import { adjudicate, assess, reaffirm } from '@/lib/data/claim/assessment.ts'
import * as citation from '@/lib/data/claim/citation.ts'
import * as search from '@/lib/data/claim/search-entry.ts'
import { addComment, openThread, reopenThread, resolveThread } from '@/lib/data/claim/thread.ts'
import { db } from '@/lib/data/db.ts'
import { parseSearchDay } from '@/lib/domain/source/search-entry.ts'
import { AppError } from '@/lib/platform/errors.ts'
import * as accepts from '@/lib/schema/annotation.ts'
import { articleAction } from './action.ts'

export const attachSource = articleAction(accepts.newCitation, 'citation.attach', (article, given) =>
  citation.attachCitation(db(), article, given),
)

export const amendCitation = articleAction(accepts.amendedCitation, 'citation.attach', (article, given) =>
  citation.amendCitation(db(), article, given),
)

/** Logs what was looked for. The day is read here: one that has not come yet is refused. */
export const logSearch = articleAction(accepts.newSearchEntry, 'citation.attach', async (article, given) => {
  // Somewhere it is tomorrow already.
  const searchedOn = parseSearchDay(given.searchedOn, new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10))
  if (searchedOn === null)
    throw new AppError('invalid', 'Write the day of the search as 2026-11-24; it cannot lie in the future.')
  return search.logSearch(db(), article, { ...given, searchedOn })
})

export const withdrawSearch = articleAction(accepts.withdrawal, 'citation.attach', (article, asked) =>
  withdraw(db(), article, 'SearchEntry', asked),
)

export const assessClaim = articleAction(accepts.newAssessment, 'claim.assess', (article, given) =>
  assess(db(), article, given),
)

export const reaffirmCheck = articleAction(accepts.reaffirmation, 'claim.assess', (article, given) =>
  reaffirm(db(), article, given),
)

export const adjudicateClaim = articleAction(accepts.newAdjudication, 'claim.adjudicate', (article, given) =>
  adjudicate(db(), article, given),
)

export const startThread = articleAction(accepts.newThread, 'comment.write', (article, given) =>
  openThread(db(), article, given),
)

export const reply = articleAction(accepts.newComment, 'comment.write', (article, given) =>
  addComment(db(), article, given),
)

export const resolve = articleAction(accepts.onThread, 'comment.write', (article, given) =>
  resolveThread(db(), article, given),
)

export const reopen = articleAction(accepts.onThread, 'comment.write', (article, given) =>
  reopenThread(db(), article, given),
)

export const withdrawCitation = articleAction(accepts.withdrawal, 'citation.attach', (article, asked) =>
  withdraw(db(), article, 'Citation', asked),
)

export const withdrawAssessment = articleAction(accepts.withdrawal, 'claim.assess', (article, asked) =>
  withdraw(db(), article, 'Assessment', asked),
)

export const withdrawAdjudication = articleAction(accepts.withdrawal, 'claim.adjudicate', (article, asked) =>
  withdraw(db(), article, 'Adjudication', asked),
)

export const withdrawComment = articleAction(accepts.withdrawal, 'comment.write', (article, asked) =>
  withdraw(db(), article, 'Comment', asked),
)
