import postgres from 'postgres'
import { type ChainBreak, type ChainedEvent, EMPTY_CHAIN, eventBreak } from '@/lib/domain/audit'
import { sha256 } from '@/lib/platform/ids'
import { type Vouched, verifyRows, vouchedFor } from './audit-rows'

export type ChainReport = { clockId: string; what: string; events: number; breaks: ChainBreak[] }

const PAGE = 500
const MOST_BREAKS = 50

/**
 * Verifies every chain of the house: each event against the one before it, the clock against the newest event, and
 * what the tables hold now against the digests the events vouch for. Streams, so memory does not grow with the log.
 * Uses a plain driver on purpose: it reads what is stored, without the layer that wrote it.
 */
export async function verifyAudit(databaseUrl: string): Promise<ChainReport[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    // One snapshot, so that what people record meanwhile is not mistaken for a breach.
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      const clocks = await tx<{ id: string; seq: number; hash: string; title: string | null; name: string }[]>`
      SELECT c.id, c.seq, c.hash, a.title, w.name FROM "Clock" c
      JOIN "Workspace" w ON w.id = c."workspaceId" LEFT JOIN "Article" a ON a.id = c.id ORDER BY c.id`
      const reports: ChainReport[] = []
      for (const clock of clocks) {
        const what = clock.title === null ? `desk “${clock.name}”` : `article “${clock.title}”`
        reports.push({ clockId: clock.id, what, ...(await verifyChain(tx, clock, clock.title === null)) })
      }
      return reports
    })
  } finally {
    await sql.end()
  }
}

type Sql = postgres.TransactionSql
type Clock = { id: string; seq: number; hash: string }

async function verifyChain(sql: Sql, clock: Clock, isDesk: boolean): Promise<{ events: number; breaks: ChainBreak[] }> {
  const breaks: ChainBreak[] = []
  const report = (found: ChainBreak | null) => {
    if (found && breaks.length < MOST_BREAKS) breaks.push(found)
  }
  let previous = { seq: 0, hash: EMPTY_CHAIN }
  let events = 0
  const pages = sql`SELECT * FROM "AuditEvent" WHERE "clockId" = ${clock.id} ORDER BY seq`.cursor(PAGE)
  const vouched: Vouched[] = []
  for await (const rows of pages) {
    for (const row of rows) {
      const event = { ...row, at: (row.at as Date).toISOString() } as unknown as ChainedEvent
      report(eventBreak(event, previous, sha256))
      previous = event
      events += 1
      vouched.push(vouchedFor(event))
    }
  }
  if (previous.seq !== clock.seq || previous.hash !== clock.hash)
    report({
      seq: previous.seq,
      what: `the chain ends here, but its clock stands at change ${clock.seq}: its end was cut off or replaced`,
    })
  await verifyRows(sql, clock, isDesk, vouched, report)
  breaks.sort((a, b) => a.seq - b.seq)
  return { events, breaks }
}
