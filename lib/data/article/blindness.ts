import { framingsIn } from '@/lib/domain/article/framing.ts'
import { type BlindAnswer, hiddenAnswers, type SubstanceSpan } from '@/lib/domain/check/blind.ts'
import { demandsOf, type Policy } from '@/lib/domain/check/policy.ts'
import { originFamilies } from '@/lib/domain/source/origin.ts'
import type { Tx } from '../db.ts'
import { currentPolicy } from '../policy.ts'
import { readLayout } from './layout.ts'
import { measureWording } from './measure.ts'

// The one place that reads what decides whose answer is hidden from whom. What an answer says is read elsewhere, and
// only together with this.

type Where = { workspaceId: string; articleId: string }
type Span = Omit<SubstanceSpan, 'assessors'> & { number: number; wordingId: string; text: string; label: string | null }

/**
 * The answers on an article that are hidden from everyone but the person who gave them, as things are now. What an
 * earlier policy had revealed when it ended is not hidden again by a stricter one.
 * @param only ids of some claims; null for all of the article
 * @returns ids
 */
export async function hiddenNow(
  db: Tx,
  article: Where,
  only: readonly string[] | null = null,
): Promise<ReadonlySet<string>> {
  const { policy } = await currentPolicy(db, article)
  if (isIdle(policy)) return new Set()
  const [record, earlier] = await Promise.all([readRecord(db, article, only), earlierPolicies(db, article)])
  const hidden = record.hidden(policy)
  const before = earlier.map((one) => ({ seq: one.seq, hidden: record.hidden(one.policy, one.seq) }))
  const shown = record.answers.filter((row) =>
    before.some((then) => row.createdSeq <= then.seq && !then.hidden.has(row.id)),
  )
  const ids = new Set(shown.map(({ id }) => id))
  return new Set([...hidden].filter((id) => !ids.has(id)))
}

/** The same, and also what was hidden at a moment under the policy of then: a report of that moment leaves out both. */
export async function hiddenNowOrAt(
  db: Tx,
  article: Where,
  { seq, deskSeq }: { seq: number; deskSeq: number },
): Promise<ReadonlySet<string>> {
  const { policy } = await currentPolicy(db, article, deskSeq)
  const [now, then] = await Promise.all([hiddenNow(db, article), isIdle(policy) ? null : readRecord(db, article, null)])
  return new Set([...now, ...(then?.hidden(policy, seq) ?? [])])
}

/** Where one answer is always enough there is nothing to ask. */
const isIdle = (policy: Policy) =>
  !policy.blindAssessments || Math.max(policy.minAssessors, policy.minAssessorsHumanToll) <= 1

/** The policies that were in force before, newest first and at most 20, each with the article's last change under it. */
async function earlierPolicies(db: Tx, { workspaceId, articleId }: Where): Promise<{ policy: Policy; seq: number }[]> {
  const ended = await db.$queryRaw<{ deskSeq: number; seq: number }[]>`
    SELECT p."endedSeq" - 1 AS "deskSeq",
      (SELECT coalesce(max(e."seq"), 0) FROM "AuditEvent" e WHERE e."clockId" = ${articleId}::uuid AND e."deskSeq" < p."endedSeq") AS "seq"
    FROM "PolicyVersion" p
    WHERE p."workspaceId" = ${workspaceId}::uuid AND (p."articleId" IS NULL OR p."articleId" = ${articleId}::uuid) AND p."endedSeq" IS NOT NULL
    ORDER BY p."endedSeq" DESC LIMIT 20`
  return Promise.all(
    ended.map(async ({ seq, deskSeq }) => ({
      seq,
      policy: (await currentPolicy(db, { workspaceId, articleId }, deskSeq)).policy,
    })),
  )
}

/** What decides which answers are hidden, and from it those that are: under a policy, up to a change of the record. */
async function readRecord(db: Tx, { articleId }: Where, only: readonly string[] | null) {
  const kinship = await db.$queryRaw<{ sourceId: string; originId: string }[]>`
    SELECT "claimId" AS "sourceId", "ancestorId" AS "originId" FROM "ClaimAncestry"
    WHERE "articleId" = ${articleId}::uuid AND "kind" <> 'moved'`
  const familyOf = originFamilies(kinship)
  const claims = only && kin(only, kinship, familyOf)
  const [answers, spans, head] = await Promise.all([
    db.$queryRaw<BlindAnswer[]>`
      SELECT "id", "claimId", "memberId", "substance", "createdSeq", "endedSeq", "carriedFromId" FROM "Assessment"
      WHERE "articleId" = ${articleId}::uuid AND (${claims}::uuid[] IS NULL OR "claimId" = ANY(${claims}::uuid[]))`,
    db.$queryRaw<Span[]>`
      SELECT DISTINCT ON (w."claimId", w."substance") w."claimId", w."substance", c."number", w."id" AS "wordingId", w."text", w."label",
        min(w."acceptedSeq") OVER same AS "from",
        CASE WHEN bool_or(w."endedSeq" IS NULL) OVER same THEN NULL ELSE max(w."endedSeq") OVER same END AS "until"
      FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
      WHERE w."articleId" = ${articleId}::uuid AND w."acceptedSeq" IS NOT NULL
        AND (${claims}::uuid[] IS NULL OR w."claimId" = ANY(${claims}::uuid[]))
        AND EXISTS (SELECT 1 FROM "Assessment" a WHERE a."articleId" = w."articleId" AND a."claimId" = w."claimId" AND a."substance" = w."substance")
      WINDOW same AS (PARTITION BY w."claimId", w."substance")
      ORDER BY w."claimId", w."substance", w."acceptedSeq" DESC`,
    db.revision.findFirst({ where: { articleId }, orderBy: { number: 'desc' }, select: { layoutId: true } }),
  ])
  // Wordings older than labels have the one that the article gives the claim now.
  const framings = head ? framingsIn(await readLayout(db, head.layoutId)) : new Map()
  const measured = spans.map(({ number, wordingId, text, label, ...span }) => ({
    ...span,
    ...measureWording(wordingId, text, label ?? framings.get(number)?.label),
  }))
  const hidden = (policy: Policy, at?: number) => {
    const asked = measured.map((span) => ({ ...span, ...demandsOf(policy, span.humanToll) }))
    return hiddenAnswers({ blind: policy.blindAssessments, answers, spans: asked, familyOf }, at)
  }
  return { answers, hidden }
}

/** Some claims and all that were ever one with them: an answer may have gone from one to another. */
function kin(
  claimIds: readonly string[],
  kinship: readonly { sourceId: string; originId: string }[],
  familyOf: (claimId: string) => string,
): string[] {
  const families = new Set(claimIds.map(familyOf))
  const related = kinship.flatMap(({ sourceId, originId }) =>
    families.has(familyOf(sourceId)) ? [sourceId, originId] : [],
  )
  return [...new Set([...claimIds, ...related])]
}
