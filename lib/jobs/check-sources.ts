import { houseAuthority } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { askCapture, sourcesToVisit } from '@/lib/data/snapshot/capture.ts'
import { AppError } from '@/lib/platform/errors.ts'

/** A source is not asked again within this time by the schedule. */
const REST = 6 * 3_600_000
/** As many as are asked in one round; the others come in the next, those longest ago first. */
const ROUND = 150

/** Asks for a new snapshot of every cited source that was not asked lately. */
export async function askForVisits(db: Db, now: Date): Promise<void> {
  for (const { workspaceId, sourceId } of await sourcesToVisit(db, new Date(now.getTime() - REST), { most: ROUND })) {
    try {
      await askCapture(db, houseAuthority(workspaceId), { sourceId, at: now })
    } catch (error) {
      // As many as may be are under way on that desk; the next round asks for the rest.
      if (!(error instanceof AppError)) throw error
    }
  }
}
