'use server'

import { authorizeArticle } from '@/lib/data/access'
import * as assignment from '@/lib/data/assignment'
import { db } from '@/lib/data/db'
import { assignmentEnd, newAssignment } from '@/lib/schema/assignment'
import { action } from './action'

export const assignClaim = action(newAssignment, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.take')
  return assignment.assignClaim(db(), article, given)
})

export const endAssignment = action(assignmentEnd, async ({ articleId, ...given }, session) => {
  const article = await authorizeArticle(db(), session, { id: articleId }, 'claim.take')
  return { ended: await assignment.endAssignment(db(), article, given) }
})
