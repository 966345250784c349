import type { Json } from '@/lib/domain/desk/audit.ts'
import { type About, concerns, tells } from '@/lib/domain/desk/redaction.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { ownerColumn, partsOf, type Row } from '../audit/row-digest.ts'
import type { Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import type { Noun } from '../recorded.ts'
import { digestedColumns } from './digests.ts'
import { redactEvents } from './redaction.ts'

export type WordRow = { id: string } & Record<string, Json>

/** Some columns of all rows of a noun on one clock, as JSON. Names come from this code, never from people. */
export async function wordRows(
  tx: Tx,
  noun: Noun,
  columns: readonly string[],
  clockId: string,
  where = 'true',
  value: string | readonly string[] = '',
): Promise<WordRow[]> {
  const members = ['id', ...columns].map((name) => `'${name}', "${name}"`).join(', ')
  const rows = await tx.$queryRawUnsafe<{ row: WordRow }[]>(
    `SELECT jsonb_build_object(${members}) AS "row" FROM "${noun}"
     WHERE "${ownerColumn(noun)}" = $1::uuid AND $2::text IS NOT NULL AND ${where} ORDER BY "createdSeq", "id"`,
    clockId,
    typeof value === 'string' ? value : JSON.stringify(value),
  )
  return rows.map(({ row }) => row)
}

/** The words of `$2`, where it is a list, for a condition of `wordRows`. */
export const LISTED = '(SELECT value::uuid FROM jsonb_array_elements_text($2::jsonb) AS listed(value))'

/** Gathers what one redaction does to one clock: rows lose words, and every change that vouched for them is named. */
export class Taking {
  private readonly seqs = new Set<number>()
  /** The rows as they were before the first time each was rewritten. */
  private readonly before = new Map<Noun, Map<string, Row>>()
  rows = 0

  constructor(
    private readonly ledger: Ledger,
    readonly clockId: string,
    readonly isDesk: boolean,
  ) {}

  /** Writes the given columns of a row again; a row that says so already is left as it is. */
  async rewrite(noun: Noun, row: WordRow, given: Record<string, Json>): Promise<void> {
    const set = Object.fromEntries(
      Object.entries(given).filter(([name, value]) => JSON.stringify(row[name] ?? null) !== JSON.stringify(value)),
    )
    const names = Object.keys(set)
    if (names.length === 0) return
    const values = names.map((name) => `"${name}" = given."${name}"`).join(', ')
    const [was] = await this.ledger.tx.$queryRawUnsafe<Row[]>(
      `UPDATE "${noun}" AS now SET ${values}, "redactedSeq" = $1::int
       FROM jsonb_populate_record(NULL::"${noun}", $2::jsonb) AS given, (SELECT * FROM "${noun}" WHERE "id" = $3::uuid) AS was
       WHERE now."id" = was."id" RETURNING ${digestedColumns(noun)
         .map((name) => `was."${name}"`)
         .join(', ')}`,
      this.ledger.seq,
      JSON.stringify(set),
      row.id,
    )
    if (!was) throw new AppError('fault', 'What was to be redacted is not there any more. Nothing was redacted.')
    const rewritten = this.before.get(noun) ?? new Map<string, Row>()
    this.before.set(noun, rewritten)
    if (!rewritten.has(row.id)) rewritten.set(row.id, was)
    this.rows += 1
    this.seqs.add((was.createdSeq as number | null) ?? 0)
    for (const { seq } of partsOf(noun)) if (typeof was[seq] === 'number') this.seqs.add(was[seq])
  }

  /**
   * Ends the taking: names the changes that concern the same and whose details hold a secret as well, and empties them all.
   * @returns what goes into the event; null where there was nothing to take
   */
  async end(secrets: readonly string[], about: About): Promise<Record<string, Json> | null> {
    for (const seq of await changesHolding(this.ledger.tx, this.clockId, secrets, about))
      if (seq < this.ledger.seq) this.seqs.add(seq)
    if (this.seqs.size === 0) return null
    return { ...(await redactEvents(this.ledger, this, [...this.seqs], this.before)) }
  }
}

/** The changes of a clock that concern something, and whose recorded details hold one of the secrets. */
async function changesHolding(tx: Tx, clockId: string, secrets: readonly string[], about: About): Promise<number[]> {
  if (secrets.length === 0) return []
  const rows = await tx.$queryRaw<{ seq: number; payload: Json }[]>`
    SELECT "seq", "payload" FROM "AuditEvent" WHERE "clockId" = ${clockId}::uuid AND "kind" <> 'record.redacted'
      AND EXISTS (SELECT FROM unnest(${needles(secrets)}::text[]) AS needle WHERE position(needle IN "payload"::text) > 0)`
  return rows.filter(({ payload }) => tells(payload, secrets) && concerns(payload, about)).map(({ seq }) => seq)
}

/** The clocks of a desk's articles that have such changes, in the order of locking. */
export async function clocksHolding(
  tx: Tx,
  workspaceId: string,
  secrets: readonly string[],
  about: About,
): Promise<string[]> {
  if (secrets.length === 0) return []
  const rows = await tx.$queryRaw<{ clockId: string; payload: Json }[]>`
    SELECT "clockId", "payload" FROM "AuditEvent"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "clockId" <> ${workspaceId}::uuid AND "kind" <> 'record.redacted'
      AND EXISTS (SELECT FROM unnest(${needles(secrets)}::text[]) AS needle WHERE position(needle IN "payload"::text) > 0)`
  return rows.filter(({ payload }) => tells(payload, secrets) && concerns(payload, about)).map(({ clockId }) => clockId)
}

/** A text as it is spelled inside JSON, without its quotation marks: so it is found in the text of a payload. */
export function needles(secrets: readonly string[]): string[] {
  return secrets.map((secret) => JSON.stringify(secret).slice(1, -1))
}
