import { z } from 'zod'
import { authorizeLater } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { recordArchiveCopy } from '@/lib/data/snapshot/archive-copy.ts'
import { FetchFailed } from '@/lib/platform/fetch/failed.ts'
import { savePage } from '@/lib/platform/fetch/web-archive.ts'
import type { CaptureTools } from './tools.ts'

const payload = z.object({
  workspaceId: z.uuid(),
  memberId: z.uuid().nullable(),
  sourceId: z.uuid(),
  snapshotId: z.uuid().nullable(),
  url: z.string(),
})

/** Asks the public archive to save a page, and records the address of its copy, or why there is none. */
export async function archive(db: Db, tools: CaptureTools, job: unknown): Promise<void> {
  const { url, ...asked } = payload.parse(job)
  const authority = await authorizeLater(db, asked, 'source.capture')
  if (!authority || !tools.archive) return
  const { sourceId, snapshotId } = asked
  const came = await savePage(url, { ...tools.archive, fetch: tools.settings }).then(
    ({ address }) => ({ address, problem: null }),
    (error: unknown) => {
      if (error instanceof FetchFailed || error instanceof Error)
        return { address: null, problem: error.message.slice(0, 500) }
      throw error
    },
  )
  await recordArchiveCopy(db, authority, { sourceId, snapshotId, ...came, at: tools.now() })
}
