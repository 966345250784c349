import { saidOf } from '@/lib/domain/article/framing.ts'
import { maySee } from '@/lib/domain/check/blind.ts'
import { gradeOf } from '@/lib/domain/check/scale.ts'
import type { QuestionFact, ReportFacts, SourceFact } from '@/lib/domain/report/facts.ts'
import { deskNames } from '@/lib/domain/report/people.ts'
import { parseAnchor, parseCovers } from '@/lib/schema/anchor.ts'
import type { QuoteStanding, SourceLink } from '@/lib/view/dossier.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import { hiddenNowOrAt } from '../article/blindness.ts'
import type { Db } from '../db.ts'
import { countsAt } from '../moment-rows.ts'
import { standingsAt } from '../snapshot/quote-standing.ts'
import { recordOf, recordSelect } from '../source/record.ts'

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of the record. One change may make several rows: those are told apart by what they say, not by id. */
function inOrder<R extends { createdSeq: number; createdAt: Date }>(rows: R[], saying: (row: R) => string) {
  return rows
    .toSorted((a, b) => a.createdSeq - b.createdSeq || byText(saying(a), saying(b)))
    .map(({ createdSeq: _, createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }))
}

const TIMED = { createdAt: true, createdSeq: true, memberId: true } as const
const ON_CLAIM = { claimId: true, wordingId: true, substance: true, ...TIMED } as const

/**
 * Citations, assessments and adjudications that count at a moment. Of answers that are hidden now, or were then, only
 * that they were given is read.
 */
export async function checksAt(
  db: Db,
  article: AuthorizedArticle,
  { seq, deskSeq }: Moment,
): Promise<Pick<ReportFacts, 'citations' | 'assessments' | 'hidden' | 'adjudications'>> {
  const where = { articleId: article.articleId, workspaceId: article.workspaceId, ...countsAt(seq) }
  const answer = { verdict: true, confidence: true } as const
  const words = { stance: true, quote: true, note: true, locator: true, credibility: true } as const
  const [citations, assessments, adjudications, hidden] = await Promise.all([
    db.citation.findMany({ where, select: { ...ON_CLAIM, ...words, ...QUOTED, sourceId: true } }),
    db.assessment.findMany({ where, select: { id: true, ...ON_CLAIM, ...answer, rationale: true } }),
    db.adjudication.findMany({ where, select: { ...ON_CLAIM, ...answer, reason: true } }),
    hiddenNowOrAt(db, article, { seq, deskSeq }),
  ])
  const [standings, survivorOf] = await Promise.all([
    standingsAt(db, article.workspaceId, deskSeq, citations),
    survivorsAt(db, article.workspaceId, deskSeq),
  ])
  return {
    citations: inOrder(citations, (row) =>
      JSON.stringify([row.stance, row.note, row.quote, row.locator, row.credibility, row.sourceId]),
    ).map(({ quoteId, snapshot, anchor, covers, sourceId, ...row }) => ({
      ...row,
      sourceId: survivorOf(sourceId),
      covers: parseCovers(covers),
      passage: snapshot && {
        ...parseAnchor(anchor),
        sha256: snapshot.sha256,
        mediaType: snapshot.mediaType,
        url: snapshot.finalUrl,
        at: snapshot.createdAt.toISOString(),
      },
      standing: withoutId(standings.quote(quoteId)),
      link: withoutSnapshot(standings.link(sourceId)),
      archived: standings.archived(sourceId),
    })),
    assessments: inOrder(
      assessments.filter((row) => maySee(row, null, hidden)),
      (row) => row.rationale,
    ).map(({ id: _, ...row }) => row),
    hidden: assessments
      .filter((row) => !maySee(row, null, hidden))
      .map(({ claimId, substance }) => ({ claimId, substance })),
    adjudications: inOrder(adjudications, (row) => row.reason),
  }
}

const QUOTED = {
  quoteId: true,
  anchor: true,
  covers: true,
  snapshot: { select: { sha256: true, mediaType: true, finalUrl: true, createdAt: true } },
} as const

/** A report names a snapshot by its hash: an id says nothing to who has the file. */
function withoutId(standing: QuoteStanding | null) {
  if (!standing) return null
  const { snapshotId: _, neverFound, ...told } = standing
  return { ...told, ...(neverFound && { neverFound }) }
}

function withoutSnapshot(link: SourceLink | null) {
  return link && { outcome: link.outcome, words: link.words, at: link.at }
}

/** Which entry of the shelf a source goes by: itself, or the one it was merged into. */
async function survivorsAt(db: Db, workspaceId: string, deskSeq: number): Promise<(sourceId: string) => string> {
  const rows = await db.sourceMerge.findMany({
    where: { workspaceId, ...countsAt(deskSeq) },
    select: { sourceId: true, intoId: true },
  })
  const into = new Map(rows.map((row) => [row.sourceId, row.intoId]))
  return (sourceId) => into.get(sourceId) ?? sourceId
}

/** Every wording accepted by a moment, in the order of acceptance. */
export async function wordingsAt(
  db: Db,
  article: AuthorizedArticle,
  { seq }: Moment,
): Promise<ReportFacts['wordings']> {
  const rows = await db.claimRevision.findMany({
    where: { articleId: article.articleId, workspaceId: article.workspaceId, acceptedSeq: { lte: seq } },
    orderBy: [{ acceptedSeq: 'asc' }, { claim: { number: 'asc' } }],
    select: {
      id: true,
      claimId: true,
      text: true,
      label: true,
      quoted: true,
      substance: true,
      reason: true,
      authorId: true,
      reviewerId: true,
      reviewReason: true,
      revision: { select: { number: true, createdAt: true, memberId: true } },
    },
  })
  return rows.map(({ revision, substance, authorId, text, label, quoted, ...row }) => ({
    ...row,
    ...saidOf({ text, label, quoted }),
    // What upstream wrote, someone of the desk took in.
    authorId: authorId ?? revision?.memberId ?? null,
    substance: substance ?? 1,
    revision: revision?.number ?? 0,
    at: revision?.createdAt.toISOString() ?? '',
  }))
}

/**
 * Claims that came into an article after its first revision, and that left it. The parts of a split claim and a claim
 * that was merged are neither: their words were there before, and are there still.
 */
export async function comingsAt(db: Db, article: AuthorizedArticle, { seq }: Moment): Promise<ReportFacts['comings']> {
  const rows = await db.$queryRaw<
    (Omit<ReportFacts['comings'][number], 'at' | 'label' | 'quoted'> & {
      at: Date
      label: string | null
      quoted: boolean | null
    })[]
  >`
    WITH standing AS (
      SELECT w."claimId", w."text", w."label", w."quoted", w."acceptedSeq", CASE WHEN w."endedSeq" <= ${seq} THEN w."endedSeq" END AS "endedSeq"
      FROM "ClaimRevision" w WHERE w."articleId" = ${article.articleId}::uuid AND w."acceptedSeq" <= ${seq}
    ), coming AS (
      SELECT s."claimId", s."text", s."label", s."quoted", s."acceptedSeq" AS "at", 'added' AS "what" FROM standing s
      WHERE NOT EXISTS (SELECT 1 FROM standing p WHERE p."claimId" = s."claimId" AND p."endedSeq" = s."acceptedSeq")
        AND NOT EXISTS (SELECT 1 FROM "ClaimAncestry" y WHERE y."claimId" = s."claimId" AND y."kind" = 'split' AND y."createdSeq" = s."acceptedSeq")
      UNION ALL
      SELECT s."claimId", s."text", s."label", s."quoted", s."endedSeq", 'removed' FROM standing s
      WHERE s."endedSeq" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM standing n WHERE n."claimId" = s."claimId" AND n."acceptedSeq" = s."endedSeq")
        AND NOT EXISTS (SELECT 1 FROM "ClaimAncestry" y WHERE y."ancestorId" = s."claimId" AND y."kind" = 'merged' AND y."createdSeq" = s."endedSeq")
    )
    SELECT c."number", m."text", m."label", m."quoted", m."what", r."summary" AS "reason", r."memberId", r."number" AS "revision", r."createdAt" AS "at"
    FROM coming m JOIN "Claim" c ON c."id" = m."claimId"
    JOIN "Revision" r ON r."articleId" = c."articleId" AND r."createdSeq" = m."at"
    WHERE r."number" > 1 ORDER BY r."number", m."what", c."number"`
  return rows.map(({ at, text, label, quoted, ...row }) => ({
    ...row,
    ...saidOf({ text, label, quoted }),
    at: at.toISOString(),
  }))
}

/** What ancestors of claims said, where checks came with their words; by wording id. */
export async function inheritedAt(
  db: Db,
  article: AuthorizedArticle,
  { seq }: Moment,
): Promise<ReportFacts['inherited']> {
  const rows = await db.claimRevision.findMany({
    where: {
      articleId: article.articleId,
      workspaceId: article.workspaceId,
      state: 'inherited',
      createdSeq: { lte: seq },
    },
    select: { id: true, text: true, label: true, quoted: true },
  })
  return new Map(rows.map(({ id, ...row }) => [id, saidOf(row)]))
}

/** Threads that are open at a moment, with the comments that stand then; a thread of withdrawn comments is none. */
export async function questionsAt(db: Db, article: AuthorizedArticle, { seq }: Moment): Promise<QuestionFact[]> {
  const rows = await db.thread.findMany({
    where: {
      articleId: article.articleId,
      workspaceId: article.workspaceId,
      createdSeq: { lte: seq },
      resolutions: { none: countsAt(seq) },
      comments: { some: countsAt(seq) },
    },
    orderBy: { createdSeq: 'asc' },
    select: {
      claimId: true,
      quote: true,
      moves: { where: countsAt(seq), select: { claimId: true } },
      comments: { where: countsAt(seq), select: { ...TIMED, body: true } },
    },
  })
  return rows.map(({ comments, moves, claimId, quote }) => ({
    claimId: moves[0]?.claimId ?? claimId,
    quote,
    comments: inOrder(comments, (row) => row.body),
  }))
}

/** The search log of an article as it stood at a moment, by the days of the searches. */
export async function searchesAt(
  db: Db,
  article: AuthorizedArticle,
  { seq }: Moment,
): Promise<ReportFacts['searches']> {
  const rows = await db.searchEntry.findMany({
    where: { articleId: article.articleId, workspaceId: article.workspaceId, ...countsAt(seq) },
    orderBy: [{ searchedOn: 'asc' }, { createdSeq: 'asc' }],
    select: {
      claimId: true,
      place: true,
      query: true,
      searchedOn: true,
      result: true,
      note: true,
      memberId: true,
      createdAt: true,
    },
  })
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }))
}

/** The sources an article cites, graded and traced as the desk knew them at a moment of its own clock. */
export async function sourcesAt(
  db: Db,
  article: AuthorizedArticle,
  { deskSeq }: Moment,
): Promise<ReadonlyMap<string, SourceFact>> {
  const where = countsAt(deskSeq)
  const cited = { citations: { some: { articleId: article.articleId } } }
  const rows = await db.source.findMany({
    where: { workspaceId: article.workspaceId, OR: [cited, { merged: { some: { ...where, source: cited } } }] },
    select: {
      ...recordSelect(deskSeq),
      grades: { where, orderBy: { createdSeq: 'desc' }, take: 1, select: { reliability: true, reason: true } },
      snapshots: {
        where: { createdSeq: { lte: deskSeq } },
        orderBy: { createdSeq: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
      archived: {
        where: { createdSeq: { lte: deskSeq }, address: { not: null } },
        orderBy: { createdSeq: 'desc' },
        take: 1,
        select: { address: true },
      },
      origins: { where, select: { kind: true, origin: { select: recordSelect(deskSeq) } } },
    },
  })
  return new Map(
    rows.map(({ grades, origins, snapshots, archived, ...row }) => [
      row.id,
      {
        csl: recordOf(row).csl,
        unconfirmed: recordOf(row).unconfirmed,
        reliability: gradeOf(grades[0]),
        accessed: snapshots[0]?.createdAt.toISOString() ?? null,
        archived: archived[0]?.address ?? null,
        derives: origins
          .map(({ kind, origin }) => ({ kind: kind ?? 'repeats', title: recordOf(origin).title }))
          .sort((a, b) => byText(a.title, b.title)),
      },
    ]),
  )
}

/** What the desk called its members at a moment of its clock. */
export async function namesAt(db: Db, article: AuthorizedArticle, { deskSeq }: Moment): Promise<ReportFacts['nameOf']> {
  const rows = await db.member.findMany({
    where: { workspaceId: article.workspaceId, createdSeq: { lte: deskSeq } },
    orderBy: [{ createdSeq: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  })
  return deskNames(rows)
}
