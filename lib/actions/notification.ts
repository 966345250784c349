'use server'

import { authorizeWorkspace } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import { putMentionAway } from '@/lib/data/desk'
import { markAnswerRead, markAnswersRead } from '@/lib/data/notification'
import { answerRead, answersRead } from '@/lib/schema/review'
import { action } from './action'

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
