'use server'

import { authorizeArticle, authorizeWorkspace } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import * as data from '@/lib/data/redaction/redact.ts'
import * as snapshot from '@/lib/data/redaction/snapshot.ts'
import * as shelf from '@/lib/data/redaction/source.ts'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import * as accepts from '@/lib/schema/redact.ts'
import { action } from './action.ts'

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
