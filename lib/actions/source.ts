'use server'

import { authorizeArticle, authorizeWorkspace } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import { searchShelf } from '@/lib/data/shelf'
import { addSource, gradeSource, setSourceOrigin } from '@/lib/data/source'
import * as accepts from '@/lib/schema/source'
import { action } from './action'

export const add = action(accepts.newSource, async ({ workspaceId, source, commandId }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.add')
  return addSource(db(), authority, source, { commandId })
})

export const grade = action(accepts.sourceGrade, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.grade')
  return gradeSource(db(), authority, given)
})

export const setOrigin = action(accepts.sourceOrigin, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.grade')
  return setSourceOrigin(db(), authority, given)
})

/** The shelf as a person types: for choosing a source to attach. */
export const searchForArticle = action(accepts.shelfSearch, async ({ articleId, text }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'source.read')
  return searchShelf(db(), article, { text, take: 8 })
})
