import { type Target, targetOf } from '@/lib/domain/article/target.ts'
import { reconciling } from '@/lib/domain/reconcile/reconcile.ts'
import { cutDraft, type DraftBlock, piecesOf, recordedPieces } from '@/lib/domain/revision/draft.ts'
import { merging } from '@/lib/domain/revision/three-way.ts'
import { mergedWords } from '@/lib/domain/text/merged-words.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'
import { giveWay, inTurns } from '@/lib/platform/process/give-way.ts'
import type { AuthorizedArticle } from '../access.ts'
import { readHeirs, readStanding, type StandingArticle } from '../article/standing.ts'
import type { Db, Tx } from '../db.ts'

/** The working text as it is kept: a state, what was added to it since in the order it came, and what it is based on. */
export type KeptWorking = {
  baseRevision: number
  state: Uint8Array
  updates: { id: bigint; memberId: string | null; update: Uint8Array; at: Date }[]
}

/** Who has typed in which claim's words since the record last said the same; 0: words of no claim yet. */
export type Touch = {
  claim: number
  memberId: string
  at: Date
  /** The revision whose words were typed in, or with which what was typed was put together since. */
  revision: number | null
}

/** The working text of an article, or null where no one has opened it yet. */
export async function readWorking(db: Db, article: AuthorizedArticle): Promise<KeptWorking | null> {
  return db.$transaction((tx) => workingWithin(tx, article), { isolationLevel: 'RepeatableRead' })
}

async function workingWithin(tx: Tx, { articleId, workspaceId }: AuthorizedArticle): Promise<KeptWorking | null> {
  const row = await tx.working.findFirst({
    where: { articleId, workspaceId },
    select: { baseRevision: true, state: true },
  })
  if (!row) return null
  const updates = await tx.workingUpdate.findMany({
    where: { articleId },
    orderBy: { id: 'asc' },
    select: { id: true, memberId: true, update: true, at: true },
  })
  return { ...row, updates }
}

/**
 * The working text of an article; begun with what the article says now where no one has opened it yet. Two servers that
 * begin it at the same moment both get the one that was kept first.
 */
export async function openWorking(
  db: Db,
  article: AuthorizedArticle,
  begin: (standing: StandingArticle) => Uint8Array | Promise<Uint8Array>,
): Promise<KeptWorking> {
  const kept = await readWorking(db, article)
  if (kept) return kept
  const standing = await readStanding(db, article)
  const state = (await begin(standing)) as Uint8Array<ArrayBuffer>
  await db.$executeRaw`
    INSERT INTO "Working" ("articleId", "workspaceId", "baseRevision", "state")
    VALUES (${article.articleId}::uuid, ${article.workspaceId}::uuid, ${standing.revision}, ${state})
    ON CONFLICT DO NOTHING`
  const begun = await readWorking(db, article)
  if (!begun) throw new AppError('fault', 'The working text could not be begun.')
  return begun
}

/** Rows that may become visible later than rows with a greater id, and are looked for again: commits end in any order. */
const OUT_OF_ORDER = 500n

/**
 * What was kept of a working text that `seen` does not know, oldest first: by other servers, and by this one. Rows that
 * were folded in the meantime are not among them.
 * @param seen the ids known already; those too old to matter are taken out, the new ones put in
 */
export async function readFurther(db: Db, { articleId }: AuthorizedArticle, seen: Set<bigint>): Promise<Uint8Array[]> {
  let newest = 0n
  for (const id of seen) if (id > newest) newest = id
  const after = newest - OUT_OF_ORDER
  for (const id of seen) if (id <= after) seen.delete(id)
  const rows = await db.workingUpdate.findMany({
    where: { articleId, id: { gt: after, notIn: [...seen] } },
    orderBy: { id: 'asc' },
    take: FOLDED_AT_ONCE,
    select: { id: true, update: true },
  })
  for (const { id } of rows) seen.add(id)
  return rows.map(({ update }) => update)
}

/** Rows folded at once; what is beyond them is folded the next time. */
const FOLDED_AT_ONCE = 5_000

/**
 * Folds updates into the state, all but the newest `keep`: `merge` makes one state of what it is given. Rows that came
 * in meanwhile stay. The lock is the article's working row, so two servers never fold at once.
 * @param before only what was kept before this moment
 */
export async function foldWorking(
  db: Db,
  article: AuthorizedArticle,
  { before, keep }: { before: Date; keep: number },
  merge: (state: Uint8Array, updates: Uint8Array[]) => Uint8Array | Promise<Uint8Array>,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ state: Uint8Array }[]>`
      SELECT "state" FROM "Working" WHERE "articleId" = ${article.articleId}::uuid FOR NO KEY UPDATE`
      if (!row) return 0
      const [newest] = await tx.workingUpdate.findMany({
        where: { articleId: article.articleId },
        orderBy: { id: 'desc' },
        skip: keep,
        take: 1,
        select: { id: true },
      })
      if (!newest) return 0
      const old = await tx.workingUpdate.findMany({
        where: { articleId: article.articleId, id: { lte: newest.id }, at: { lt: before } },
        orderBy: { id: 'asc' },
        take: FOLDED_AT_ONCE,
        select: { id: true, update: true },
      })
      if (old.length === 0) return 0
      const state = await merge(
        row.state,
        old.map(({ update }) => update),
      )
      await tx.working.update({
        where: { articleId: article.articleId },
        data: { state: state as Uint8Array<ArrayBuffer> },
        select: { articleId: true },
      })
      await tx.workingUpdate.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
      return old.length
    },
    // A long text is put together with pauses.
    { timeout: 60_000 },
  )
}

export async function readTouches(db: Db, { articleId }: AuthorizedArticle): Promise<Touch[]> {
  return db.workingTouch.findMany({
    where: { articleId },
    orderBy: { at: 'asc' },
    select: { claim: true, memberId: true, at: true, revision: true },
    take: 20_000,
  })
}

/** What the record came to say of a claim after someone began to type in it. */
export type RecordedMeanwhile = { claim: number; revision: number; authorId: string | null; text: string }

/** Of claims that were typed in: those whose words were recorded again since, and could not be put together with what was typed. */
export async function readRecordedMeanwhile(
  db: Db,
  { articleId }: AuthorizedArticle,
  touches: readonly Touch[],
): Promise<RecordedMeanwhile[]> {
  const since = new Map<number, number>()
  for (const { claim, revision } of touches)
    if (claim > 0 && revision !== null) since.set(claim, Math.min(since.get(claim) ?? revision, revision))
  if (since.size === 0) return []
  return db.$queryRaw<RecordedMeanwhile[]>`
    SELECT c."number" AS "claim", r."number" AS "revision", w."authorId", w."text"
    FROM unnest(${[...since.keys()]}::int[], ${[...since.values()]}::int[]) AS t("claim", "since")
    JOIN "Claim" c ON c."articleId" = ${articleId}::uuid AND c."number" = t."claim"
    JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."acceptedSeq" IS NOT NULL AND w."endedSeq" IS NULL
    JOIN "Revision" r ON r."articleId" = w."articleId" AND r."id" = w."revisionId" AND r."number" > t."since"
    ORDER BY c."number"`
}

/** The newest revision of an article. */
export async function headRevision(db: Db, { articleId, workspaceId }: AuthorizedArticle): Promise<number> {
  const row = await db.article.findFirst({ where: { id: articleId, workspaceId }, select: { headNumber: true } })
  if (!row) throw nothingHere()
  return row.headNumber
}

export type Rebased = { head: number; target: Target; same: number[]; open: number[] }

/**
 * What the working text says once the article went on: what only the record changed is taken from it, and where both
 * changed a claim, both changes are in it. Where they meet in the same words, the working text keeps its own, and whoever
 * records that is shown what the record says. Null where the text is at the newest revision already.
 * `same`: claims whose words are the record's again; `open`: those in which both changes meet.
 */
export async function rebaseWorking(
  db: Db,
  article: AuthorizedArticle,
  given: { baseRevision: number; blocks: readonly DraftBlock[]; segment: (text: string) => string[] },
): Promise<Rebased | null> {
  return db.$transaction(
    async (tx) => {
      const now = await readStanding(tx, article)
      if (now.revision <= given.baseRevision) return null
      const base = await readStanding(tx, article, given.baseRevision)
      const pieces = recordedPieces(base)
      await giveWay()
      const theirs = cutDraft(given.blocks, base.layout.blocks, (number) => base.texts.get(number), given.segment)
      const heldBy = await readHeirs(tx, article, base.seq, now)
      const decisions = await inTurns(reconciling(pieces, piecesOf(theirs)))
      const merge = {
        base: pieces,
        theirs,
        decisions,
        ours: now,
        heldBy,
        together: mergedWords,
      }
      const { conflicts } = await inTurns(merging({ ...merge, choices: new Map() }))
      const choices = new Map(conflicts.map(({ key }) => [key, 'theirs' as const]))
      await giveWay()
      const { target } = await inTurns(merging({ ...merge, choices }))
      await giveWay()
      const open = conflicts.flatMap(({ claims }) => claims)
      return { head: now.revision, target, same: unchangedIn(target, now), open }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
}

function unchangedIn(target: Target, now: StandingArticle): number[] {
  const said = new Map(targetOf(now).blocks.flatMap(({ claims }) => claims.map(({ from, text }) => [from[0], text])))
  return target.blocks.flatMap(({ claims }) =>
    claims.flatMap(({ from, text }) => {
      const [number] = from
      return number !== undefined && from.length === 1 && said.get(number)?.trim() === text.trim() ? [number] : []
    }),
  )
}

/**
 * Keeps a rebase, if the text still stands on the revision it was worked out from: of several servers that try, one
 * does it. Who typed in words that are the record's again is forgotten.
 */
export async function keepRebase(
  db: Db,
  article: AuthorizedArticle,
  from: number,
  { head, same, open }: Rebased,
  update: Uint8Array,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const moved = await tx.working.updateMany({
      where: { articleId: article.articleId, baseRevision: from },
      data: { baseRevision: head },
    })
    if (moved.count === 0) return false
    await tx.workingUpdate.create({
      data: {
        articleId: article.articleId,
        memberId: null,
        update: update as Uint8Array<ArrayBuffer>,
        at: new Date(),
      },
      select: { id: true },
    })
    const { articleId } = article
    await tx.workingTouch.deleteMany({ where: { articleId, claim: { in: same } } })
    await tx.workingTouch.updateMany({ where: { articleId, claim: { notIn: open } }, data: { revision: head } })
    return true
  })
}

/** Makes a working text again without some words; by its update, whoever has it open comes to say the same. */
export type CleanWorking = (
  state: Uint8Array,
  updates: readonly Uint8Array[],
) => { state: Uint8Array; update: Uint8Array | null }

/** Replaces the working text of an article and the log of its updates, as part of a redaction. */
export async function cleanWorking(tx: Tx, articleId: string, clean: CleanWorking): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: Uint8Array }[]>`
    SELECT "state" FROM "Working" WHERE "articleId" = ${articleId}::uuid FOR NO KEY UPDATE`
  if (!row) return
  const old = await tx.workingUpdate.findMany({
    where: { articleId },
    orderBy: { id: 'asc' },
    select: { id: true, update: true },
  })
  const { state, update } = clean(
    row.state,
    old.map((one) => one.update),
  )
  await tx.working.update({
    where: { articleId },
    data: { state: state as Uint8Array<ArrayBuffer> },
    select: { articleId: true },
  })
  await tx.workingUpdate.deleteMany({ where: { articleId, id: { in: old.map(({ id }) => id) } } })
  if (update === null) return
  const data = { articleId, memberId: null, update: update as Uint8Array<ArrayBuffer>, at: new Date() }
  await tx.workingUpdate.create({ data, select: { id: true } })
}
