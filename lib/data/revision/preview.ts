import { framingOf, shownLabel } from '@/lib/domain/article/framing.ts'
import { sectionChanges } from '@/lib/domain/article/section.ts'
import { targetClaims, targetOf } from '@/lib/domain/article/target.ts'
import { isChange, SETTING_KEY } from '@/lib/domain/revision/change-key.ts'
import { counting, NO_COUNTS } from '@/lib/domain/revision/count.ts'
import { changesNothing } from '@/lib/domain/revision/restructure.ts'
import { inTurns } from '@/lib/platform/process/give-way.ts'
import { DECISIONS_SHOWN, type Preview } from '@/lib/view/recording.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { Tx } from '../db.ts'
import type { Prepared } from './preparation.ts'

type AtStake = { citations: number; assessments: number; proposals: number }
const NONE: AtStake = { citations: 0, assessments: 0, proposals: 0 }

/** All that a preview shows of what was prepared. */
type Shows = Pick<
  Prepared,
  'now' | 'plan' | 'whole' | 'decisions' | 'base' | 'changes' | 'setting' | 'changeOf' | 'title' | 'recheck'
> &
  Pick<Prepared, 'problem' | 'digest'>

/** What was prepared, as a person is shown it: what changes, what is at stake, what needs a choice. */
export async function previewOf(tx: Tx, article: AuthorizedArticle, prepared: Shows): Promise<Preview> {
  const { now, plan, whole, setting } = prepared
  const claims = targetClaims(whole.target)
  const changed = whole.decisions.filter(isChange)
  const shown = changed.slice(0, DECISIONS_SHOWN)
  const checks = await checksOf(
    tx,
    article,
    shown.flatMap(({ numbers }) => numbers.flatMap((number) => now.claims.get(number)?.id ?? [])),
  )
  const returning = await checksOfReturning(
    tx,
    article,
    shown.flatMap(({ numbers, after }) => (numbers.length === 0 ? (claims[after[0] ?? -1]?.from ?? []) : [])),
  )
  const moves = sectionChanges(targetOf(now).blocks, whole.target.blocks)
  const sectionsOf = ({ moved, numbers }: (typeof shown)[number]) =>
    moved && numbers.length === 1 ? (moves.get(numbers[0] ?? 0) ?? null) : null
  const nothing = plan !== null && prepared.title === null && changesNothing(plan)
  return {
    head: now.headNumber,
    base: prepared.base,
    counts: plan ? await inTurns(counting(now, plan)) : NO_COUNTS,
    total: changed.length,
    title: prepared.title,
    decisions: shown.map((one) => {
      const { outcome, moved, score, reason, numbers, base, after, pieces } = one
      const change = prepared.changeOf(one)
      return {
        key: change?.key ?? '',
        chosen: change?.chosen ?? true,
        outcome,
        moved,
        score,
        reason,
        base,
        before: numbers.map((number) => ({
          number,
          text: now.texts.get(number) ?? '',
          label: shownLabel(now.framings.get(number) ?? {}),
        })),
        after: after.map((at, place) => {
          const claim = claims[at]
          return {
            text: claim?.text ?? '',
            label: claim ? shownLabel(framingOf(claim)) : null,
            number: claim?.from[0] ?? null,
            piece: pieces[place] ?? null,
          }
        }),
        sections: sectionsOf(one),
        recheck: numbers.some((number) => prepared.recheck.has(number)),
        ...stakeOf(
          [
            ...numbers.map((number) => checks.get(now.claims.get(number)?.id ?? '') ?? NONE),
            ...(numbers.length === 0 ? after.map((at) => returning.get(claims[at]?.from[0] ?? 0) ?? NONE) : []),
          ],
          outcome === 'retired' || outcome === 'merged',
        ),
      }
    }),
    conflicts: whole.conflicts.slice(0, DECISIONS_SHOWN).map((conflict) => {
      const change = prepared.changeOf(conflict)
      return { ...conflict, change: change?.key ?? '', chosen: change?.chosen ?? true }
    }),
    keys: [...prepared.changes.map(({ key }) => key), ...(setting ? [SETTING_KEY] : [])],
    setting: setting && { key: SETTING_KEY, chosen: setting.chosen },
    settingOnly: !prepared.decisions.some(isChange) && !nothing && (plan?.layoutChanged ?? true),
    unchanged: nothing && prepared.problem === null,
    problem: prepared.problem,
    digest: prepared.digest,
  }
}

function stakeOf(claims: readonly AtStake[], leaves: boolean) {
  const sum = (of: (one: AtStake) => number) => claims.reduce((all, one) => all + of(one), 0)
  return {
    atStake: { citations: sum((one) => one.citations), assessments: sum((one) => one.assessments) },
    proposals: leaves ? sum((one) => one.proposals) : 0,
  }
}

/** Checks that stand for what claims say now, and proposals that wait for them. */
async function checksOf(tx: Tx, article: AuthorizedArticle, claimIds: string[]): Promise<Map<string, AtStake>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<(AtStake & { claimId: string })[]>`
    SELECT h."claimId",
      (SELECT count(*)::int FROM "Citation" x WHERE x."articleId" = h."articleId" AND x."claimId" = h."claimId" AND x."endedSeq" IS NULL AND x."substance" = h."substance") AS "citations",
      (SELECT count(*)::int FROM "Assessment" x WHERE x."articleId" = h."articleId" AND x."claimId" = h."claimId" AND x."endedSeq" IS NULL AND x."substance" = h."substance") AS "assessments",
      (SELECT count(*)::int FROM "ClaimRevision" p WHERE p."claimId" = h."claimId" AND p."state" = 'proposed') AS "proposals"
    FROM "ClaimRevision" h
    WHERE h."articleId" = ${article.articleId}::uuid AND h."state" = 'accepted' AND h."claimId" = ANY(${claimIds}::uuid[])`
  return new Map(rows.map(({ claimId, ...counts }) => [claimId, counts]))
}

/** By number, the checks of claims that are not in the article: they come back with the claim, and are stale then. */
async function checksOfReturning(tx: Tx, article: AuthorizedArticle, numbers: number[]): Promise<Map<number, AtStake>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx.$queryRaw<(AtStake & { number: number })[]>`
    SELECT c."number", 0 AS "proposals",
      (SELECT count(*)::int FROM "Citation" x WHERE x."articleId" = c."articleId" AND x."claimId" = c."id" AND x."endedSeq" IS NULL) AS "citations",
      (SELECT count(*)::int FROM "Assessment" x WHERE x."articleId" = c."articleId" AND x."claimId" = c."id" AND x."endedSeq" IS NULL) AS "assessments"
    FROM "Claim" c WHERE c."articleId" = ${article.articleId}::uuid AND c."number" = ANY(${numbers}::int[])`
  return new Map(rows.map(({ number, ...counts }) => [number, counts]))
}
