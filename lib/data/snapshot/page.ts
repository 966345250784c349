import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { parseBlocks } from '@/lib/schema/anchor.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import type { Authority } from '../access.ts'
import type { Db } from '../db.ts'
import { recordOf, recordSelect } from '../source/record.ts'

/** One snapshot with its readable text, for the reader. @throws AppError not_found, also for one of another desk */
export async function readSnapshot(db: Db, { workspaceId }: Authority, snapshotId: string): Promise<SnapshotDto> {
  const row = await db.snapshot.findFirst({
    where: { id: snapshotId, workspaceId },
    select: {
      id: true,
      sha256: true,
      bytes: true,
      mediaType: true,
      url: true,
      finalUrl: true,
      fileName: true,
      status: true,
      redirects: true,
      text: true,
      blocks: true,
      language: true,
      cut: true,
      problem: true,
      createdAt: true,
      source: { select: recordSelect() },
    },
  })
  if (!row) throw new AppError('not_found', 'There is no such snapshot on this shelf.')
  const { source, createdAt, redirects, blocks, ...snapshot } = row
  const { title } = recordOf(source)
  return {
    ...snapshot,
    at: createdAt.toISOString(),
    redirects: (redirects as unknown[]).length,
    blocks: parseBlocks(blocks),
    source: { id: source.id, title },
  }
}

/** The bytes of a snapshot, as the store knows them. */
export async function snapshotFile(db: Db, { workspaceId }: Authority, snapshotId: string) {
  const row = await db.snapshot.findFirst({
    where: { id: snapshotId, workspaceId },
    select: { sha256: true, mediaType: true, bytes: true, fileName: true },
  })
  if (!row) throw new AppError('not_found', 'There is no such snapshot on this shelf.')
  if (row.sha256 === ERASED_FILE)
    throw new AppError('not_found', 'This snapshot was redacted: its file is gone for good.')
  return row
}

/** How many snapshots one WARC file holds at most. */
const WARC_MOST = 1_000

/** What a WARC file says of snapshots: those of one source, or all that an article's citations rest on. */
export async function snapshotsForWarc(
  db: Db,
  { workspaceId }: Authority,
  which: { sourceId: string } | { articleId: string },
) {
  const rows = await db.snapshot.findMany({
    where: {
      workspaceId,
      sha256: { not: ERASED_FILE },
      ...('sourceId' in which
        ? {
            OR: [
              { sourceId: which.sourceId },
              { source: { merges: { some: { intoId: which.sourceId, endedSeq: null } } } },
            ],
          }
        : { source: { citations: { some: { articleId: which.articleId, endedSeq: null } } } }),
    },
    orderBy: { createdSeq: 'asc' },
    take: WARC_MOST,
    select: {
      id: true,
      sha256: true,
      mediaType: true,
      url: true,
      finalUrl: true,
      redirects: true,
      status: true,
      headers: true,
      fileName: true,
      createdAt: true,
    },
  })
  return rows.map(({ redirects, headers, ...row }) => ({
    ...row,
    redirects: redirects as { status: number; from: string; to: string }[],
    headers: headers as [string, string][],
  }))
}
