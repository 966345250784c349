import { upstreamTitle } from '@/lib/domain/article/detail.ts'
import { framingOf, saidOf, sameFraming } from '@/lib/domain/article/framing.ts'
import { type SectionChange, sectionChanges } from '@/lib/domain/article/section.ts'
import { type Target, targetOf } from '@/lib/domain/article/target.ts'
import { canonicalJson, type Json } from '@/lib/domain/desk/audit.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import { correct } from '@/lib/domain/reconcile/correction.ts'
import type { Decision } from '@/lib/domain/reconcile/piece.ts'
import { reconciling } from '@/lib/domain/reconcile/reconcile.ts'
import { type Choosing, choosing } from '@/lib/domain/revision/choosing.ts'
import { type CutBlock, cutDraft, cutText, piecesOf } from '@/lib/domain/revision/draft.ts'
import { type Plan, planRestructure, wordingsProblem } from '@/lib/domain/revision/restructure.ts'
import { type Shown, showing } from '@/lib/domain/revision/shown-decision.ts'
import { type Choice, type Conflict, merging } from '@/lib/domain/revision/three-way.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { giveWay, inTurns } from '@/lib/platform/process/give-way.ts'
import type { AuthorizedArticle } from '../access.ts'
import { lastUpstreamTitle } from '../article/detail.ts'
import { readHeirs, readStanding, type StandingArticle } from '../article/standing.ts'
import type { Tx } from '../db.ts'
import { readBase, type Wanted } from './preparation-base.ts'

export type { Wanted } from './preparation-base.ts'

/** What recording it would come to, decided against the article as it stands. */
export type Prepared = Pick<Choosing, 'changes' | 'setting' | 'changeOf'> & {
  now: StandingArticle
  base: number
  /** Of what was chosen: the state to be recorded, what both sides changed, what becomes of each claim, and how. */
  target: Target
  conflicts: Conflict[]
  decisions: Shown[]
  plan: Plan | null
  problem: string | null
  moved: number[]
  /** Of claims that move under another heading, by number. */
  sections: ReadonlyMap<number, SectionChange>
  /** Those of them whose checks are to go stale. */
  recheck: ReadonlySet<number>
  /** The article's title, where upstream has another. */
  title: { before: string; after: string } | null
  /** Of all that was wanted: every decision about the article's claims, the state that all would make, its conflicts. */
  whole: { decisions: Shown[]; target: Target; conflicts: Conflict[] }
  /** Upstream's text, cut. */
  blocks: CutBlock[]
  /** Of the state that would be recorded, and of nothing else. */
  digest: string
}

/**
 * Decides what becomes of the article if `wanted` is recorded now. The same input at the same revision gives the same
 * answer, so what a person was shown can be told from what would be recorded by one digest.
 */
export async function prepare(tx: Tx, article: AuthorizedArticle, wanted: Wanted): Promise<Prepared> {
  const now = await readStanding(tx, article)
  const base = await readBase(tx, article, wanted, now)
  const heirsOf = await readHeirs(tx, article, base.seq, now)
  const heldBy = (number: number) => [number, ...(base.others?.get(number) ?? [])].flatMap(heirsOf)
  /** A text laid over the article as it stands. */
  const over = async (theirs: CutBlock[], decisions: Decision[], choices: ReadonlyMap<string, Choice>) => {
    const merge = { base: base.pieces, theirs, decisions, ours: now, heldBy, choices }
    const { target, conflicts } = await inTurns(merging(merge))
    await giveWay()
    // What is only proposed brings nothing back: it is proposed as new, beside claims that stand.
    if (may(article.role, 'wording.record')) await bringBack(tx, article, now, target)
    return { target, conflicts, decisions: await inTurns(showing(now, target, base.pieces, decisions)) }
  }

  const blocks =
    wanted.from === 'upstream'
      ? cutText(wanted.text)
      : cutDraft(wanted.blocks, base.layout ?? [], (number) => base.texts?.get(number), wanted.segment)
  const pieces = piecesOf(blocks)
  await giveWay()
  let decisions = await inTurns(reconciling(base.pieces, pieces))
  for (const correction of wanted.corrections) {
    decisions = correct(base.pieces, pieces, decisions, correction)
    await giveWay()
  }
  const choices = new Map(Object.entries(wanted.choices))
  const whole = await over(blocks, decisions, choices)
  await giveWay()
  const keys = wanted.from === 'draft' ? wanted.chosen : undefined
  const { text, problem, ...settled } = await inTurns(
    choosing({ blocks: base.layout ?? [], pieces: base.pieces }, blocks, decisions, keys, choices),
  )
  await giveWay()
  const chosen = text ? await over(text.blocks, text.decisions, text.choices) : whole

  const moved = new Set(chosen.decisions.flatMap((one) => (one.moved ? one.numbers : [])))
  const sections = sectionChanges(targetOf(now).blocks, chosen.target.blocks)
  const recheck = new Set((wanted.recheck ?? []).filter((number) => moved.has(number) && sections.has(number)))
  await giveWay()
  const planned = planRestructure(now, chosen.target, now.nextClaimNumber, recheck)
  await giveWay()
  const title =
    wanted.from === 'upstream'
      ? upstreamTitle(await lastUpstreamTitle(tx, article, now.title), wanted.text.title, now.title)
      : null
  const plan = 'problem' in planned ? null : planned
  const unfit = 'problem' in planned ? planned.problem : wanted.from === 'draft' ? wordingsProblem(planned) : null
  return {
    now,
    base: base.revision,
    target: chosen.target,
    conflicts: chosen.conflicts,
    decisions: chosen.decisions,
    plan,
    problem: problem ?? unfit,
    moved: [...moved],
    sections: new Map([...sections].filter(([number]) => moved.has(number))),
    recheck,
    title: title === null ? null : { before: now.title, after: title },
    whole,
    ...settled,
    blocks,
    digest: sha256(
      canonicalJson([
        now.headNumber,
        chosen.target as unknown as Json,
        chosen.conflicts.map(({ key, choice }) => [key, choice]),
        [...recheck].sort((one, other) => one - other),
        title,
      ]),
    ),
  }
}

/** New claims that say, word for word and under the same label, what a claim said last that left, are that claim. */
async function bringBack(tx: Tx, article: AuthorizedArticle, now: StandingArticle, target: Target): Promise<void> {
  const fresh = target.blocks.flatMap((block) =>
    block.claims.filter(({ from }) => from.length === 0).map((claim) => ({ claim, framing: framingOf(block) })),
  )
  if (fresh.length === 0) return
  const rows = await tx.$queryRaw<{ number: number; text: string; label: string | null; quoted: boolean | null }[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (c."id") c."number", btrim(w."text", E' \\t\\n\\r') AS "text", w."label", w."quoted", w."endedSeq"
      FROM "Claim" c JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."acceptedSeq" IS NOT NULL
      WHERE c."articleId" = ${article.articleId}::uuid
      ORDER BY c."id", w."acceptedSeq" DESC
    ) last WHERE last."endedSeq" IS NOT NULL AND last."text" = ANY(${fresh.map(({ claim }) => claim.text.trim())}::text[])
    ORDER BY last."endedSeq" DESC, last."number"`
  const gone = Map.groupBy(
    rows.filter(({ number }) => !now.texts.has(number)),
    (row) => row.text,
  )
  for (const { claim, framing } of fresh) {
    const said = gone.get(claim.text.trim()) ?? []
    const at = said.findIndex((row) => sameFraming(saidOf(row), framing))
    if (at >= 0) claim.from = said.splice(at, 1).map(({ number }) => number)
  }
}
