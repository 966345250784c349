'use server'

import { authorizeArticle, authorizeWorkspace } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import * as data from '@/lib/data/redact'
import * as snapshot from '@/lib/data/redact-snapshot'
import * as shelf from '@/lib/data/redact-source'
import { withoutWords } from '@/lib/exchange/working-text'
import * as accepts from '@/lib/schema/redact'
import { action } from './action'

export const redactEntry = action(accepts.entryRedaction, async ({ articleId, ...asked }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'record.redact')
  return data.redactEntry(db(), article, asked, withoutWords)
})

export const redactSource = action(accepts.sourceRedaction, async ({ workspaceId, ...asked }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'record.redact')
  return shelf.redactSource(db(), authority, asked)
})

export const redactReason = action(accepts.reasonRedaction, async ({ workspaceId, ...asked }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'record.redact')
  return shelf.redactReason(db(), authority, asked)
})

export const redactSnapshot = action(accepts.snapshotRedaction, async ({ workspaceId, ...asked }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'record.redact')
  return snapshot.redactSnapshot(db(), authority, asked)
})
