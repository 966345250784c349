import { saidOf } from '@/lib/domain/article/framing.ts'
import { type Layout, sectionsOf } from '@/lib/domain/article/layout.ts'
import type { Base } from '@/lib/domain/claim/wording.ts'
import type { StructureChange } from '@/lib/domain/revision/structure.ts'
import { sameSubstance } from '@/lib/domain/text/substance.ts'
import { mapFew } from '@/lib/platform/map-few.ts'
import type { AtStake } from '@/lib/view/review.ts'
import { readLayout } from '../article/layout.ts'
import type { Tx } from '../db.ts'

// What proposals stand on: the claims they name as they are now, and where in their article those stand.

/** A claim by its number in an article. */
type Named = { articleId: string; number: number }

export type HeadNow = Base & { atStake: AtStake }
export type HeadsNow = (articleId: string, number: number) => HeadNow | undefined

/** What claims say now and the checks made for it. One query, whatever their number; claims that are gone have none. */
export async function headsOf(db: Tx, workspaceId: string, named: readonly Named[]): Promise<HeadsNow> {
  const asked = new Map(named.map((one) => [keyOf(one.articleId, one.number), one]))
  const rows = await db.$queryRaw<
    (Named & AtStake & { id: string; text: string; label: string | null; quoted: boolean | null })[]
  >`
    SELECT c."articleId", c."number", w."id", w."text", w."label", w."quoted",
      (SELECT count(*)::int FROM "Citation" x WHERE x."articleId" = c."articleId" AND x."claimId" = c."id" AND x."endedSeq" IS NULL AND x."substance" = w."substance") AS "citations",
      (SELECT count(*)::int FROM "Assessment" x WHERE x."articleId" = c."articleId" AND x."claimId" = c."id" AND x."endedSeq" IS NULL AND x."substance" = w."substance") AS "assessments"
    FROM unnest(${[...asked.values()].map((one) => one.articleId)}::uuid[], ${[...asked.values()].map((one) => one.number)}::int[]) AS n("articleId", "number")
    JOIN "Claim" c ON c."articleId" = n."articleId" AND c."number" = n."number"
    JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."state" = 'accepted'
    WHERE c."workspaceId" = ${workspaceId}::uuid`
  const known = new Map(
    rows.map(({ articleId, number, id, citations, assessments, ...row }) => [
      keyOf(articleId, number),
      { id, ...saidOf(row), atStake: { citations, assessments } },
    ]),
  )
  return (articleId, number) => known.get(keyOf(articleId, number))
}

/** An article as far as a reviewer has to know it: its layout, its sections, and the words of some of its claims. */
export type Ground = {
  layout: Layout
  sections: { id: string; title: string }[]
  sectionOf: (claim: number) => { id: string; title: string } | null
  /** The claim in front of another, in reading order; null for the first. */
  before: (claim: number) => number | null
}

/** The present layouts of articles, with the titles of their sections. */
export async function groundOf(
  db: Tx,
  workspaceId: string,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Ground>> {
  const ids = [...new Set(articleIds)]
  if (ids.length === 0) return new Map()
  const heads = await db.$queryRaw<{ articleId: string; layoutId: string }[]>`
    SELECT a."id" AS "articleId", r."layoutId"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."headNumber"
    WHERE a."workspaceId" = ${workspaceId}::uuid AND a."id" = ANY(${ids}::uuid[])`
  const layouts = await mapFew(heads, 4, async ({ articleId, layoutId }) => ({
    articleId,
    layout: await readLayout(db, layoutId),
  }))
  const titles = await headingsOf(db, layouts)
  return new Map(
    layouts.map(({ articleId, layout }) => [articleId, ground(layout, (n) => titles.get(keyOf(articleId, n)))]),
  )
}

async function headingsOf(
  db: Tx,
  layouts: readonly { articleId: string; layout: Layout }[],
): Promise<ReadonlyMap<string, string>> {
  const headings = layouts.flatMap(({ articleId, layout }) =>
    layout.blocks.flatMap(({ kind, claims }) =>
      kind === 'heading' ? claims.map((number) => ({ articleId, number })) : [],
    ),
  )
  if (headings.length === 0) return new Map()
  const rows = await db.$queryRaw<(Named & { text: string })[]>`
    SELECT c."articleId", c."number", w."text"
    FROM unnest(${headings.map((one) => one.articleId)}::uuid[], ${headings.map((one) => one.number)}::int[]) AS n("articleId", "number")
    JOIN "Claim" c ON c."articleId" = n."articleId" AND c."number" = n."number"
    JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."state" = 'accepted'`
  return new Map(rows.map(({ articleId, number, text }) => [keyOf(articleId, number), text]))
}

function ground(layout: Layout, wordingOf: (claim: number) => string | undefined): Ground {
  const sections = sectionsOf(layout, wordingOf)
  const places = new Map(
    sections.flatMap(({ id, title, claims }) => claims.map((number) => [number, { id, title }] as const)),
  )
  const order = layout.blocks.flatMap(({ claims }) => claims)
  const placeIn = new Map(order.map((number, at) => [number, at]))
  return {
    layout,
    sections: sections.map(({ id, title }) => ({ id, title })),
    sectionOf: (claim) => places.get(claim) ?? null,
    before: (claim) => order[(placeIn.get(claim) ?? 0) - 1] ?? null,
  }
}

/** The claims a change is about, and the one it goes behind. */
export function claimsIn(change: StructureChange): number[] {
  const about = change.kind === 'merged' ? change.claims : 'claim' in change ? [change.claim] : []
  return 'after' in change && change.after !== null ? [...about, change.after] : about
}

/** Checks that go stale with a new wording: none where only its setting changes. */
export function stakeOf(head: HeadNow | undefined, text: string): AtStake {
  return head === undefined || sameSubstance(head.text, text) ? { citations: 0, assessments: 0 } : head.atStake
}

function keyOf(articleId: string, number: number): string {
  return `${articleId} ${number}`
}
