'use server'

import { db } from '@/lib/data/db.ts'
import {
  acceptStructure,
  mergeClaims,
  rejectStructure,
  splitClaim,
  withdrawStructure,
} from '@/lib/data/revision/structure.ts'
import * as accepts from '@/lib/schema/structure.ts'
import { articleAction } from './action.ts'

export const split = articleAction(accepts.splitRequest, 'wording.propose', (article, asked) =>
  splitClaim(db(), article, asked),
)

export const merge = articleAction(accepts.mergeRequest, 'wording.propose', (article, asked) =>
  mergeClaims(db(), article, asked),
)

export const acceptChange = articleAction(accepts.structureAcceptance, 'wording.review', (article, review) =>
  acceptStructure(db(), article, review),
)

export const rejectChange = articleAction(accepts.structureRejection, 'wording.review', (article, review) =>
  rejectStructure(db(), article, review),
)

export const withdrawChange = articleAction(accepts.structureAcceptance, 'wording.propose', (article, review) =>
  withdrawStructure(db(), article, review),
)
