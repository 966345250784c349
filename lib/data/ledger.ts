import type { Json } from '@/lib/domain/desk/audit.ts'
import { SPELLING } from '@/lib/domain/desk/vouching.ts'
import { giveWay } from '@/lib/platform/process/give-way.ts'
import type { Tx } from './db.ts'
import {
  acceptedText,
  digestOf,
  endedText,
  type Noun,
  type Row,
  recordedText,
  type Vouched,
  vouchedDigest,
} from './recorded.ts'

/** How many rows are spelled and sent in one go: the largest article has forty thousand claims, and others wait meanwhile. */
const AT_ONCE = 1_000

/**
 * What one change records. It inserts rows and ends them, and keeps the digests that the change's audit event will
 * hold, so that a row altered behind Attest's back is found by `attest audit verify`.
 */
export class Ledger {
  private readonly recorded = new Map<Noun, string[]>()
  private readonly ended = new Map<Noun, string[]>()
  private readonly accepted: string[] = []
  private readonly vouched = new Map<Vouched, Map<string, string>>()

  constructor(
    readonly tx: Tx,
    readonly seq: number,
    readonly at: Date,
  ) {}

  /** Inserts rows of one noun as part of this change. A row may name earlier ones of the same list, not later ones. */
  async add<N extends Noun>(noun: N, rows: readonly Row<N>[]): Promise<void> {
    const lines = this.recorded.get(noun) ?? []
    if (rows.length > 0) this.recorded.set(noun, lines)
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE)
      for (const row of some) lines.push(recordedText(noun, row))
      if (noun === 'ClaimRevision')
        for (const row of some) if ('acceptedSeq' in row && row.acceptedSeq) this.accepted.push(acceptedText(row))
      await this.insert(
        noun,
        some.map((row) => ({ ...row, createdSeq: this.seq })),
      )
      await giveWay()
    }
  }

  /** Marks rows as no longer counting, with whatever else ends with them (a reason, a state). */
  async end(noun: Noun, ids: readonly string[], patch: Record<string, unknown> = {}): Promise<void> {
    if (ids.length === 0) return
    const lines = ids.map((id) => endedText(noun, { ...patch, id }))
    this.ended.set(noun, [...(this.ended.get(noun) ?? []), ...lines])
    const columns = Object.keys(patch).map((column) => `"${column}"`)
    const set = columns.map((column) => `${column} = p.${column}, `).join('')
    await this.tx.$executeRawUnsafe(
      `UPDATE "${noun}" t SET ${set}"endedSeq" = ${this.seq}
       FROM jsonb_populate_record(NULL::"${noun}", $2::jsonb) p WHERE t."id" = ANY($1::uuid[])`,
      ids,
      JSON.stringify(patch),
    )
  }

  /** Makes a proposal the accepted wording. */
  async accept(id: string, patch: Acceptance): Promise<void> {
    this.accepted.push(acceptedText({ ...patch, id }))
    const data = { ...patch, state: 'accepted' as const, acceptedSeq: this.seq }
    await this.tx.claimRevision.update({ where: { id }, data, select: { id: true } })
  }

  /** Has this change's event vouch for a row beside the clocks, as it is from now on. */
  vouch(table: Vouched, row: { id: string } & Record<string, unknown>): void {
    this.vouched.set(table, (this.vouched.get(table) ?? new Map()).set(row.id, vouchedDigest(table, row)))
  }

  /** Has anything of a noun been recorded so far? */
  holds(noun: Noun): boolean {
    return (this.recorded.get(noun)?.length ?? 0) > 0
  }

  digests(): Record<string, Json> {
    const digested = (map: Map<Noun, string[]>) =>
      Object.fromEntries([...map].map(([noun, lines]) => [noun, digestOf(lines)]))
    const vouched = Object.fromEntries([...this.vouched].map(([table, rows]) => [table, Object.fromEntries(rows)]))
    return {
      spelling: SPELLING,
      recorded: digested(this.recorded),
      ended: digested(this.ended),
      ...(this.accepted.length > 0 && { accepted: { ClaimRevision: digestOf(this.accepted) } }),
      ...(this.vouched.size > 0 && { vouched }),
    }
  }

  /** One statement for any number of rows: three times as fast as createMany, which plans and checks again each time. */
  private async insert(noun: Noun, rows: object[]): Promise<void> {
    // Names come from this code, values from people: the values go in as one parameter.
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => `"${column}"`).join(', ')
    await this.tx.$executeRawUnsafe(
      `INSERT INTO "${noun}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${noun}", $1::jsonb)`,
      JSON.stringify(rows),
    )
  }
}

type Acceptance = {
  substance: number
  revisionId: string
  reviewerId: string | null
  reviewReason: string | null
}
