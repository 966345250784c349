import { NO_COUNTS, type RevisionCounts } from '@/lib/domain/revision/count.ts'
import { parseCounts } from '@/lib/schema/revision-count.ts'

/** What a revision keeps of its counts: those of changes, where there are any. */
export function keptCounts(counts: RevisionCounts): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([what, count]) => what !== 'kept' && count > 0))
}

/** The counts a revision kept; null of one that is older than they are. */
export function readCounts(counts: unknown): RevisionCounts | null {
  return counts === null ? null : { ...NO_COUNTS, ...parseCounts(counts) }
}
