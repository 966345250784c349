'use server'

import { authorizeArticle } from '@/lib/data/access'
import { withdraw } from '@/lib/data/annotation'
import { adjudicate, assess, reaffirm } from '@/lib/data/assessment'
import { attachCitation } from '@/lib/data/citation'
import { db } from '@/lib/data/db'
import { addComment, openThread, reopenThread, resolveThread } from '@/lib/data/thread'
import * as accepts from '@/lib/schema/annotation'
import { action } from './action'

export const attachSource = action(accepts.newCitation, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'citation.attach')
  return attachCitation(db(), article, given)
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
