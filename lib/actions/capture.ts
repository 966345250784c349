'use server'

import { db } from '@/lib/data/db.ts'
import { sourceCard } from '@/lib/data/shelf/source-card.ts'
import { askCapture, readCapture } from '@/lib/data/snapshot/capture.ts'
import { currentSnapshot } from '@/lib/data/snapshot/snapshot.ts'
import { addPasted, importBibliography } from '@/lib/jobs/source-intake.ts'
import * as accepts from '@/lib/schema/source.ts'
import { deskAction } from './action.ts'

/** What someone pasted becomes a source, and its snapshot is asked for; or the choice it leaves is told. */
export const paste = deskAction(accepts.pastedEntry, 'source.add', (authority, given) =>
  addPasted(db(), authority, given),
)

export const importFile = deskAction(accepts.bibliography, 'source.add', (authority, given) =>
  importBibliography(db(), authority, given),
)

/** Asks for a snapshot of a source's address as it is now. */
export const ask = deskAction(accepts.oneSource, 'source.capture', (authority, { sourceId }) =>
  askCapture(db(), authority, { sourceId }),
)

/** Where a snapshot that was asked for stands. */
export const state = deskAction(accepts.oneCapture, 'source.read', (authority, { captureId }) =>
  readCapture(db(), authority, captureId),
)

/** A source that was chosen, and its newest snapshot to read and quote from; null where nothing is kept of it yet. */
export const newest = deskAction(accepts.oneSource, 'source.read', async (authority, { sourceId }) => {
  const source = await sourceCard(db(), authority, sourceId)
  return { source, snapshotId: (await currentSnapshot(db(), authority.workspaceId, source.id))?.id ?? null }
})
