'use server'

import { authorizeArticle } from '@/lib/data/access.ts'
import { setCheckable } from '@/lib/data/claim/checkability.ts'
import { db } from '@/lib/data/db.ts'
import { amendWording, takeOverWording } from '@/lib/data/revision/amendment.ts'
import {
  acceptWording,
  proposeWording,
  recordWording,
  rejectWording,
  restoreWording,
  withdrawWording,
} from '@/lib/data/revision/wording.ts'
import * as accepts from '@/lib/schema/wording.ts'
import { action } from './action.ts'

export const propose = action(accepts.typedWording, async ({ articleId, ...typed }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.propose')
  return proposeWording(db(), article, typed)
})

export const record = action(accepts.typedWording, async ({ articleId, ...typed }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.record')
  return recordWording(db(), article, typed)
})

export const restore = action(accepts.restoreRequest, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.restore')
  return restoreWording(db(), article, asked)
})

export const accept = action(accepts.acceptance, async ({ articleId, ...review }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.review')
  return acceptWording(db(), article, review)
})

export const reject = action(accepts.rejection, async ({ articleId, ...review }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.review')
  return rejectWording(db(), article, review)
})

export const withdrawProposal = action(accepts.acceptance, async ({ articleId, ...review }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.propose')
  return withdrawWording(db(), article, review)
})

export const amend = action(accepts.amendment, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.propose')
  return amendWording(db(), article, asked)
})

export const takeOver = action(accepts.amendment, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.record')
  return takeOverWording(db(), article, asked)
})

export const markCheckable = action(accepts.checkability, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.mark_checkable')
  return setCheckable(db(), article, given)
})
