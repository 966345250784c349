'use server'

import { authorizeArticle, type SessionClaim } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { settleMany } from '@/lib/data/review/selection.ts'
import { mapFew } from '@/lib/platform/map-few.ts'
import { manyAccepted, manyRejected, type Selected } from '@/lib/schema/review.ts'
import { action } from './action.ts'

/** The right to every article of a selection, or to none of it. */
async function articlesOf(proposals: readonly Selected[], session: SessionClaim) {
  const ids = [...new Set(proposals.map(({ articleId }) => articleId))]
  return mapFew(ids, 4, (id) => authorizeArticle(db(), session, { id }, 'wording.review'))
}

export const acceptMany = action(manyAccepted, async ({ proposals, ...given }, session) => {
  const articles = await articlesOf(proposals, session)
  return settleMany(db(), articles, proposals, { kind: 'accept', ...given })
})

export const rejectMany = action(manyRejected, async ({ proposals, ...given }, session) => {
  const articles = await articlesOf(proposals, session)
  return settleMany(db(), articles, proposals, { kind: 'reject', ...given })
})
