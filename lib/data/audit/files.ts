import type postgres from 'postgres'
import type { ChainBreak } from '@/lib/domain/desk/audit.ts'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import type { BlobStore } from '@/lib/platform/blob/store.ts'
import { AppError } from '@/lib/platform/errors.ts'

const PAGE = 200

/**
 * Reads every file that a snapshot of a desk names, one at a time, and compares it with the hash and the size in the
 * record. Files that a redaction erased are named by no hash, and left out.
 * @returns how many were read
 */
export async function verifyFiles(
  sql: postgres.Sql,
  blobs: BlobStore,
  workspaceId: string,
  report: (found: ChainBreak) => void,
): Promise<number> {
  let after = ''
  let read = 0
  for (;;) {
    const rows = await sql<{ sha256: string; bytes: number; seq: number }[]>`
      SELECT "sha256", min("bytes") AS "bytes", min("createdSeq") AS "seq" FROM "Snapshot"
      WHERE "workspaceId" = ${workspaceId} AND "sha256" > ${after} AND "sha256" <> ${ERASED_FILE}
      GROUP BY "sha256" ORDER BY "sha256" LIMIT ${PAGE}`
    for (const { sha256, bytes, seq } of rows) {
      const what = await fileFault(blobs, sha256, bytes)
      if (what) report({ seq, what })
      after = sha256
      read += 1
    }
    if (rows.length < PAGE) return read
  }
}

async function fileFault(blobs: BlobStore, sha256: string, bytes: number): Promise<string | null> {
  const name = `the snapshot’s file ${sha256.slice(0, 12)}…`
  try {
    const found = (await blobs.get(sha256)).length
    return found === bytes ? null : `${name} has ${found} bytes, and ${bytes} were recorded`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'not_found') return `${name} is not there: it was deleted, or lies elsewhere`
    if (error.code === 'fault') return `${name} is not what was kept then: it was changed or damaged`
    throw error
  }
}
