'use server'

import { authorizeWorkspace } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { sourceCard } from '@/lib/data/shelf/source-card.ts'
import { askCapture, readCapture } from '@/lib/data/snapshot/capture.ts'
import { currentSnapshot } from '@/lib/data/snapshot/snapshot.ts'
import { addPasted, importBibliography } from '@/lib/jobs/source-intake.ts'
import * as accepts from '@/lib/schema/source.ts'
import { action } from './action.ts'

/** What somebody pasted becomes a source, and its snapshot is asked for; or the choice it leaves is told. */
export const paste = action(accepts.pastedEntry, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.add')
  return addPasted(db(), authority, given)
})

export const importFile = action(accepts.bibliography, async ({ workspaceId, ...given }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.add')
  return importBibliography(db(), authority, given)
})

/** Asks for a snapshot of a source's address as it is now. */
export const ask = action(accepts.oneSource, async ({ workspaceId, sourceId }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.capture')
  return askCapture(db(), authority, { sourceId })
})

/** Where a snapshot that was asked for stands. */
export const state = action(accepts.oneCapture, async ({ workspaceId, captureId }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.read')
  return readCapture(db(), authority, captureId)
})

/** A source that was chosen, and its newest snapshot to read and quote from; null where nothing is kept of it yet. */
export const newest = action(accepts.oneSource, async ({ workspaceId, sourceId }, session) => {
  const authority = await authorizeWorkspace(db(), session, workspaceId, 'source.read')
  const source = await sourceCard(db(), authority, sourceId)
  return { source, snapshotId: (await currentSnapshot(db(), authority.workspaceId, source.id))?.id ?? null }
})
