'use server'

import { authorizeArticle } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import {
  acceptStructure,
  mergeClaims,
  rejectStructure,
  splitClaim,
  withdrawStructure,
} from '@/lib/data/revision/structure.ts'
import * as accepts from '@/lib/schema/structure.ts'
import { action } from './action.ts'

export const split = action(accepts.splitRequest, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.propose')
  return splitClaim(db(), article, asked)
})

export const merge = action(accepts.mergeRequest, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.propose')
  return mergeClaims(db(), article, asked)
})

export const acceptChange = action(accepts.structureAcceptance, async ({ articleId, ...review }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.review')
  return acceptStructure(db(), article, review)
})

export const rejectChange = action(accepts.structureRejection, async ({ articleId, ...review }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.review')
  return rejectStructure(db(), article, review)
})

export const withdrawChange = action(accepts.structureAcceptance, async ({ articleId, ...review }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'wording.propose')
  return withdrawStructure(db(), article, review)
})
