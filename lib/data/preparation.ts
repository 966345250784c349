import { canonicalJson, type Json } from '@/lib/domain/audit'
import type { ArticleText } from '@/lib/domain/block'
import { type CutBlock, cutDraft, cutText, type DraftBlock, piecesOf, recordedPieces } from '@/lib/domain/draft'
import { may } from '@/lib/domain/permission'
import {
  type Decision,
  describe as describeGroups,
  OUTCOMES,
  type RecordedPiece,
  reconcile,
} from '@/lib/domain/reconcile'
import { correct } from '@/lib/domain/reconcile-correction'
import { type Plan, planRestructure, wordingsProblem } from '@/lib/domain/restructure'
import { type Target, targetClaims } from '@/lib/domain/target'
import { type Choice, type Conflict, threeWay } from '@/lib/domain/three-way'
import { sha256 } from '@/lib/platform/ids'
import type { CorrectionDto } from '@/lib/schema/recording'
import { parseUpstream } from '@/lib/schema/upstream'
import type { AuthorizedArticle } from './access'
import type { Tx } from './db'
import { readHeirs, readStanding, type StandingArticle } from './standing'

/** What somebody wants the article to be: a document edited on a revision of it, or upstream's newer text. */
export type Wanted = { corrections: readonly CorrectionDto[]; choices: Readonly<Record<string, Choice>> } & (
  | { from: 'draft'; baseRevision: number; blocks: readonly DraftBlock[]; segment: (text: string) => string[] }
  | { from: 'upstream'; text: ArticleText }
)

/** What recording it would come to, decided against the article as it stands. */
export type Prepared = {
  now: StandingArticle
  base: number
  target: Target
  conflicts: Conflict[]
  plan: Plan | null
  problem: string | null
  /** Every decision about the article's claims, and where its pieces stand in what was wanted. */
  decisions: Shown[]
  /** Upstream's text, cut. */
  blocks: CutBlock[]
  moved: number[]
  digest: string
}

export type Shown = Decision & { numbers: number[]; base: number[]; pieces: (number | null)[] }

/**
 * Decides what becomes of the article if `wanted` is recorded now. The same input at the same revision gives the same
 * answer, so what a person was shown can be told from what would be recorded by one digest.
 */
export async function prepare(tx: Tx, article: AuthorizedArticle, wanted: Wanted): Promise<Prepared> {
  const now = await readStanding(tx, article)
  const base = await readBase(tx, article, wanted, now)
  const blocks =
    wanted.from === 'upstream'
      ? cutText(wanted.text)
      : cutDraft(wanted.blocks, base.layout ?? [], (number) => base.texts?.get(number), wanted.segment)
  const pieces = piecesOf(blocks)
  const decisions = wanted.corrections.reduce(
    (decided, correction) => correct(base.pieces, pieces, decided, correction),
    reconcile(base.pieces, pieces),
  )
  const heirsOf = await readHeirs(tx, article, base.seq, now)
  const heldBy = (number: number) => [number, ...(base.others?.get(number) ?? [])].flatMap(heirsOf)
  const { target, conflicts } = threeWay({
    base: base.pieces,
    theirs: blocks,
    decisions,
    ours: now,
    heldBy,
    choices: new Map(Object.entries(wanted.choices)),
  })
  // What is only proposed brings nothing back: it is proposed as new, beside claims that stand.
  if (may(article.role, 'wording.record')) await bringBack(tx, article, now, target)
  const planned = planRestructure(now, target, now.nextClaimNumber)
  const plan = 'problem' in planned ? null : planned
  const problem = 'problem' in planned ? planned.problem : wanted.from === 'draft' ? wordingsProblem(planned) : null
  const shown = shownDecisions(now, target, base.pieces, decisions)
  return {
    now,
    base: base.revision,
    target,
    conflicts,
    plan,
    problem,
    decisions: shown,
    blocks,
    moved: shown.flatMap(({ moved, numbers }) => (moved ? numbers : [])),
    digest: sha256(
      canonicalJson([now.headNumber, target as unknown as Json, conflicts.map(({ key, choice }) => [key, choice])]),
    ),
  }
}

/** New claims that say, word for word, what a claim said last that left the article, are that claim. */
async function bringBack(tx: Tx, article: AuthorizedArticle, now: StandingArticle, target: Target): Promise<void> {
  const fresh = target.blocks.flatMap(({ claims }) => claims.filter(({ from }) => from.length === 0))
  if (fresh.length === 0) return
  const rows = await tx.$queryRaw<{ number: number; text: string }[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (c."id") c."number", btrim(w."text", E' \\t\\n\\r') AS "text", w."endedSeq"
      FROM "Claim" c JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."acceptedSeq" IS NOT NULL
      WHERE c."articleId" = ${article.articleId}::uuid
      ORDER BY c."id", w."acceptedSeq" DESC
    ) last WHERE last."endedSeq" IS NOT NULL AND last."text" = ANY(${fresh.map(({ text }) => text.trim())}::text[])
    ORDER BY last."endedSeq" DESC, last."number"`
  const gone = Map.groupBy(
    rows.filter(({ number }) => !now.texts.has(number)),
    (row) => row.text,
  )
  for (const claim of fresh) {
    const earlier = gone.get(claim.text.trim())?.shift()
    if (earlier) claim.from = [earlier.number]
  }
}

type Base = {
  pieces: readonly RecordedPiece[]
  revision: number
  seq: number
  layout?: StandingArticle['layout']['blocks']
  texts?: StandingArticle['texts']
  /** Further claims that hold a claim's words: the desk had split it when upstream was taken in. */
  others?: ReadonlyMap<number, number[]>
}

/** What both sides began with: the revision that was edited; or what upstream said last, which at first is what was imported. */
async function readBase(tx: Tx, article: AuthorizedArticle, wanted: Wanted, now: StandingArticle): Promise<Base> {
  if (wanted.from === 'upstream') {
    const row = await tx.upstream.findFirst({
      where: { articleId: article.articleId, workspaceId: article.workspaceId, endedSeq: null },
      select: { content: true, createdSeq: true },
    })
    if (row) {
      const pieces = parseUpstream(row.content)
      const others = new Map(pieces.map((piece) => [piece.number, piece.others]))
      return { pieces, others, revision: now.revision, seq: row.createdSeq }
    }
  }
  const revision = wanted.from === 'upstream' ? 1 : wanted.baseRevision
  const state = revision === now.revision ? now : await readStanding(tx, article, revision)
  return { pieces: recordedPieces(state), revision, seq: state.seq, layout: state.layout.blocks, texts: state.texts }
}

/** The decisions about the article as it stands: which of its claims become which claims of the target. */
function shownDecisions(
  now: StandingArticle,
  target: Target,
  base: readonly RecordedPiece[],
  decided: readonly Decision[],
): Shown[] {
  const before = recordedPieces(now)
  const claims = targetClaims(target)
  const placeOf = new Map(before.map(({ number }, at) => [number, at]))
  const parts = new Map<string, { before: number[]; after: number[] }>()
  claims.forEach(({ from }, at) => {
    const standing = from.flatMap((number) => placeOf.get(number) ?? [])
    const key = standing.length > 0 ? standing.join(' ') : `new ${at}`
    const group = parts.get(key) ?? { before: standing.toSorted((a, b) => a - b), after: [] }
    group.after.push(at)
    parts.set(key, group)
  })
  const taken = new Set([...parts.values()].flatMap((group) => group.before))
  const retired = before.flatMap((_, at) => (taken.has(at) ? [] : [{ before: [at], after: [] }]))
  const baseOf = new Map(decided.flatMap((decision) => decision.after.map((at) => [at, decision.before] as const)))
  const baseOfNumber = new Map(base.map(({ number }, at) => [number, at]))
  return describeGroups(before, claims, [...parts.values(), ...retired]).map((decision) => {
    const pieces = decision.after.map((at) => claims[at]?.piece ?? null)
    const numbers = decision.before.map((at) => before[at]?.number ?? 0)
    const of = pieces.flatMap((piece) => (piece === null ? [] : (baseOf.get(piece) ?? [])))
    const gone = decision.after.length === 0 ? numbers.flatMap((number) => baseOfNumber.get(number) ?? []) : []
    return { ...decision, numbers, pieces, base: [...new Set([...of, ...gone])] }
  })
}

export function countsOf(decisions: readonly Decision[]) {
  return Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, decisions.filter((decision) => decision.outcome === outcome).length]),
  ) as Record<(typeof OUTCOMES)[number], number>
}
