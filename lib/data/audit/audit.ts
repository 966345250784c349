import postgres from 'postgres'
import { type ChainBreak, type ChainedEvent, EMPTY_CHAIN, eventBreak } from '@/lib/domain/desk/audit.ts'
import { type Checkpoint, countFaults, type Head, headFault } from '@/lib/domain/desk/checkpoint.ts'
import { applyRedactions, type Redaction, type Voucher, vouchingOf } from '@/lib/domain/desk/vouching.ts'
import type { BlobStore } from '@/lib/platform/blob/store.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { spelledDate } from '../recorded.ts'
import { BESIDE_WORDS, besideChain, countAll } from './beside.ts'
import { verifyFiles } from './files.ts'
import { readRedaction } from './redaction-signature.ts'
import { verifyRemains } from './remains.ts'
import { verifyRows } from './rows.ts'
import { verifyThings } from './things.ts'

export type ChainReport = { clockId: string; what: string; events: number; redacted: number; breaks: ChainBreak[] }

export type AuditReport = {
  chains: ChainReport[]
  /** What is wrong beside the chains, in words: something removed whole, fewer of something than a checkpoint saw. */
  faults: string[]
  /** How many files were read; null where that was not asked for. */
  files: number | null
}

export type AuditOptions = {
  /** Its signature has been checked. */
  checkpoint?: Checkpoint | undefined
  /** Where the files of snapshots are; absent: they are not read. */
  blobs?: BlobStore | undefined
  /** The public keys by one of which a redaction has to be signed. */
  keys?: readonly string[] | undefined
  /** How many breaks are named of each chain. */
  most?: number
}

const PAGE = 500
const MOST_BREAKS = 50

/**
 * Verifies every chain of the installation: each event against the one before it, the clock against the newest event,
 * what the tables hold now against the digests the events vouch for, and the snapshots' files against their hashes; with
 * a checkpoint, also that the record extends it. Streams, so memory does not grow with what was recorded, but by some
 * hundred bytes a change of one clock. Uses a plain driver on purpose: it reads what is stored, without the layer that
 * wrote it.
 */
export async function verifyAudit(databaseUrl: string, options: AuditOptions = {}): Promise<AuditReport> {
  const { checkpoint, blobs, keys = [], most = MOST_BREAKS } = options
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    // One snapshot, so that what people record meanwhile is not mistaken for a breach.
    const report = await sql.begin('isolation level repeatable read read only', async (tx) => {
      const heads = new Map(checkpoint?.clocks.map((head) => [head.id, head]))
      const clocks = await tx<(Clock & { title: string | null; name: string | null })[]>`
        SELECT c.id, c."workspaceId", c.seq, c.hash, a.title, w.name FROM "Clock" c
        LEFT JOIN "Workspace" w ON w.id = c."workspaceId" LEFT JOIN "Article" a ON a.id = c.id ORDER BY c.id`
      const chains: ChainReport[] = []
      for (const { title, name, ...clock } of clocks) {
        const isDesk = clock.id === clock.workspaceId
        const there = isDesk ? name : title
        const what = `${isDesk ? 'desk' : 'article'} “${there ?? clock.id}”`
        const found = await verifyChain(tx, clock, heads.get(clock.id), keys, most)
        if (there === null)
          found.breaks.unshift({ seq: 0, what: `the ${isDesk ? 'desk' : 'article'} itself was removed` })
        heads.delete(clock.id)
        chains.push({ clockId: clock.id, what, ...found })
      }
      const removed = [...heads.values()].map(
        ({ id, desk }) => `The ${id === desk ? 'desk' : 'article'} ${id} was removed: the checkpoint names it.`,
      )
      const counts = checkpoint?.counts ? countFaults(checkpoint.counts, await countAll(tx)) : []
      return { chains, faults: [...(await verifyRemains(tx, most)), ...removed.slice(0, most), ...counts] }
    })
    return { ...report, files: blobs ? await readFiles(sql, blobs, report.chains, most) : null }
  } finally {
    await sql.end()
  }
}

type Clock = { id: string; workspaceId: string; seq: number; hash: string }
type Found = Pick<ChainReport, 'events' | 'redacted' | 'breaks'>

async function verifyChain(
  sql: postgres.TransactionSql,
  clock: Clock,
  head: Head | undefined,
  keys: readonly string[],
  most: number,
): Promise<Found> {
  const breaks: ChainBreak[] = []
  const report = (found: ChainBreak | null) => {
    if (found && breaks.length < most) breaks.push(found)
  }
  let previous = { seq: 0, hash: EMPTY_CHAIN }
  let hashAt: string | undefined
  const events: Voucher[] = []
  const redactions: { seq: number; redaction: Redaction }[] = []
  const pages = sql`SELECT * FROM "AuditEvent" WHERE "clockId" = ${clock.id} ORDER BY seq`.cursor(PAGE)
  for await (const rows of pages) {
    for (const row of rows) {
      const event = { ...row, at: spelledDate(row.at as Date) } as unknown as ChainedEvent
      const { seq, kind, payload } = event
      report(eventBreak(event, previous, sha256))
      if (row.workspaceId !== clock.workspaceId) report({ seq, what: 'it names another desk than its clock' })
      previous = event
      if (seq === head?.seq) hashAt = event.hash
      events.push({ seq, vouching: payload === null ? null : vouchingOf(kind, payload) })
      if (kind !== 'record.redacted' || payload === null) continue
      const { redaction, fault } = readRedaction(payload, clock.id, seq, keys)
      if (redaction) redactions.push({ seq, redaction })
      else report({ seq, what: fault })
    }
  }
  if (previous.seq !== clock.seq || previous.hash !== clock.hash)
    report({
      seq: previous.seq,
      what: `the chain ends here, but its clock is at change ${clock.seq}: its end was cut off or replaced`,
    })
  if (events.length === 0) report({ seq: 0, what: 'no change recorded it' })
  const settled = applyRedactions(events, redactions)
  settled.breaks.forEach(report)
  if (head) {
    const fault = headFault(head, { ...clock, hashAt })
    if (fault) report({ seq: head.seq, what: fault })
  }
  await verifyBeside(sql, clock, head, settled, report)
  const first = events.find(({ vouching }) => (vouching?.spelling ?? 1) >= 2)?.seq
  if (first !== undefined) await verifyTold(sql, clock.id, first, report)
  await verifyRows(sql, clock, settled.vouchers, report)
  await verifyThings(sql, clock, settled.vouchers, report)
  breaks.sort((a, b) => a.seq - b.seq)
  return { events: events.length, redacted: settled.redacted, breaks }
}

/** What no event vouches for, or none did by then, against the checkpoint; older notifications against what a redaction says of them. */
async function verifyBeside(
  sql: postgres.TransactionSql,
  clock: Clock,
  head: Head | undefined,
  { older }: Pick<ReturnType<typeof applyRedactions>, 'older'>,
  report: (found: ChainBreak) => void,
): Promise<void> {
  if (!head?.beside && !older) return
  const now = await besideChain(sql, { ...clock, seq: head?.seq ?? clock.seq })
  for (const [name, digest] of Object.entries(head?.beside ?? {})) {
    const isRedactedSince = name === 'notifications' && older && older.seq > (head?.seq ?? 0)
    if (now[name] !== digest && !isRedactedSince)
      report({ seq: head?.seq ?? 0, what: `${BESIDE_WORDS[name] ?? name} changed since the checkpoint` })
  }
  if (older && older.vouching.recorded.Notification !== now.notifications)
    report({ seq: older.seq, what: 'older notifications are not what was left of them then' })
}

/** Since a change vouches for what members are told, nothing is told without one. @param first the first that does */
async function verifyTold(
  sql: postgres.TransactionSql,
  articleId: string,
  first: number,
  report: (found: ChainBreak) => void,
): Promise<void> {
  const [told] = await sql<{ rows: number }[]>`SELECT count(*)::int AS rows FROM "Notification" n
    JOIN "AuditEvent" e ON e."clockId" = n."articleId" AND e.seq = ${first}
    WHERE n."articleId" = ${articleId} AND n."createdSeq" IS NULL AND n."createdAt" >= e.at`
  if (told && told.rows > 0) report({ seq: first, what: 'since then there are notifications that belong to no change' })
}

/** After the snapshot of the tables is let go: reading files may take long, and they don't change. */
async function readFiles(sql: postgres.Sql, blobs: BlobStore, chains: ChainReport[], most: number): Promise<number> {
  let read = 0
  for (const { clockId, breaks } of chains) {
    let named = 0
    const report = (found: ChainBreak) => {
      if (named++ < most) breaks.push(found)
    }
    read += await verifyFiles(sql, blobs, clockId, report)
    breaks.sort((a, b) => a.seq - b.seq)
  }
  return read
}
