import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { CaptureDto } from '@/lib/view/shelf.ts'
import type { Authority } from '../access.ts'
import type { Db, Tx } from '../db.ts'
import { addJob } from '../job.ts'
import { recordOf, recordSelect } from '../source/record.ts'
import { requireSource } from '../source/source.ts'
import { holdFile, type KeepFile } from './kept-file.ts'

/** `here`: whoever asks does it at once; the queue only comes back to it should they be cut off. */
type Asked = { at?: Date; here?: boolean }

/** A file that someone gave; its bytes lie in the store already. */
export type GivenFile = { sha256: string; fileName: string | null; mediaType: string | null }

/** How many snapshots a desk may have under way at once. */
const MOST_OPEN = 200

/**
 * Asks for a snapshot of a source's address, to be fetched by a job. One that is under way is given back instead of a
 * second; the row and the job are there together or not at all.
 */
export async function askCapture(
  db: Db,
  authority: Authority,
  given: { sourceId: string } & Asked,
): Promise<{ captureId: string }> {
  const { workspaceId } = authority
  return db.$transaction(async (tx) => {
    await requireSource(tx, workspaceId, given.sourceId)
    const source = await tx.source.findFirst({ where: { id: given.sourceId }, select: recordSelect() })
    const { URL: url, DOI: doi, ISBN: isbn } = source ? recordOf(source).csl : {}
    const address = url ?? (doi && `https://doi.org/${doi}`) ?? (isbn && `isbn:${isbn}`)
    if (!address)
      throw new AppError('invalid', 'This source has no web address to fetch. Give it one, or drop a file of it here.')
    await endAbandoned(tx, workspaceId, given.at ?? new Date())
    // Of several who ask at once one goes first, and the others find what it asked for.
    await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${given.sourceId}::uuid FOR NO KEY UPDATE`
    const open = await tx.capture.findFirst({
      where: { workspaceId, sourceId: given.sourceId, endedAt: null, url: { not: null } },
      select: { id: true },
    })
    if (open) return { captureId: open.id }
    return { captureId: await addCapture(tx, authority, { ...given, url: address }) }
  })
}

/** Hands a given file to be read as a snapshot of a source. @param given `keep` puts its bytes into the store again, should they be gone */
export async function giveFile(
  db: Db,
  authority: Authority,
  given: { sourceId: string; file: GivenFile; keep?: KeepFile } & Asked,
): Promise<{ captureId: string }> {
  return db.$transaction(async (tx) => {
    await requireSource(tx, authority.workspaceId, given.sourceId)
    await endAbandoned(tx, authority.workspaceId, given.at ?? new Date())
    const { sha256, fileName } = given.file
    await holdFile(tx, sha256, given.keep)
    return { captureId: await addCapture(tx, authority, { ...given, sha256, fileName }) }
  })
}

/** Before this nothing is given up. */
const ABANDONED = 30 * 60_000

/**
 * Ends what no one comes back to: it was asked for long ago, and no job of the queue is waiting to do it or doing it. What
 * only waits its turn, however long, is let be.
 */
export async function endAbandoned(tx: Tx, workspaceId: string | null, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Capture" c SET "state" = 'failed', "words" = 'It was cut off before it ended. Ask again.', "endedAt" = ${now}
    WHERE c."endedAt" IS NULL AND c."createdAt" < ${new Date(now.getTime() - ABANDONED)}
      AND (${workspaceId}::uuid IS NULL OR c."workspaceId" = ${workspaceId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j
        WHERE j."key" = 'capture ' || c."id" AND (j."attempts" < j."max_attempts" OR j."locked_at" IS NOT NULL))`
}

async function addCapture(
  tx: Tx,
  { workspaceId, memberId }: Authority,
  given: { sourceId: string; url?: string; sha256?: string; fileName?: string | null } & Asked,
): Promise<string> {
  const { sourceId, url = null, sha256 = null, fileName = null } = given
  if ((await tx.capture.count({ where: { workspaceId, endedAt: null } })) >= MOST_OPEN)
    throw new AppError('conflict', `${MOST_OPEN} snapshots are under way already. Ask again when some have arrived.`)
  const id = newId()
  const createdAt = given.at ?? new Date()
  const data = { id, workspaceId, memberId, sourceId, url, sha256, fileName, state: 'waiting' as const, createdAt }
  await tx.capture.create({ data, select: { id: true } })
  await addJob(tx, 'capture', { captureId: id }, { after: given.here ? LATER : '0 s', key: `capture ${id}` })
  return id
}

/** By then whoever does it at once has ended, or was ended. */
const LATER = '10 minutes'

/** Where a snapshot that was asked for stands. @throws AppError not_found, also for one of another desk */
export async function readCapture(db: Db, { workspaceId }: Authority, captureId: string): Promise<CaptureDto> {
  const row = await db.capture.findFirst({ where: { id: captureId, workspaceId }, select: CAPTURE })
  if (!row) throw new AppError('not_found', 'No such snapshot was asked for.')
  return row
}

const CAPTURE = {
  id: true,
  sourceId: true,
  url: true,
  fileName: true,
  state: true,
  received: true,
  expected: true,
  words: true,
} as const

/** The newest captures of a source, at most five; those under way come first. */
export async function capturesOf(db: Db, workspaceId: string, sourceId: string): Promise<CaptureDto[]> {
  return db.capture.findMany({
    where: { workspaceId, sourceId },
    orderBy: [{ endedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 5,
    select: CAPTURE,
  })
}

/**
 * A capture as the job that does it needs it; null where it is done. `state` is where it was left: one that was being
 * read when its server ended may have ended it, and is not read again.
 */
export async function openCapture(db: Db, captureId: string) {
  return db.capture.findFirst({ where: { id: captureId, endedAt: null }, select: OPEN })
}

const OPEN = {
  id: true,
  workspaceId: true,
  memberId: true,
  sourceId: true,
  url: true,
  fileName: true,
  sha256: true,
  state: true,
} as const

/** Captures that a server leaves on purpose, when it is stopped: they begin again. */
export async function leaveCaptures(db: Db, captureIds: readonly string[]): Promise<void> {
  const where = { id: { in: [...captureIds] }, endedAt: null }
  await db.capture.updateMany({ where, data: { state: 'waiting' } })
}

/** Says how far a capture has come. */
export async function moveCapture(
  db: Db,
  captureId: string,
  patch: { state: 'fetching' | 'reading' | 'keeping'; received?: number; expected?: number | null },
): Promise<void> {
  await db.capture.updateMany({ where: { id: captureId, endedAt: null }, data: patch })
}

export async function endCapture(
  db: Db,
  captureId: string,
  end: { state: 'done' | 'failed'; words: string; at: Date },
): Promise<void> {
  const { at: endedAt, ...data } = end
  await db.capture.updateMany({ where: { id: captureId, endedAt: null }, data: { ...data, endedAt } })
}

/** Sources with a web address that citations of them, or of what was merged into them, rest on, and that were last asked before a moment; those longest ago first. */
export async function sourcesToVisit(
  db: Db,
  before: Date,
  { workspaceId = null, most }: { workspaceId?: string | null; most: number },
): Promise<{ sourceId: string; workspaceId: string }[]> {
  return db.$queryRaw`
    SELECT s."id" AS "sourceId", s."workspaceId" FROM "Source" s
    LEFT JOIN "SourceRecord" r ON r."sourceId" = s."id" AND r."endedSeq" IS NULL
    LEFT JOIN LATERAL (SELECT max(v."createdAt") AS "at" FROM "Visit" v WHERE v."workspaceId" = s."workspaceId" AND v."sourceId" = s."id") v ON true
    WHERE s."endedSeq" IS NULL AND coalesce(r."csl", s."csl") ? 'URL'
      AND (${workspaceId}::uuid IS NULL OR s."workspaceId" = ${workspaceId}::uuid)
      AND (v."at" IS NULL OR v."at" < ${before})
      AND NOT EXISTS (SELECT 1 FROM "SourceMerge" m WHERE m."sourceId" = s."id" AND m."endedSeq" IS NULL)
      AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."workspaceId" = s."workspaceId" AND c."endedSeq" IS NULL AND (c."sourceId" = s."id" OR c."sourceId" IN (
        SELECT u."sourceId" FROM "SourceMerge" u WHERE u."workspaceId" = s."workspaceId" AND u."intoId" = s."id" AND u."endedSeq" IS NULL)))
    ORDER BY v."at" NULLS FIRST, s."id" LIMIT ${most}`
}
