import { readFilter } from '@/lib/schema/review-filter.ts'
import type { QueueEntry, WordingEntry } from '@/lib/view/review.ts'
import type { Authority } from '../access.ts'
import type { Db } from '../db.ts'
import { readQueue } from '../review/queue.ts'

type Reader = Authority & { memberId: string; articleId?: string }

/** The queue of an article, or of a reader's whole desk, as an address would ask for it. */
export function queueOf(db: Db, { articleId = undefined, ...reader }: Reader, query: Record<string, string> = {}) {
  return readQueue(db, reader as Reader, { ...readFilter(query), articleId: articleId ?? null })
}

export async function entriesOf(db: Db, reader: Reader, query: Record<string, string> = {}): Promise<QueueEntry[]> {
  return (await queueOf(db, reader, query)).groups.flatMap(({ entries }) => entries)
}

export function isWording(entry: QueueEntry): entry is WordingEntry {
  return entry.kind === 'wording'
}
