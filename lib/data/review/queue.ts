import { labelled, saidOf, shownLabel } from '@/lib/domain/article/framing.ts'
import { isCurrent } from '@/lib/domain/claim/wording.ts'
import { mayAccept } from '@/lib/domain/revision/proposal-right.ts'
import { applyStructure, type StructureChange } from '@/lib/domain/revision/structure.ts'
import { numbersChanged } from '@/lib/domain/text/number-change.ts'
import { MOST_AT_ONCE } from '@/lib/schema/review.ts'
import { type QueueFilter, writeCursor } from '@/lib/schema/review-filter.ts'
import { parseStructureChange } from '@/lib/schema/structure.ts'
import type { Queue, QueueEntry } from '@/lib/view/review.ts'
import type { Authority } from '../access.ts'
import { UNARCHIVED } from '../article/archiving.ts'
import type { Db } from '../db.ts'
import { reviewersMustDiffer } from '../policy.ts'
import { claimsIn, type Ground, groundOf, type HeadsNow, headsOf, stakeOf } from './ground.ts'

/** A page is as long, but for a recording, which is shown whole up to `MOST_AT_ONCE`. */
const QUEUE_PAGE = 50
/** What a filter asks of the words themselves is asked of at most so many proposals a page. */
const MOST_LOOKED_AT = 1_000

export type QueueAsk = QueueFilter & {
  /** One article's queue; null for the desk's. */
  articleId: string | null
}

type Row = {
  id: string
  kind: QueueEntry['kind']
  group: string
  articleId: string
  slug: string
  title: string
  claim: number
  text: string | null
  baseId: string | null
  baseText: string | null
  baseLabel: string | null
  baseQuoted: boolean | null
  content: unknown
  reason: string
  authorId: string | null
  at: Date
}
type Waiting = Row & { change: StructureChange | null }

/**
 * Proposals that wait for review, of one article or of the whole desk: those recorded together stand together, the
 * newest first. A handful of queries, whatever the number of proposals and of articles.
 */
export async function readQueue(db: Db, authority: Authority & { memberId: string }, ask: QueueAsk): Promise<Queue> {
  const { workspaceId } = authority
  const looks = ask.stake || ask.numbers || ask.section !== null
  const most = looks ? MOST_LOOKED_AT : MOST_AT_ONCE + 1
  const [found, { articles, ...facets }] = await Promise.all([
    waitingRows(db, authority, ask, most + 1),
    facetsOf(db, workspaceId, ask.articleId),
  ])
  const only = ask.articleId ?? articles.find(({ slug }) => slug === ask.article)?.id
  const rows = found
    .slice(0, most)
    .map((row): Waiting => ({ ...row, change: row.kind === 'wording' ? null : parseStructureChange(row.content) }))
  const heads = await headsOf(
    db,
    workspaceId,
    rows.flatMap(({ articleId, claim, change }) =>
      (change ? claimsIn(change) : [claim]).map((number) => ({ articleId, number })),
    ),
  )
  const here = only === undefined ? undefined : await groundOf(db, workspaceId, [only])
  const passing = rows.filter((row) => {
    if (ask.stake && !Object.values(atStakeOf(row, heads)).some((n) => n > 0)) return false
    if (ask.numbers && !changesNumbers(row)) return false
    return ask.section === null || here?.get(row.articleId)?.sectionOf(row.claim)?.id === ask.section
  })
  const page = pageOf(passing)
  const articleIds = [...new Set(page.map(({ articleId }) => articleId))]
  const [ground, mustDiffer] = await Promise.all([
    here ?? groundOf(db, workspaceId, articleIds),
    reviewersMustDiffer(db, workspaceId, articleIds),
  ])
  const neighbours = await headsOf(
    db,
    workspaceId,
    page.flatMap((row) => neighbourOf(row, ground)),
  )
  const entries = page.map((row): QueueEntry => {
    const accepts = mayAccept(authority, row.authorId, mustDiffer(row.articleId))
    return entryOf(row, { heads, neighbours, ground: ground.get(row.articleId), mayAccept: accepts })
  })
  const last = passing.length > page.length ? page.at(-1) : found.length > most ? rows.at(-1) : undefined
  return {
    ...facets,
    articles: articles.map(({ id: _, ...article }) => article),
    groups: [...Map.groupBy(entries, (entry) => entry.group)].map(([id, all]) => ({ id, entries: all })),
    next: last ? writeCursor(last) : null,
    lookedAt: looks && found.length > most && passing.length === page.length ? most : null,
    sections: [...(here?.values() ?? [])].flatMap(({ sections }) => sections),
  }
}

/** The first rows; a group that is begun is ended, as far as it can be decided on at once. */
function pageOf(rows: readonly Waiting[]): Waiting[] {
  let end = Math.min(QUEUE_PAGE, rows.length)
  const group = rows[end - 1]?.group
  while (end < rows.length && end < MOST_AT_ONCE && rows[end]?.group === group) end++
  return rows.slice(0, end)
}

/**
 * One look at the queue. Of the filter for checks at stake the database leaves out what no check stands on; whether a
 * new wording would make one stale is a matter of its words.
 */
async function waitingRows(db: Db, authority: Authority & { memberId: string }, ask: QueueAsk, take: number) {
  const { articleId, article, author, kind, stake, mine, after } = ask
  return db.$queryRaw<Row[]>`
    SELECT q."id", q."kind", q."group", q."articleId", q."claim", q."text", q."baseId", q."baseText", q."baseLabel", q."baseQuoted", q."content", q."reason",
      q."authorId", q."at", a."slug", a."title"
    FROM (
      SELECT p."id", 'wording' AS "kind", coalesce(p."draftId", p."id") AS "group", p."articleId", c."number" AS "claim",
        p."text", p."baseId", b."text" AS "baseText", b."label" AS "baseLabel", b."quoted" AS "baseQuoted", NULL::jsonb AS "content", p."reason", p."authorId", p."createdAt" AS "at", p."claimId"
      FROM "ClaimRevision" p
      JOIN "Claim" c ON c."id" = p."claimId"
      JOIN "ClaimRevision" b ON b."id" = p."baseId"
      WHERE p."workspaceId" = ${authority.workspaceId}::uuid AND p."state" = 'proposed'
        AND (${articleId}::uuid IS NULL OR p."articleId" = ${articleId}::uuid)
      UNION ALL
      SELECT s."id", s."kind"::text, s."draftId", s."articleId",
        coalesce((s."content"->>'claim')::int, (s."content"->'claims'->>0)::int, (s."content"->>'after')::int, 0),
        NULL, NULL, NULL, NULL, NULL, s."content", s."reason", s."authorId", s."createdAt", NULL
      FROM "StructureProposal" s
      WHERE s."workspaceId" = ${authority.workspaceId}::uuid AND s."state" = 'proposed'
        AND (${articleId}::uuid IS NULL OR s."articleId" = ${articleId}::uuid)
    ) q
    JOIN "Article" a ON a."id" = q."articleId"
    WHERE (${article}::text IS NULL OR a."slug" = ${article})
      AND (${articleId}::uuid IS NOT NULL OR ${UNARCHIVED})
      AND (${author}::uuid IS NULL OR q."authorId" = ${author}::uuid)
      AND (NOT ${mine}::boolean OR q."authorId" = ${authority.memberId}::uuid)
      AND (${kind}::text IS NULL OR q."kind" = ${kind})
      AND (NOT ${stake}::boolean OR q."kind" IN ('split', 'merged', 'retired') OR (q."kind" = 'wording' AND (
        EXISTS (SELECT 1 FROM "Citation" x WHERE x."articleId" = q."articleId" AND x."claimId" = q."claimId" AND x."endedSeq" IS NULL)
        OR EXISTS (SELECT 1 FROM "Assessment" x WHERE x."articleId" = q."articleId" AND x."claimId" = q."claimId" AND x."endedSeq" IS NULL))))
      AND (${after?.group ?? null}::uuid IS NULL OR q."group" < ${after?.group ?? null}::uuid
        OR (q."group" = ${after?.group ?? null}::uuid AND (q."claim", q."id") > (${after?.claim ?? 0}::int, ${after?.id ?? null}::uuid)))
    ORDER BY q."group" DESC, q."claim", q."id" LIMIT ${take}`
}

/** How many wait, and where and whose they are; at most 2,000 pairs of article and author. */
async function facetsOf(db: Db, workspaceId: string, articleId: string | null) {
  const rows = await db.$queryRaw<
    { id: string; slug: string; title: string; authorId: string | null; waiting: number }[]
  >`
    SELECT a."id", a."slug", a."title", q."authorId", sum(q."waiting")::int AS "waiting" FROM (
      SELECT "articleId", "authorId", count(*) AS "waiting" FROM "ClaimRevision"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "state" = 'proposed' GROUP BY 1, 2
      UNION ALL
      SELECT "articleId", "authorId", count(*) FROM "StructureProposal"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "state" = 'proposed' GROUP BY 1, 2
    ) q JOIN "Article" a ON a."id" = q."articleId"
    WHERE (q."articleId" = ${articleId}::uuid OR (${articleId}::uuid IS NULL AND ${UNARCHIVED}))
    GROUP BY a."id", q."authorId" ORDER BY a."title", a."id", q."authorId" LIMIT 2000`
  const articles = new Map<string, { id: string; slug: string; title: string; waiting: number }>()
  const authors = new Map<string, number>()
  for (const { id, slug, title, authorId, waiting } of rows) {
    articles.set(id, { id, slug, title, waiting: waiting + (articles.get(id)?.waiting ?? 0) })
    if (authorId !== null) authors.set(authorId, waiting + (authors.get(authorId) ?? 0))
  }
  return {
    total: rows.reduce((sum, { waiting }) => sum + waiting, 0),
    articles: [...articles.values()],
    authors: [...authors].map(([id, waiting]) => ({ id, waiting })),
  }
}

function atStakeOf({ articleId, claim, text, change }: Waiting, heads: HeadsNow) {
  if (change === null) return stakeOf(heads(articleId, claim), text ?? '')
  const about = change.kind === 'merged' ? change.claims : 'claim' in change ? [change.claim] : []
  const stakes = change.kind === 'moved' ? [] : about.flatMap((number) => heads(articleId, number)?.atStake ?? [])
  return {
    citations: stakes.reduce((sum, { citations }) => sum + citations, 0),
    assessments: stakes.reduce((sum, { assessments }) => sum + assessments, 0),
  }
}

function changesNumbers({ text, baseText, change }: Waiting): boolean {
  if (change === null) return numbersChanged(baseText ?? '', text ?? '')
  switch (change.kind) {
    case 'moved':
      return false
    case 'split':
      return numbersChanged(change.says, change.texts.join(''))
    case 'merged':
      return numbersChanged(change.says.join(' '), change.text)
    case 'retired':
      return numbersChanged(change.says, '')
    case 'new':
      return numbersChanged('', change.blocks.flatMap(({ texts }) => texts).join(' '))
  }
}

/** The claim that one which would move stands behind now. */
function neighbourOf({ articleId, change }: Waiting, ground: ReadonlyMap<string, Ground>) {
  const number = change?.kind === 'moved' ? ground.get(articleId)?.before(change.claim) : null
  return number ? [{ articleId, number }] : []
}

type Around = { heads: HeadsNow; neighbours: HeadsNow; ground: Ground | undefined; mayAccept: boolean }

function entryOf(row: Waiting, { heads, neighbours, ground, mayAccept }: Around): QueueEntry {
  const { id, group, articleId, slug, title, claim, reason, authorId, at, change } = row
  const entry = {
    id,
    group,
    article: { id: articleId, slug, title },
    section: ground?.sectionOf(claim) ?? null,
    reason,
    authorId,
    at,
    atStake: atStakeOf(row, heads),
    numbersChanged: changesNumbers(row),
    mayAccept,
  }
  if (change === null) {
    const head = heads(articleId, claim)
    const said = { text: row.text ?? '', baseText: row.baseText ?? '', headText: head?.text ?? '' }
    const base = {
      id: row.baseId ?? '',
      ...saidOf({ text: said.baseText, label: row.baseLabel, quoted: row.baseQuoted }),
    }
    const conflict = head === undefined || !isCurrent(base, head)
    const label = shownLabel(head ?? base)
    return { ...entry, ...said, kind: 'wording', claim, label, headId: head?.id ?? '', conflict }
  }
  const beside = (number: number | null | undefined, of: HeadsNow) => {
    const text = number ? of(articleId, number)?.text : undefined
    const framing = number ? of(articleId, number) : undefined
    return number && text !== undefined ? { claim: number, text: labelled(framing, text) } : null
  }
  return {
    ...entry,
    kind: change.kind,
    claim: claim || null,
    change,
    misfit: ground ? misfitOf(change, ground, (number) => heads(articleId, number)?.text) : null,
    behind: 'after' in change ? beside(change.after, heads) : null,
    from: change.kind === 'moved' ? beside(ground?.before(change.claim), neighbours) : null,
  }
}

/** Why a change does not fit the article by now. Where claims stand is in the layout; only those it names are read. */
function misfitOf(change: StructureChange, { layout }: Ground, says: (number: number) => string | undefined) {
  const texts = new Map<number, string>(
    layout.blocks.flatMap(({ claims }) => claims.map((number) => [number, ''] as const)),
  )
  for (const number of claimsIn(change)) {
    const text = says(number)
    if (text === undefined) texts.delete(number)
    else texts.set(number, text)
  }
  const fit = applyStructure({ layout, texts }, change)
  return 'misfit' in fit ? fit.misfit : null
}
