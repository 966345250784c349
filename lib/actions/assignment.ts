'use server'

import * as assignment from '@/lib/data/claim/assignment.ts'
import { db } from '@/lib/data/db.ts'
import { assignmentEnd, newAssignment } from '@/lib/schema/assignment.ts'
import { articleAction } from './action.ts'

export const assignClaim = articleAction(newAssignment, 'claim.take', (article, given) =>
  assignment.assignClaim(db(), article, given),
)

export const endAssignment = articleAction(assignmentEnd, 'claim.take', async (article, given) => ({
  ended: await assignment.endAssignment(db(), article, given),
}))
