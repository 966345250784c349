'use server'

import { authorizeArticle } from '@/lib/data/access.ts'
import * as assignment from '@/lib/data/claim/assignment.ts'
import { db } from '@/lib/data/db.ts'
import { assignmentEnd, newAssignment } from '@/lib/schema/assignment.ts'
import { action } from './action.ts'

export const assignClaim = action(newAssignment, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.take')
  return assignment.assignClaim(db(), article, given)
})

export const endAssignment = action(assignmentEnd, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.take')
  return { ended: await assignment.endAssignment(db(), article, given) }
})
