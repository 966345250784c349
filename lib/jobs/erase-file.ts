import { z } from 'zod'
import type { Db } from '@/lib/data/db.ts'
import { type Erased, eraseUnnamed } from '@/lib/data/snapshot/kept-file.ts'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import type { BlobStore } from '@/lib/platform/blob/store.ts'

const payload = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * Erases the file of a redacted snapshot, where no other snapshot of any desk is the same and no one is about to keep it.
 * It is a job of the redaction's transaction: a server that dies in between leaves it to the next.
 */
export async function eraseFile(db: Db, store: BlobStore, job: unknown): Promise<Erased> {
  const { sha256 } = payload.parse(job)
  if (sha256 === ERASED_FILE) return 'named'
  return eraseUnnamed(db, sha256, () => store.erase(sha256))
}
