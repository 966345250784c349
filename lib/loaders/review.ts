import type { SessionClaim } from '@/lib/data/access.ts'
import { articleHead } from '@/lib/data/article/article.ts'
import { db } from '@/lib/data/db.ts'
import { deskTick } from '@/lib/data/desk/ticks.ts'
import { readQueue } from '@/lib/data/review/queue.ts'
import { settledProposals } from '@/lib/data/review/review.ts'
import { type Query, type QueueFilter, readFilter } from '@/lib/schema/review-filter.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { Queue, SettledDto } from '@/lib/view/review.ts'
import { articleOf } from './article.ts'
import { deskOf, peopleOf } from './viewer.ts'

export type ReviewView = {
  /** Null where the page is the whole desk's. */
  article: { id: string; slug: string; title: string } | null
  viewer: Viewer
  people: Person[]
  filter: QueueFilter
  queue: Queue
  settled: SettledDto[]
  /** How far its article, or the desk, had come when this was read. */
  tick: number
}

/** Proposals of an article that wait, and the last that were settled. */
export async function loadReview(session: SessionClaim | null, slug: string, query: Query): Promise<ReviewView> {
  const article = await articleOf(session, slug)
  const filter = { ...readFilter(query), article: null }
  // Before the rest: what is recorded while it is read is told to the page again.
  const tick = await deskTick(db(), article)
  const [head, { people, viewer }, queue, settled] = await Promise.all([
    articleHead(db(), article),
    peopleOf(article),
    readQueue(db(), article, { ...filter, articleId: article.articleId }),
    settledProposals(db(), article),
  ])
  return { article: head, viewer, people, filter, queue, settled, tick }
}

/** Proposals that wait on the whole desk. */
export async function loadDeskReview(session: SessionClaim | null, query: Query): Promise<ReviewView> {
  const desk = await deskOf(session)
  const filter = readFilter(query)
  const tick = await deskTick(db(), { ...desk, articleId: null })
  const [{ people, viewer }, queue] = await Promise.all([
    peopleOf(desk),
    readQueue(db(), desk, { ...filter, articleId: null }),
  ])
  return { article: null, viewer, people, filter, queue, settled: [], tick }
}
