import type { Layout } from '@/lib/domain/article/layout.ts'
import type { Measure } from '@/lib/domain/claim/claim.ts'
import type { Coverage } from '@/lib/domain/claim/coverage.ts'
import { type ClaimPast, coverageHistory, type Instant } from '@/lib/domain/claim/coverage-history.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { hiddenNow } from '../article/blindness.ts'
import { originsAsOf } from '../article/facts.ts'
import { readLayout } from '../article/layout.ts'
import { measureWording } from '../article/measure.ts'
import type { Db } from '../db.ts'
import { currentPolicy } from '../policy.ts'
import type { RevisionMoment } from './revision-moment.ts'

/**
 * A revision that another has followed keeps its coverage, as long as the same answers of it are hidden. Bounded; the
 * oldest half goes when full.
 */
const KEPT = 20_000
const kept = new Map<string, Coverage>()

/**
 * The coverage at the last moment of each of some revisions, by number. What was found of an old one once is kept, so
 * that mostly the newest alone is worked out; what is missing is read in one pass, whatever the number of revisions.
 * @param memory what was found before
 */
export async function coverageOfRevisions(
  db: Db,
  article: AuthorizedArticle,
  moments: readonly RevisionMoment[],
  memory: Map<string, Coverage> = kept,
): Promise<Map<number, Coverage>> {
  const hidden = await hiddenSpans(db, article)
  const key = ({ number, seq }: RevisionMoment) =>
    `${article.articleId} ${number} ${sha256(hidden.flatMap((row) => (countsThen(row, seq) ? row.id : [])).join())}`
  const found = new Map<number, Coverage>()
  const missing: RevisionMoment[] = []
  for (const moment of moments) {
    const known = moment.newest ? undefined : memory.get(key(moment))
    if (known) found.set(moment.number, known)
    else missing.push(moment)
  }
  if (missing.length === 0) return found
  const [past, instants] = await Promise.all([
    readPast(db, article, missing, new Set(hidden.map(({ id }) => id))),
    instantsOf(db, article, missing),
  ])
  if (memory.size >= KEPT) for (const old of [...memory.keys()].slice(0, KEPT / 2)) memory.delete(old)
  for (const [at, coverage] of coverageHistory(past, instants).entries()) {
    const moment = missing[at]
    if (!moment) continue
    found.set(moment.number, coverage)
    if (!moment.newest) memory.set(key(moment), coverage)
  }
  return found
}

type HiddenSpan = { id: string; createdSeq: number; endedSeq: number | null }

/** The hidden answers, and when they counted. */
async function hiddenSpans(db: Db, article: AuthorizedArticle): Promise<HiddenSpan[]> {
  const hidden = await hiddenNow(db, article)
  if (hidden.size === 0) return []
  return db.$queryRaw<HiddenSpan[]>`
    SELECT "id", "createdSeq", "endedSeq" FROM "Assessment" WHERE "id" = ANY(${[...hidden]}::uuid[]) ORDER BY "id"`
}

function countsThen({ createdSeq, endedSeq }: HiddenSpan, seq: number): boolean {
  return createdSeq <= seq && (endedSeq === null || endedSeq > seq)
}

/** Rows that counted at any time between the first moment and the last. */
async function readPast(
  db: Db,
  article: AuthorizedArticle,
  moments: readonly RevisionMoment[],
  hidden: ReadonlySet<string>,
): Promise<ClaimPast> {
  const id = article.articleId
  const first = moments[0]?.seq ?? 0
  const last = moments.at(-1)?.seq ?? 0
  const [wordings, marks, citations, assessments, adjudications] = await Promise.all([
    db.$queryRaw<ClaimPast['wordings'][number][]>`
      SELECT w."claimId" AS "id", c."number", w."id" AS "wordingId", w."text", w."substance", w."acceptedSeq" AS "from", w."endedSeq" AS "until"
      FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
      WHERE w."articleId" = ${id}::uuid AND w."acceptedSeq" <= ${last} AND (w."endedSeq" IS NULL OR w."endedSeq" > ${first})`,
    db.$queryRaw<ClaimPast['marks'][number][]>`
      SELECT "claimId", "checkable", "createdSeq" AS "from", "endedSeq" AS "until" FROM "Checkability"
      WHERE "articleId" = ${id}::uuid AND "createdSeq" <= ${last} AND ("endedSeq" IS NULL OR "endedSeq" > ${first})`,
    db.$queryRaw<ClaimPast['citations'][number][]>`
      SELECT "claimId", "sourceId", "stance"::text AS "stance", "substance", "createdSeq" AS "from", "endedSeq" AS "until" FROM "Citation"
      WHERE "articleId" = ${id}::uuid AND "createdSeq" <= ${last} AND ("endedSeq" IS NULL OR "endedSeq" > ${first})`,
    db.$queryRaw<(ClaimPast['assessments'][number] & { id: string })[]>`
      SELECT "id", "claimId", "memberId", "verdict"::text AS "verdict", "substance", "createdSeq" AS "from", "endedSeq" AS "until" FROM "Assessment"
      WHERE "articleId" = ${id}::uuid AND "createdSeq" <= ${last} AND ("endedSeq" IS NULL OR "endedSeq" > ${first})`,
    db.$queryRaw<ClaimPast['adjudications'][number][]>`
      SELECT "claimId", "verdict"::text AS "verdict", "substance", "createdSeq" AS "from", "endedSeq" AS "until" FROM "Adjudication"
      WHERE "articleId" = ${id}::uuid AND "createdSeq" <= ${last} AND ("endedSeq" IS NULL OR "endedSeq" > ${first})`,
  ])
  return {
    wordings,
    marks,
    citations,
    assessments: assessments.map(({ id, ...row }) => (hidden.has(id) ? { ...row, verdict: null } : row)),
    adjudications,
  }
}

/** Revisions of one layout, and moments between which the desk's clock stood still, share what they are judged by. */
async function instantsOf(db: Db, article: AuthorizedArticle, moments: readonly RevisionMoment[]): Promise<Instant[]> {
  const desks = new Map<number, Promise<Pick<Instant, 'policy' | 'familyOf'>>>()
  const measures = new Map<string, Promise<Instant['measureOf']>>()
  return Promise.all(
    moments.map(async ({ seq, deskSeq, layoutId }) => {
      const desk = desks.get(deskSeq) ?? deskAt(db, article, deskSeq)
      desks.set(deskSeq, desk)
      const measure = measures.get(layoutId) ?? readLayout(db, layoutId).then(measureIn)
      measures.set(layoutId, measure)
      return { seq, ...(await desk), measureOf: await measure }
    }),
  )
}

async function deskAt(db: Db, article: AuthorizedArticle, deskSeq: number) {
  const [{ policy }, familyOf] = await Promise.all([
    currentPolicy(db, article, deskSeq),
    originsAsOf(db, article.workspaceId, deskSeq),
  ])
  return { policy, familyOf }
}

function measureIn(layout: Layout): (claim: { number: number; wordingId: string; text: string }) => Measure {
  const labels = new Map(layout.blocks.flatMap(({ label, claims }) => claims.map((number) => [number, label] as const)))
  return ({ number, wordingId, text }) => measureWording(wordingId, text, labels.get(number))
}
