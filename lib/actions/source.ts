'use server'

import { db } from '@/lib/data/db.ts'
import { searchShelf } from '@/lib/data/shelf/shelf.ts'
import { standingCsl } from '@/lib/data/shelf/source-card.ts'
import { setSourceContact } from '@/lib/data/source/contact.ts'
import * as merging from '@/lib/data/source/merge.ts'
import * as source from '@/lib/data/source/source.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import * as accepts from '@/lib/schema/source.ts'
import { deskAction } from './action.ts'

export const add = deskAction(accepts.newSource, 'source.add', (authority, { source: given, commandId }) =>
  source.addSource(db(), authority, given, { commandId }),
)

export const amend = deskAction(accepts.sourceRecord, 'source.add', (authority, { record, ...asked }) =>
  source.amendSource(db(), authority, { ...asked, ...record }),
)

export const grade = deskAction(accepts.sourceGrade, 'source.grade', (authority, given) =>
  source.gradeSource(db(), authority, given),
)

export const setOrigin = deskAction(accepts.sourceOrigin, 'source.grade', (authority, given) =>
  source.setSourceOrigin(db(), authority, given),
)

export const setContact = deskAction(accepts.sourceContact, 'source.add', (authority, given) =>
  setSourceContact(db(), authority, given),
)

export const merge = deskAction(accepts.sourceMerge, 'source.merge', (authority, given) =>
  merging.mergeSources(db(), authority, given),
)

export const part = deskAction(accepts.oneSource, 'source.merge', (authority, given) =>
  merging.partSource(db(), authority, given),
)

export const setApart = deskAction(accepts.sourcePair, 'source.grade', (authority, given) =>
  merging.setApart(db(), authority, given),
)

/** The shelf as a person types: for choosing a source to attach, to derive from or to merge into. */
export const searchForDesk = deskAction(accepts.deskShelfSearch, 'source.read', (authority, { text }) =>
  searchShelf(db(), authority, { text, take: 8 }),
)

/** The source as a bibliography would have it, in words. */
export const reference = deskAction(accepts.oneSource, 'source.read', async (authority, { sourceId }) => {
  const [text = ''] = await formatReferences([await standingCsl(db(), authority, sourceId)])
  return { text }
})
