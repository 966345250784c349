import type postgres from 'postgres'
import type { ChainBreak } from '@/lib/domain/desk/audit.ts'
import type { Voucher, Vouching } from '@/lib/domain/desk/vouching.ts'
import { fingerprints } from '@/lib/domain/text/fingerprint.ts'
import { ACCEPTED, digestOf, endedColumns, type Noun } from '../recorded.ts'
import { ends, namesDesk, nounsOf, ownerColumn, PARTS, type PartOfRows, partsOf, type Row } from './row-digest.ts'

type Sql = postgres.TransactionSql
type Report = (found: ChainBreak) => void
type Chain = {
  clock: { id: string; workspaceId: string }
  vouchers: readonly Voucher[]
  bySeq: ReadonlyMap<number, Vouching | null>
  report: Report
}

const PAGE = 500

/** Compares what the tables of one clock hold now with what its events vouch for. Streams the rows. */
export async function verifyRows(
  sql: Sql,
  clock: { id: string; workspaceId: string },
  vouchers: readonly Voucher[],
  report: Report,
): Promise<void> {
  const chain = { clock, vouchers, bySeq: new Map(vouchers.map(({ seq, vouching }) => [seq, vouching])), report }
  for (const noun of nounsOf(clock.id === clock.workspaceId)) {
    const stored = new Map<string, string>()
    for (const part of partsOf(noun)) await digestPart(sql, chain, noun, part, stored)
    compare(noun, chain, stored)
  }
}

/** Digests rows that come ordered by their change, one change after another. */
async function digestPart(sql: Sql, chain: Chain, noun: Noun, part: PartOfRows, into: Map<string, string>) {
  const { clock, bySeq, report } = chain
  const columns = [...new Set([...part.columns, ...checkedColumns(noun), part.seq])]
  const pages = sql<Row[]>`SELECT ${sql(columns)} FROM ${sql(noun)}
    WHERE ${sql(ownerColumn(noun))} = ${clock.id} AND ${sql(part.seq)} IS NOT NULL ORDER BY ${sql(part.seq)}`.cursor(
    PAGE,
  )
  let seq: number | null = null
  let lines: string[] = []
  const close = () => {
    if (seq !== null) into.set(`${part.part} ${seq}`, digestOf(lines))
    lines = []
  }
  for await (const rows of pages) {
    for (const row of rows) {
      if (row[part.seq] !== seq) close()
      seq = row[part.seq] as number
      const spelling = bySeq.get(seq)?.spelling ?? 1
      lines.push(part.line(row, spelling))
      if (part.part !== 'recorded') continue
      const fault = rowFault(noun, row, clock.workspaceId, spelling)
      if (fault) report({ seq, what: fault })
    }
  }
  close()
}

function checkedColumns(noun: Noun): string[] {
  return [
    ...(namesDesk(noun) ? ['workspaceId'] : []),
    ...(ends(noun) ? ['endedSeq', ...endedColumns(noun)] : []),
    ...(noun === 'ClaimRevision' ? ['acceptedSeq', ...ACCEPTED] : []),
  ]
}

/** What is wrong with a row that no digest speaks for; null where nothing is. */
function rowFault(noun: Noun, row: Row, desk: string, spelling: number): string | null {
  if (namesDesk(noun) && row.workspaceId !== desk) return `a row of ${noun} names another desk than its article’s`
  if (noun === 'ClaimRevision') return wordingFault(row)
  if (noun === 'StructureProposal' && (row.state === 'proposed') !== (row.endedSeq === null))
    return `a proposal is ${row.state}, which is not what was made of it`
  if (ends(noun) && row.endedSeq === null && holdsAny(row, endedColumns(noun)))
    return `a row of ${noun} says how it ended, and has not ended`
  // Older events do not vouch for fingerprints; what they have to be follows from the text. A wall's page has none.
  if (noun === 'Snapshot' && spelling < 2) {
    const prints = row.fingerprints as number[]
    if (prints.length > 0 && prints.join() !== fingerprints(String(row.text)).join())
      return 'a snapshot’s fingerprints are not those of its text'
  }
  return null
}

/** [accepted, ended] by the state of a wording. */
const STATES: Record<string, readonly [boolean, boolean]> = {
  proposed: [false, false],
  inherited: [false, false],
  accepted: [true, false],
  superseded: [true, true],
  rejected: [false, true],
  withdrawn: [false, true],
}

/** What a wording got when it was accepted or ended is vouched for there; before, it has none of it. */
function wordingFault(row: Row): string | null {
  const isAccepted = row.acceptedSeq !== null
  const isEnded = row.endedSeq !== null
  const [accepted, ended] = STATES[String(row.state)] ?? []
  if (accepted !== isAccepted || ended !== isEnded) return `a wording is ${row.state}, which is not what was made of it`
  const early = row.state === 'inherited' ? ['revisionId'] : ['revisionId', 'substance']
  if (!isAccepted && holdsAny(row, [...early, ...(isEnded ? [] : ['reviewerId', 'reviewReason'])]))
    return 'a wording says how it was accepted, and was not'
  return null
}

function holdsAny(row: Row, columns: readonly string[]): boolean {
  return columns.some((column) => column !== 'id' && column !== 'state' && row[column] !== null)
}

function compare(noun: Noun, { vouchers, bySeq, report }: Chain, stored: Map<string, string>): void {
  for (const { seq, vouching } of vouchers) {
    for (const part of PARTS) {
      const found = stored.get(`${part} ${seq}`)
      stored.delete(`${part} ${seq}`)
      if (vouching === null || vouching[part][noun] === found) continue
      report({ seq, what: `what ${noun} holds as ${part} then is not what was ${part} then` })
    }
  }
  for (const key of stored.keys()) {
    const seq = Number(key.split(' ')[1])
    if (!bySeq.has(seq)) report({ seq, what: `${noun} has a row that no change recorded` })
  }
}
