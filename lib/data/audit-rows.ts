import type postgres from 'postgres'
import type { ChainBreak, ChainedEvent } from '@/lib/domain/audit'
import {
  ACCEPTED,
  acceptedText,
  digestOf,
  endedColumns,
  endedText,
  type Noun,
  RECORDED,
  recordedColumns,
  recordedText,
} from './ledger'

type Sql = postgres.TransactionSql
type Row = Record<string, unknown>
type Report = (found: ChainBreak) => void
type Digests = Record<string, string>

const DESK_NOUNS = new Set<Noun>([
  'Member',
  'PolicyVersion',
  'Source',
  'SourceGrade',
  'SourceOrigin',
  'SourceRecord',
  'SourceContact',
  'SourceMerge',
  'SourceApart',
  'Snapshot',
  'Visit',
  'ArchiveCopy',
  'QuoteCheck',
])
const NEVER_ENDS = new Set<Noun>([
  'Layout',
  'Revision',
  'ClaimAncestry',
  'Thread',
  'Mention',
  'Snapshot',
  'Visit',
  'ArchiveCopy',
  'QuoteCheck',
])
const PARTS = ['recorded', 'accepted', 'ended'] as const
const PAGE = 500

/** What one event vouches for; null once its payload is redacted. Some hundred bytes a change are kept of each. */
export type Vouched = {
  seq: number
  digests: Partial<Record<(typeof PARTS)[number], Digests>> | null
  /** A member's role from then on. */
  role?: { member: string; role: string }
  /** The article's title from then on. */
  title?: string
}

export function vouchedFor(event: ChainedEvent): Vouched {
  const { seq, kind, payload } = event
  if (payload === null) return { seq, digests: null }
  const { recorded = {}, accepted = {}, ended = {}, ...told } = payload as Record<string, Digests>
  const { member, role, to, title } = told as Record<string, unknown>
  const isRole = kind === 'member.added' || kind === 'member.role_changed'
  return {
    seq,
    digests: { recorded, accepted, ended },
    ...(isRole && { role: { member: String(member), role: String(role ?? to) } }),
    ...((kind === 'article.imported' || (kind === 'upstream.taken' && title !== undefined)) && {
      title: String(title),
    }),
  }
}

/** Compares what the tables of one clock hold now with what its events vouch for. Streams the rows. */
export async function verifyRows(
  sql: Sql,
  clock: { id: string; seq: number },
  isDesk: boolean,
  vouched: readonly Vouched[],
  report: Report,
): Promise<void> {
  const owner = isDesk ? 'workspaceId' : 'articleId'
  for (const noun of Object.keys(RECORDED) as Noun[]) {
    if (DESK_NOUNS.has(noun) !== isDesk) continue
    const stored = new Map<string, string>()
    const digest = async (part: string, seq: string, columns: readonly string[], line: (row: Row) => string) => {
      const all: string[] = [...columns, seq]
      const pages = sql`SELECT ${sql(all)} FROM ${sql(noun)}
        WHERE ${sql(owner)} = ${clock.id} AND ${sql(seq)} IS NOT NULL ORDER BY ${sql(seq)}`.cursor(PAGE)
      await digestBySeq(pages, seq, line, stored, part)
    }
    await digest('recorded', 'createdSeq', recordedColumns(noun), (row) => recordedText(noun, row))
    if (noun === 'ClaimRevision') await digest('accepted', 'acceptedSeq', ACCEPTED, acceptedText)
    if (!NEVER_ENDS.has(noun)) await digest('ended', 'endedSeq', endedColumns(noun), (row) => endedText(noun, row))
    compare(noun, vouched, stored, report)
  }
  if (isDesk) await verifyRoles(sql, clock.id, vouched, report)
  else await verifyHead(sql, clock.id, vouched, report)
}

/** Digests rows that come ordered by `column`, one change after another. */
async function digestBySeq(
  pages: AsyncIterable<readonly Row[]>,
  column: string,
  line: (row: Row) => string,
  into: Map<string, string>,
  part: string,
): Promise<void> {
  let seq: number | null = null
  let lines: string[] = []
  const close = () => {
    if (seq !== null) into.set(`${part} ${seq}`, digestOf(lines))
    lines = []
  }
  for await (const rows of pages) {
    for (const row of rows) {
      if (row[column] !== seq) close()
      seq = row[column] as number
      lines.push(line(row))
    }
  }
  close()
}

function compare(noun: Noun, vouched: readonly Vouched[], stored: Map<string, string>, report: Report): void {
  for (const { seq, digests } of vouched) {
    for (const part of PARTS) {
      const found = stored.get(`${part} ${seq}`)
      stored.delete(`${part} ${seq}`)
      if (digests === null || digests[part]?.[noun] === found) continue
      report({ seq, what: `what stands in ${noun} as ${part} then is not what was ${part} then` })
    }
  }
  for (const key of stored.keys())
    report({ seq: Number(key.split(' ')[1]), what: `${noun} has a row that no change recorded` })
}

/** A role may change, and so is not vouched for with the row; the last change of it says what it is. */
async function verifyRoles(sql: Sql, workspaceId: string, vouched: readonly Vouched[], report: Report): Promise<void> {
  if (vouched.some(({ digests }) => digests === null)) return
  const told = new Map<string, { role: string; seq: number }>()
  for (const { seq, role } of vouched) if (role) told.set(role.member, { role: role.role, seq })
  const rows = await sql<{ id: string; role: string; createdSeq: number }[]>`
    SELECT id, role::text, "createdSeq" FROM "Member" WHERE "workspaceId" = ${workspaceId}`
  for (const { id, role, createdSeq } of rows)
    if (told.get(id)?.role !== role)
      report({ seq: told.get(id)?.seq ?? createdSeq, what: 'a member’s role is not the one that was given then' })
}

async function verifyHead(sql: Sql, articleId: string, vouched: readonly Vouched[], report: Report): Promise<void> {
  const [head] = await sql<{ title: string; headNumber: number; newest: number; newestSeq: number }[]>`
    SELECT a.title, a."headNumber", r.number AS newest, r."createdSeq" AS "newestSeq"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a.id
    WHERE a.id = ${articleId} ORDER BY r.number DESC LIMIT 1`
  if (!head) return
  const titled = vouched.findLast(({ title }) => title !== undefined)
  if (titled && titled.title !== head.title)
    report({ seq: titled.seq, what: 'the article’s title is not the one it was given then' })
  if (head.headNumber !== head.newest)
    report({ seq: head.newestSeq, what: `the article stands at revision ${head.headNumber}, not at its newest` })
}
