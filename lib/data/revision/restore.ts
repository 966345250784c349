import { type Target, targetOf } from '@/lib/domain/article/target.ts'
import { REDACTED } from '@/lib/domain/desk/redaction.ts'
import { changesNothing, type Plan, planRestructure } from '@/lib/domain/revision/restructure.ts'
import { shownDecisions } from '@/lib/domain/revision/shown-decision.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Preview } from '@/lib/view/recording.ts'
import type { AuthorizedArticle } from '../access.ts'
import { readHeirs, readStanding, type StandingArticle } from '../article/standing.ts'
import { change, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { previewOf } from './preview.ts'
import { recordingDetails, recordPlan } from './revision.ts'

export type Restored =
  | { outcome: 'recorded'; revision: number }
  | { outcome: 'unchanged' }
  | { outcome: 'moved_on'; head: number }

type Restoring = {
  now: StandingArticle
  then: StandingArticle
  target: Target
  plan: Plan
  /** Why the revision cannot be restored, in words; null when it can. */
  problem: string | null
}

/** What restoring a revision would make of the article now: the preview shows this, and the restore records it. */
async function restoring(tx: Tx, article: AuthorizedArticle, revision: number): Promise<Restoring> {
  const now = await readStanding(tx, article)
  const then = await readStanding(tx, article, revision)
  const heirsOf = await readHeirs(tx, article, then.seq, now)
  const target = gathered(targetOf(then), now, heirsOf)
  const plan = planRestructure(now, target, now.nextClaimNumber)
  if ('problem' in plan) throw new AppError('fault', plan.problem)
  const gone = [...then.texts].flatMap(([number, text]) =>
    text.trim() === REDACTED && now.texts.get(number) !== text ? [then.claims.get(number)?.wordingId ?? ''] : [],
  )
  // An article may say so of itself: a leaked paper has such words, too.
  const redacted =
    gone.length > 0 && (await tx.claimRevision.count({ where: { id: { in: gone }, redactedSeq: { not: null } } })) > 0
  const problem = redacted
    ? `Revision ${revision} has words that were redacted, so the article can't be made what it was then. Restore the wordings you need one by one. Nothing was recorded.`
    : null
  return { now, then, target, plan, problem }
}

/** What restoring a revision would change, claim by claim. Records nothing. */
export async function previewRestore(db: Db, article: AuthorizedArticle, revision: number): Promise<Preview> {
  // One snapshot, so that the claims and the ancestry that are compared are of one moment.
  return db.$transaction(
    async (tx) => {
      const { now, target, plan, problem } = await restoring(tx, article, revision)
      const whole = { decisions: shownDecisions(now, target, [], []), target, conflicts: [] }
      return previewOf(tx, article, {
        ...{ now, plan, whole, problem },
        decisions: whole.decisions,
        base: now.revision,
        changes: [],
        setting: null,
        changeOf: () => undefined,
        title: null,
        recheck: new Set(),
        digest: '',
      })
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
}

/** Makes an earlier revision's text and structure the article's again, as a new revision. */
export async function restoreRevision(
  db: Db,
  article: AuthorizedArticle,
  asked: { revision: number; baseRevision: number; reason: string; commandId?: string | undefined; at?: Date },
): Promise<Restored> {
  const what = { ...scopeOf(article, asked), ability: 'wording.restore', kind: 'revision.restored' } as const
  return change<Restored>(db, what, async (ledger) => {
    const { now, then, plan, problem } = await restoring(ledger.tx, article, asked.revision)
    if (now.headNumber !== asked.baseRevision) return { value: { outcome: 'moved_on' as const, head: now.headNumber } }
    if (problem !== null) throw new AppError('invalid', problem)
    if (changesNothing(plan)) return { value: { outcome: 'unchanged' as const } }
    // Their words are whose they were then: whoever brings them back has not written them.
    const writers = new Map([...then.claims].map(([number, { authorId }]) => [number, authorId]))
    const { memberId } = article
    const given = { plan, kind: 'restored' as const, summary: asked.reason, moved: [], authorId: memberId, writers }
    const recording = await recordPlan(ledger, article, now, given)
    return {
      value: { outcome: 'recorded' as const, revision: recording.number },
      details: { ...recordingDetails(recording, asked.reason), restored: asked.revision },
    }
  })
}

/**
 * A state of before, into which the parts that its claims were split into since go back: with their words go the checks
 * and discussions they have had as claims of their own.
 */
function gathered(target: Target, now: StandingArticle, heirsOf: (number: number) => number[]): Target {
  const then = new Set(target.blocks.flatMap(({ claims }) => claims.flatMap(({ from }) => from)))
  const taken = new Set<number>()
  const partsOf = (number: number) => {
    if (!now.texts.has(number)) return []
    const parts = heirsOf(number).filter((part) => part !== number && !then.has(part) && !taken.has(part))
    for (const part of parts) taken.add(part)
    return parts
  }
  const blocks = target.blocks.map((block) => ({
    ...block,
    claims: block.claims.map((claim) => ({ ...claim, from: [...claim.from, ...claim.from.flatMap(partsOf)] })),
  }))
  return { ...target, blocks }
}
