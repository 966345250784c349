import type { SessionClaim } from '@/lib/data/access.ts'
import { articleHead } from '@/lib/data/article/article.ts'
import { readGalley } from '@/lib/data/article/galley.ts'
import { db } from '@/lib/data/db.ts'
import { readComparison } from '@/lib/data/history/comparison.ts'
import { readHistory } from '@/lib/data/history/history.ts'
import { revisionMoment } from '@/lib/data/history/revision-moment.ts'
import { listRevisions } from '@/lib/data/report/report.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { GalleyView, Person, Viewer } from '@/lib/view/galley.ts'
import type { HistoryPage, Past, RevisionsCompared } from '@/lib/view/history.ts'
import { articleOf, galleyView } from './article.ts'
import { revisionNumber } from './revision-number.ts'
import { peopleOf } from './viewer.ts'

type Around = { article: { id: string; slug: string; title: string }; viewer: Viewer; people: Person[] }

export type HistoryView = Around & HistoryPage

/** The revisions of an article, a page at a time. @param upTo the newest of the page, as the address says it */
export async function loadHistory(
  session: SessionClaim | null,
  slug: string,
  upTo: string | null,
): Promise<HistoryView> {
  const article = await articleOf(session, slug)
  const [head, who, page] = await Promise.all([
    articleHead(db(), article),
    peopleOf(article),
    readHistory(db(), article, article, revisionNumber(upTo, 'not_found')),
  ])
  return { article: head, ...who, ...page }
}

export type ComparisonView = Around &
  RevisionsCompared & {
    language: string
    /** To choose others from, newest first. */
    revisions: { number: number; at: string; summary: string }[]
  }

/** Two revisions side by side. Where the address names one or none, the newest with the one before it. */
export async function loadComparison(
  session: SessionClaim | null,
  slug: string,
  asked: { from: string | null; to: string | null },
): Promise<ComparisonView> {
  const article = await articleOf(session, slug)
  const [head, who, revisions] = await Promise.all([
    articleHead(db(), article),
    peopleOf(article),
    listRevisions(db(), article, article),
  ])
  const newest = revisions[0]?.number
  if (newest === undefined) throw new AppError('not_found', 'This article has no revisions.')
  const to = revisionNumber(asked.to, 'not_found') ?? newest
  const from = revisionNumber(asked.from, 'not_found') ?? Math.max(1, to - 1)
  const compared = await readComparison(db(), article, from, to)
  return { article: head, ...who, language: article.language, revisions, ...compared }
}

export type RevisionView = { view: GalleyView; past: Past }

/** The galley as one revision left it: at the last moment before the next. */
export async function loadRevision(session: SessionClaim | null, slug: string, asked: string): Promise<RevisionView> {
  const number = revisionNumber(asked, 'not_found')
  const article = await articleOf(session, slug)
  if (number === undefined) throw new AppError('not_found', 'A revision is a whole number from 1.')
  const [moment, [head]] = await Promise.all([
    revisionMoment(db(), article, article, number),
    listRevisions(db(), article, article, 1),
  ])
  const [galley, who] = await Promise.all([readGalley(db(), article, moment), peopleOf(article)])
  const view = { ...galleyView(galley), ...who }
  const past = { number, at: moment.at.toISOString(), summary: view.revision.summary, head: head?.number ?? number }
  return { view, past }
}
