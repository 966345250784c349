import { newId } from '@/lib/platform/ids.ts'
import type { Authority } from '../access.ts'
import { change } from '../clock.ts'
import type { Db } from '../db.ts'
import { requireSource } from '../source/source.ts'

/** Records that a public archive keeps a copy of a source at an address; or (`problem`) why it does not. */
export async function recordArchiveCopy(
  db: Db,
  authority: Authority,
  given: { sourceId: string; snapshotId: string | null; address: string | null; problem: string | null; at?: Date },
): Promise<void> {
  const { workspaceId, memberId } = authority
  const { at, ...copy } = given
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.archived' } as const
  await change(db, { ...what, ...(at && { at }) }, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, copy.sourceId)
    await ledger.add('ArchiveCopy', [{ id: newId(), workspaceId, memberId, ...copy, createdAt: ledger.at }])
    return { value: undefined, details: { source: copy.sourceId, address: copy.address } }
  })
}
