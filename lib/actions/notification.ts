'use server'

import { db } from '@/lib/data/db.ts'
import { putMentionAway } from '@/lib/data/desk/desk.ts'
import { markAnswerRead, markAnswersRead } from '@/lib/data/desk/notification.ts'
import { answerRead, answersRead } from '@/lib/schema/review.ts'
import { deskAction } from './action.ts'

export const markRead = deskAction(answerRead, 'article.read', async (member, { id }) => {
  await markAnswerRead(db(), member, id)
  return { outcome: 'read' as const }
})

export const markAllRead = deskAction(answersRead, 'article.read', async (member, { until }) => {
  await markAnswersRead(db(), member, new Date(until))
  return { outcome: 'read' as const }
})

export const dismissMention = deskAction(answerRead, 'article.read', async (member, { id }) => {
  await putMentionAway(db(), member, id)
  return { outcome: 'read' as const }
})
