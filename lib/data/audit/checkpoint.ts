import postgres from 'postgres'
import { CHECKPOINT_FORMAT, type Checkpoint, type Head } from '@/lib/domain/desk/checkpoint.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { Db } from '../db.ts'
import { besideChain, countAll } from './beside.ts'

/** Where the whole record is now, of one moment. Not signed yet. */
export async function readCheckpoint(databaseUrl: string, at: Date): Promise<Checkpoint> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      const clocks: Head[] = []
      const rows = await tx<{ id: string; workspaceId: string; seq: number; hash: string }[]>`
        SELECT id, "workspaceId", seq, hash FROM "Clock" ORDER BY id`
      for (const { workspaceId: desk, ...clock } of rows)
        clocks.push({ ...clock, desk, beside: await besideChain(tx, { ...clock, workspaceId: desk }) })
      return { format: CHECKPOINT_FORMAT, at: at.toISOString(), clocks, counts: await countAll(tx) }
    })
  } finally {
    await sql.end()
  }
}

/**
 * Where an article's record and its desk's were at the moment a report is pinned to. The same pin gives the same
 * checkpoint. @param report the content hash of the report it is for
 */
export async function reportCheckpoint(
  db: Db,
  { articleId, workspaceId }: Pick<AuthorizedArticle, 'articleId' | 'workspaceId'>,
  pin: { change: number; deskChange: number; at: string },
  report: string,
): Promise<Checkpoint> {
  const rows = await db.auditEvent.findMany({
    where: {
      workspaceId,
      OR: [
        { clockId: articleId, seq: pin.change },
        { clockId: workspaceId, seq: pin.deskChange },
      ],
    },
    select: { clockId: true, seq: true, hash: true },
  })
  const headOf = (id: string): Head => {
    const row = rows.find(({ clockId }) => clockId === id)
    if (!row)
      throw new AppError(
        'fault',
        'The change that this report is pinned to is not in the record, so it can’t be signed. Run `attest audit verify`.',
      )
    return { id, desk: workspaceId, seq: row.seq, hash: row.hash }
  }
  return { format: CHECKPOINT_FORMAT, at: pin.at, clocks: [headOf(articleId), headOf(workspaceId)], report }
}
