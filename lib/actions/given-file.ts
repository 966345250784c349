import { authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { giveFile } from '@/lib/data/snapshot/capture.ts'
import { askErasure } from '@/lib/data/snapshot/kept-file.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { fileTitle } from '@/lib/domain/source/fill.ts'
import { isUuid } from '@/lib/domain/text/uuid.ts'
import { captureTools } from '@/lib/jobs/tools.ts'
import { blobHash } from '@/lib/platform/blob/hash.ts'
import { keepIn } from '@/lib/platform/blob/store.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'

// Not an action that a page calls by name: files are too large for those. The route at which they arrive calls it.

/** The largest file taken in, in bytes. */
const FILE_LIMIT = 50_000_000

export type Given = { sourceId: string; captureId: string }

/**
 * Takes in a file that someone dropped: as what a source of the shelf says, or as a source of its own. Its bytes are
 * kept as they came; what it is, its content says and not its name.
 */
export async function takeFile(
  session: SessionClaim | null,
  workspaceId: string,
  given: { fileName: string; sourceId: string | null; body: AsyncIterable<Uint8Array> | null; size: number | null },
): Promise<Given> {
  if (!isUuid(workspaceId)) throw nothingHere()
  if (given.sourceId !== null && !isUuid(given.sourceId))
    throw new AppError('not_found', 'There is no such source on this shelf.')
  const authority = await authorizeWorkspace(
    db(),
    session,
    workspaceId,
    given.sourceId ? 'source.capture' : 'source.add',
  )
  const bytes = await bounded(given.body)
  // Half a file must never stand as the whole of it.
  if (given.size !== null && given.size !== bytes.length)
    throw new AppError('invalid', 'The file did not arrive whole. Nothing was kept; send it again.')
  const fileName =
    given.fileName
      .toWellFormed()
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(-200) || 'a file'
  const { store } = captureTools(process.env)
  const sha256 = await blobHash(bytes)
  await askErasure(db(), sha256, true)
  await store.put(bytes)
  const sourceId = given.sourceId ?? (await shelve(authority, fileName))
  const { captureId } = await giveFile(db(), authority, {
    sourceId,
    file: { sha256, fileName, mediaType: null },
    keep: () => keepIn(store, sha256, bytes),
  })
  return { sourceId, captureId }
}

async function shelve(authority: Parameters<typeof addSource>[1], fileName: string): Promise<string> {
  const title = fileTitle(fileName)
  const csl = { type: 'document', title } as const
  const source = { csl, reliability: null, gradeReason: '', unconfirmed: ['type', 'title'] } as const
  return (await addSource(db(), authority, source)).id
}

async function bounded(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > FILE_LIMIT)
      throw new AppError(
        'invalid',
        `A file may have ${FILE_LIMIT / 1_000_000} MB; this one has more. Nothing was kept.`,
      )
    parts.push(part)
  }
  if (size === 0) throw new AppError('invalid', 'The file is empty. Nothing was kept.')
  return Buffer.concat(parts)
}
