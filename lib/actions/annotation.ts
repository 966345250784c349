'use server'

import { authorizeArticle } from '@/lib/data/access.ts'
import { withdraw } from '@/lib/data/claim/annotation.ts'
import { adjudicate, assess, reaffirm } from '@/lib/data/claim/assessment.ts'
import * as citation from '@/lib/data/claim/citation.ts'
import * as search from '@/lib/data/claim/search-entry.ts'
import { addComment, openThread, reopenThread, resolveThread } from '@/lib/data/claim/thread.ts'
import { db } from '@/lib/data/db.ts'
import { parseSearchDay } from '@/lib/domain/source/search-entry.ts'
import { AppError } from '@/lib/platform/errors.ts'
import * as accepts from '@/lib/schema/annotation.ts'
import { action } from './action.ts'

export const attachSource = action(accepts.newCitation, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'citation.attach')
  return citation.attachCitation(db(), article, given)
})

export const amendCitation = action(accepts.amendedCitation, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'citation.attach')
  return citation.amendCitation(db(), article, given)
})

/** Logs what was looked for. The day is read here: one that has not come yet is refused. */
export const logSearch = action(accepts.newSearchEntry, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'citation.attach')
  // Somewhere it is tomorrow already.
  const searchedOn = parseSearchDay(given.searchedOn, new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10))
  if (searchedOn === null)
    throw new AppError('invalid', 'Write the day of the search as 2026-11-24; it cannot lie in the future.')
  return search.logSearch(db(), article, { ...given, searchedOn })
})

export const withdrawSearch = action(accepts.withdrawal, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'citation.attach')
  return withdraw(db(), article, 'SearchEntry', asked)
})

export const assessClaim = action(accepts.newAssessment, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.assess')
  return assess(db(), article, given)
})

export const reaffirmCheck = action(accepts.reaffirmation, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.assess')
  return reaffirm(db(), article, given)
})

export const adjudicateClaim = action(accepts.newAdjudication, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.adjudicate')
  return adjudicate(db(), article, given)
})

export const startThread = action(accepts.newThread, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'comment.write')
  return openThread(db(), article, given)
})

export const reply = action(accepts.newComment, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'comment.write')
  return addComment(db(), article, given)
})

export const resolve = action(accepts.onThread, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'comment.write')
  return resolveThread(db(), article, given)
})

export const reopen = action(accepts.onThread, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'comment.write')
  return reopenThread(db(), article, given)
})

export const withdrawCitation = action(accepts.withdrawal, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'citation.attach')
  return withdraw(db(), article, 'Citation', asked)
})

export const withdrawAssessment = action(accepts.withdrawal, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.assess')
  return withdraw(db(), article, 'Assessment', asked)
})

export const withdrawAdjudication = action(accepts.withdrawal, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.adjudicate')
  return withdraw(db(), article, 'Adjudication', asked)
})

export const withdrawComment = action(accepts.withdrawal, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'comment.write')
  return withdraw(db(), article, 'Comment', asked)
})
