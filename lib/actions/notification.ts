'use server'

import { authorizeWorkspace } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { putMentionAway } from '@/lib/data/desk/desk.ts'
import { markAnswerRead, markAnswersRead } from '@/lib/data/desk/notification.ts'
import { answerRead, answersRead } from '@/lib/schema/review.ts'
import { action } from './action.ts'

export const markRead = action(answerRead, async ({ workspaceId, id }, session) => {
  const member = await authorizeWorkspace(db(), session, workspaceId, 'article.read')
  await markAnswerRead(db(), member, id)
  return { outcome: 'read' as const }
})

export const markAllRead = action(answersRead, async ({ workspaceId, until }, session) => {
  const member = await authorizeWorkspace(db(), session, workspaceId, 'article.read')
  await markAnswersRead(db(), member, new Date(until))
  return { outcome: 'read' as const }
})

export const dismissMention = action(answerRead, async ({ workspaceId, id }, session) => {
  const member = await authorizeWorkspace(db(), session, workspaceId, 'article.read')
  await putMentionAway(db(), member, id)
  return { outcome: 'read' as const }
})
