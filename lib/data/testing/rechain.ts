import { type ChainedEvent, chainEvent, EMPTY_CHAIN, type Json } from '@/lib/domain/desk/audit.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import type { Attempts } from './attempt.ts'

/** An event as it is chained, its content there. */
export type OpenEvent = Omit<ChainedEvent, 'payload'> & { payload: { [key: string]: Json } }

/**
 * Writes a clock's whole chain again over other payloads, as someone could who has the database and knows the format.
 * @param rewrite gives the payload an event is to have had
 */
export async function rechain(
  client: Attempts['client'],
  clockId: string,
  rewrite: (event: OpenEvent) => { [key: string]: Json } | Promise<{ [key: string]: Json }>,
): Promise<void> {
  const { rows } = await client.query('SELECT * FROM "AuditEvent" WHERE "clockId" = $1 ORDER BY "seq"', [clockId])
  let previous = EMPTY_CHAIN
  for (const row of rows) {
    const event = { ...row, at: (row.at as Date).toISOString() } as OpenEvent
    const { seq, kind, memberId, at, deskSeq } = event
    const facts = { seq, kind, memberId, at, deskSeq }
    const made = chainEvent(facts, await rewrite(event), event.salt ?? 'salt', previous, sha256)
    await client.query(
      `UPDATE "AuditEvent" SET "payload" = $3, "payloadHash" = $4, "previousHash" = $5, "hash" = $6
       WHERE "clockId" = $1 AND "seq" = $2`,
      [clockId, seq, JSON.stringify(made.payload), made.payloadHash, made.previousHash, made.hash],
    )
    previous = made.hash
  }
  await client.query('UPDATE "Clock" SET "hash" = $2 WHERE "id" = $1', [clockId, previous])
}
