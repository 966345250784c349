import { framingsIn } from '@/lib/domain/article/framing.ts'
import { summarise } from '@/lib/domain/claim/claim.ts'
import { assembleReport, citedSources } from '@/lib/domain/report/assembly.ts'
import type { ReportFacts, SourceFact } from '@/lib/domain/report/facts.ts'
import type { Report } from '@/lib/domain/report/report.ts'
import { nothingHere } from '@/lib/platform/errors.ts'
import { parseLayout } from '@/lib/schema/layout.ts'
import type { ArticleEventDto } from '@/lib/view/history.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import { formerDetails } from '../article/detail.ts'
import { claimFacts } from '../article/facts.ts'
import { measured } from '../article/galley.ts'
import type { Db } from '../db.ts'
import { eventsOfArticle } from '../history/article-event.ts'
import { currentPolicy } from '../policy.ts'
import { twinsOf } from '../source/twin.ts'
import { type Pin, pinRevision } from './pin.ts'
import { checksAt, comingsAt, inheritedAt, namesAt, questionsAt, searchesAt, sourcesAt, wordingsAt } from './rows.ts'

/** Words bibliography entries, one a source; given from outside, because styles are a format and no business of the record. */
export type FormatReferences = (sources: SourceFact['csl'][]) => Promise<string[]>

/**
 * The sourced report of one pinned revision. The same pin gives the same report, whoever asks and whenever: all rows
 * are read as of its moment. A fixed number of queries, whatever the number of claims.
 * @throws AppError not_found
 */
export async function readReport(
  db: Db,
  article: AuthorizedArticle,
  pin: Pin,
  format: FormatReferences,
): Promise<Report> {
  const { moment, at, revisions, layoutId } = await pinRevision(db, article, pin)
  const owner = { articleId: article.articleId, workspaceId: article.workspaceId }
  const [
    head,
    layout,
    { policy },
    { facts, familyOf },
    checks,
    wordings,
    inherited,
    comings,
    questions,
    searches,
    sources,
    nameOf,
    { events },
  ] = await Promise.all([
    headOf(db, owner, moment.seq),
    db.layout.findFirst({ where: { id: layoutId, articleId: article.articleId }, select: { content: true } }),
    currentPolicy(db, owner, moment.deskSeq),
    claimFacts(db, article, moment),
    checksAt(db, article, moment),
    wordingsAt(db, article, moment),
    inheritedAt(db, article, moment),
    comingsAt(db, article, moment),
    questionsAt(db, article, moment),
    searchesAt(db, article, moment),
    sourcesAt(db, article, moment),
    namesAt(db, article, moment),
    eventsOfArticle(db, owner, { from: 1, to: moment.seq }, MOST_AMENDMENTS),
  ])
  if (!head || !layout) throw nothingHere()
  const placed = parseLayout(layout.content)
  const framings = framingsIn(placed)
  const claims = summarise(facts, policy, familyOf, (claim) => measured(claim, framings.get(claim.number)))
  const substances = new Map(facts.claims.map(({ id, substance }) => [id, substance]))
  const counting = checks.citations.filter((row) => row.substance === substances.get(row.claimId))
  const cited = new Map(
    [...Map.groupBy(counting, (row) => row.claimId)].map(([id, own]) => [id, own.map(({ sourceId }) => sourceId)]),
  )
  const twins = await twinsOf(db, article.workspaceId, moment.deskSeq, familyOf, cited)
  const found: ReportFacts = {
    ...head,
    pin: { change: moment.seq, deskChange: moment.deskSeq, at },
    revisions,
    amendments: amendmentsOf(events),
    policy,
    layout: placed,
    claims,
    familyOf,
    nameOf,
    wordings,
    inherited,
    comings,
    ...checks,
    twins,
    questions,
    searches,
    sources,
  }
  const references = citedSources(found).flatMap((id) => sources.get(id) ?? [])
  return assembleReport(found, await format(references.map(({ csl }) => csl)))
}

/** The revisions of an article, newest first; at most 1,000. */
export async function listRevisions(db: Db, article: AuthorizedArticle, { seq }: Moment, most = 1_000) {
  const rows = await db.revision.findMany({
    where: { articleId: article.articleId, workspaceId: article.workspaceId, createdSeq: { lte: seq } },
    orderBy: { number: 'desc' },
    take: most,
    select: { number: true, createdAt: true, summary: true },
  })
  return rows.map(({ number, createdAt, summary }) => ({ number, at: createdAt.toISOString(), summary }))
}

/** A report lists the newest so many; no one renames an article as often. */
const MOST_AMENDMENTS = 1_000

function amendmentsOf(events: readonly ArticleEventDto[]): ReportFacts['amendments'] {
  return events
    .flatMap((event) => {
      if (event.kind !== 'amended') return []
      const { revision, at, memberId, reason, changes } = event
      return [{ revision, at, memberId, reason, changes }]
    })
    .reverse()
}

type Owner = { articleId: string; workspaceId: string }

async function headOf(
  db: Db,
  { articleId, workspaceId }: Owner,
  seq: number,
): Promise<Pick<ReportFacts, 'desk' | 'article'> | null> {
  const [workspace, former, article] = await Promise.all([
    db.workspace.findUnique({ where: { id: workspaceId }, select: { name: true } }),
    formerDetails(db, { articleId, workspaceId }, seq),
    db.article.findFirst({
      where: { id: articleId, workspaceId },
      select: { slug: true, title: true, language: true, licence: true, attribution: true, originUrl: true },
    }),
  ])
  return workspace && article && { desk: workspace.name, article: { ...article, ...former } }
}
