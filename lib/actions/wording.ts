'use server'

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
import { articleAction } from './action.ts'

export const propose = articleAction(accepts.typedWording, 'wording.propose', (article, typed) =>
  proposeWording(db(), article, typed),
)

export const record = articleAction(accepts.typedWording, 'wording.record', (article, typed) =>
  recordWording(db(), article, typed),
)

export const restore = articleAction(accepts.restoreRequest, 'wording.restore', (article, asked) =>
  restoreWording(db(), article, asked),
)

export const accept = articleAction(accepts.acceptance, 'wording.review', (article, review) =>
  acceptWording(db(), article, review),
)

export const reject = articleAction(accepts.rejection, 'wording.review', (article, review) =>
  rejectWording(db(), article, review),
)

export const withdrawProposal = articleAction(accepts.acceptance, 'wording.propose', (article, review) =>
  withdrawWording(db(), article, review),
)

export const amend = articleAction(accepts.amendment, 'wording.propose', (article, asked) =>
  amendWording(db(), article, asked),
)

export const takeOver = articleAction(accepts.amendment, 'wording.record', (article, asked) =>
  takeOverWording(db(), article, asked),
)

export const markCheckable = articleAction(accepts.checkability, 'claim.mark_checkable', (article, given) =>
  setCheckable(db(), article, given),
)
