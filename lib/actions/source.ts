'use server'

import { authorizeWorkspace } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { searchShelf } from '@/lib/data/shelf/shelf.ts'
import { standingCsl } from '@/lib/data/shelf/source-card.ts'
import { setSourceContact } from '@/lib/data/source/contact.ts'
import * as merging from '@/lib/data/source/merge.ts'
import * as source from '@/lib/data/source/source.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import * as accepts from '@/lib/schema/source.ts'
import { action } from './action.ts'

export const add = action(accepts.newSource, async ({ workspaceId, source: given, commandId }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.add')
  return source.addSource(db(), authority, given, { commandId })
})

export const amend = action(accepts.sourceRecord, async ({ workspaceId, record, ...asked }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.add')
  return source.amendSource(db(), authority, { ...asked, ...record })
})

export const grade = action(accepts.sourceGrade, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.grade')
  return source.gradeSource(db(), authority, given)
})

export const setOrigin = action(accepts.sourceOrigin, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.grade')
  return source.setSourceOrigin(db(), authority, given)
})

export const setContact = action(accepts.sourceContact, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.add')
  return setSourceContact(db(), authority, given)
})

export const merge = action(accepts.sourceMerge, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.merge')
  return merging.mergeSources(db(), authority, given)
})

export const part = action(accepts.oneSource, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.merge')
  return merging.partSource(db(), authority, given)
})

export const setApart = action(accepts.sourcePair, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.grade')
  return merging.setApart(db(), authority, given)
})

/** The shelf as a person types: for choosing a source to attach, to derive from or to merge into. */
export const searchForDesk = action(accepts.deskShelfSearch, async ({ workspaceId, text }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.read')
  return searchShelf(db(), authority, { text, take: 8 })
})

/** The source as a bibliography would have it, in words. */
export const reference = action(accepts.oneSource, async ({ workspaceId, sourceId }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.read')
  const [text = ''] = await formatReferences([await standingCsl(db(), authority, sourceId)])
  return { text }
})
