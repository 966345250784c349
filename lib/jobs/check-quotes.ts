import { z } from 'zod'
import { authorizeLater } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { checkNewQuotes } from '@/lib/data/snapshot/snapshot.ts'
import { quotesApart } from '@/lib/exchange/reading/reading.ts'

const payload = z.object({ workspaceId: z.uuid(), memberId: z.uuid().nullable(), sourceId: z.uuid() })

/** Looks for quotes that were just taken in what their source says now. */
export async function checkQuotesOf(db: Db, job: unknown): Promise<void> {
  const { sourceId, ...asked } = payload.parse(job)
  const authority = await authorizeLater(db, asked, 'source.capture')
  if (authority) await checkNewQuotes(db, authority, sourceId, quotesApart)
}
