import { houseArticle, type SessionClaim } from '@/lib/data/access.ts'
import { assignedTo } from '@/lib/data/article/assigned.ts'
import { readGalley } from '@/lib/data/article/galley.ts'
import { db } from '@/lib/data/db.ts'
import { type DeskArticle, listArchived, listArticles, mentionsOf } from '@/lib/data/desk/desk.ts'
import { unreadAnswers } from '@/lib/data/desk/notification.ts'
import { deskTick } from '@/lib/data/desk/ticks.ts'
import { waitingByArticle } from '@/lib/data/review/review.ts'
import { coverage } from '@/lib/domain/claim/coverage.ts'
import { mapFew } from '@/lib/platform/map-few.ts'
import type { ArchivedArticles, ArticleCard, AssignedList, MentionDto } from '@/lib/view/desk.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { Answers, WaitingArticle } from '@/lib/view/review.ts'
import { deskOf, peopleOf } from './viewer.ts'

export type DeskView = {
  viewer: Viewer
  people: Person[]
  articles: ArticleCard[]
  archived: ArchivedArticles
  waiting: WaitingArticle[]
  mentions: MentionDto[]
  answers: Answers
  assigned: AssignedList
  /** How far the desk had come when this was read. */
  tick: number
}

export async function loadDesk(session: SessionClaim | null): Promise<DeskView> {
  const desk = await deskOf(session)
  // Before the rest: what is recorded while it is read is told to the page again.
  const tick = await deskTick(db(), { ...desk, articleId: null })
  const [{ people, viewer }, articles, archived, waiting, mentions, answers, assigned] = await Promise.all([
    peopleOf(desk),
    listArticles(db(), desk).then((list) => mapFew(list, 4, (article) => cardOf(desk.workspaceId, article))),
    listArchived(db(), desk),
    waitingByArticle(db(), desk),
    mentionsOf(db(), desk),
    unreadAnswers(db(), desk),
    assignedTo(db(), desk),
  ])
  return { viewer, people, articles, archived, waiting, mentions, answers, assigned, tick }
}

/** Coverage as of an article's newest change: kept until the next one, so that a desk of many articles opens at once. */
const kept = new Map<string, ArticleCard['coverage']>()

async function cardOf(workspaceId: string, article: DeskArticle): Promise<ArticleCard> {
  const { articleId, slug, title, revision, changedAt, waiting, seq, deskSeq } = article
  const key = `${articleId} ${seq} ${deskSeq}`
  let known = kept.get(key)
  if (!known) {
    const galley = await readGalley(db(), houseArticle(workspaceId, articleId, slug), article)
    known = coverage(galley.claims)
    if (kept.size > 2_000) kept.clear()
    kept.set(key, known)
  }
  return { slug, title, revision, changedAt, waiting, coverage: known }
}
