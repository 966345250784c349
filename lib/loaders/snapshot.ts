import { Readable } from 'node:stream'
import { authorizeArticle, authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { readSnapshot, snapshotFile, snapshotsForWarc } from '@/lib/data/snapshot/page.ts'
import { isShownPicture } from '@/lib/domain/quote/snapshot.ts'
import { isUuid } from '@/lib/domain/text/uuid.ts'
import { pictureApart } from '@/lib/exchange/reading/reading.ts'
import { writeWarc } from '@/lib/exchange/warc.ts'
import { captureTools } from '@/lib/jobs/tools.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import { chosenDesk, deskOf, peopleOf } from './viewer.ts'

const NO_SNAPSHOT = 'There is no such snapshot on this shelf.'

/** A snapshot of the desk this person works at, for the reader. */
export async function loadSnapshot(session: SessionClaim | null, snapshotId: string): Promise<SnapshotDto> {
  return readSnapshot(db(), await reader(session, snapshotId), snapshotId)
}

export async function loadSnapshotPage(
  session: SessionClaim | null,
  snapshotId: string,
): Promise<{ viewer: Viewer; snapshot: SnapshotDto }> {
  const desk = await deskOf(session)
  const [{ viewer }, snapshot] = await Promise.all([peopleOf(desk), loadSnapshot(session, snapshotId)])
  return { viewer, snapshot }
}

/**
 * The bytes of a snapshot, and how a browser is told to take them: of a picture a copy without what its file says about
 * itself, or, where it asks for what was `kept`, that to save.
 */
export async function loadSnapshotFile(session: SessionClaim | null, snapshotId: string, as: 'shown' | 'kept') {
  const { sha256, mediaType } = await snapshotFile(db(), await reader(session, snapshotId), snapshotId)
  const bytes = await captureTools(process.env).store.get(sha256)
  if (as === 'shown' && mediaType.startsWith('image/')) {
    const shown = isShownPicture(mediaType) ? await pictureApart(bytes, mediaType) : null
    if (!shown) throw new AppError('invalid', NOT_SHOWN)
    return { bytes: shown, mediaType, disposition: 'inline' }
  }
  const disposition = `attachment; filename="${sha256.slice(0, 16)}${suffixOf(mediaType)}"`
  // What is not shown has no type a browser could act on.
  return { bytes, mediaType: 'application/octet-stream', disposition }
}

const NOT_SHOWN =
  'This picture can’t be shown without what its file says about itself. Its bytes are kept: save them to see it.'

const SUFFIX: Record<string, string> = {
  'text/html': '.html',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'image/png': '.png',
  'image/apng': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/bmp': '.bmp',
}
const suffixOf = (mediaType: string) => SUFFIX[mediaType] ?? '.bin'

/** A WARC file of what is kept of a source, or of everything an article's citations rest on. */
export async function loadWarc(
  session: SessionClaim | null,
  of: { sourceId: string } | { slug: string },
): Promise<{ name: string; stream: ReadableStream<Uint8Array> }> {
  const { store } = captureTools(process.env)
  if ('slug' in of) {
    const article = await authorizeArticle(
      db(),
      session,
      { slug: of.slug, workspaceId: await chosenDesk() },
      'report.export',
    )
    const rows = await snapshotsForWarc(db(), article, { articleId: article.articleId })
    return { name: `${article.slug}.warc.gz`, stream: streamed(writeWarc(withBodies(rows, store), new Date())) }
  }
  if (!isUuid(of.sourceId)) throw new AppError('not_found', 'There is no such source on this shelf.')
  const desk = await deskOf(session)
  const authority = await authorizeWorkspace(db(), session, desk.workspaceId, 'source.read')
  const rows = await snapshotsForWarc(db(), authority, of)
  if (rows.length === 0) throw new AppError('not_found', 'Nothing is kept of this source yet.')
  return { name: `${of.sourceId}.warc.gz`, stream: streamed(writeWarc(withBodies(rows, store), new Date())) }
}

function streamed(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(parts)) as ReadableStream<Uint8Array>
}

/** One body at a time: a WARC of many snapshots is never in memory whole. */
async function* withBodies<R extends { sha256: string; createdAt: Date; url: string | null }>(
  rows: readonly R[],
  store: { get: (hash: string) => Promise<Uint8Array> },
) {
  for (const { createdAt, url, ...row } of rows)
    yield { ...row, requestedUrl: url, at: createdAt, body: await store.get(row.sha256) }
}

async function reader(session: SessionClaim | null, snapshotId: string) {
  const desk = await deskOf(session)
  if (!isUuid(snapshotId)) throw new AppError('not_found', NO_SNAPSHOT)
  return authorizeWorkspace(db(), session, desk.workspaceId, 'source.read')
}
