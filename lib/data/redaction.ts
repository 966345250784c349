import type { Json } from '@/lib/domain/audit'
import { type Digests, type SignedRedaction, SPELLING, type Vouching, vouchingOf } from '@/lib/domain/vouching'
import { AppError } from '@/lib/platform/errors'
import { signingKey } from '@/lib/platform/signing-key'
import { parseRedaction } from '@/lib/schema/redaction'
import type { Tx } from './db'
import { digestOf, type Ledger, recordedText } from './ledger'
import { signRedaction } from './redaction-signature'
import { nounsOf, ownerColumn, type Part, partsOf, type Row } from './row-digest'

/**
 * Takes the payloads and salts of earlier changes of the clock out of the log, and says what these changes vouch for from
 * now on: the digests of their rows as they are at this moment. Call it inside `change` with kind `record.redacted`, after
 * the rows were rewritten, and give what it returns into the change's details:
 *
 *     return { value, details: { reason, ...(await redactEvents(ledger, articleId, isDesk, seqs)) } }
 *
 * @param seqs every change one of whose rows was rewritten, or whose payload names what has to go; 0 stands for an
 * article's notifications without a change (`createdSeq` null)
 * @param key the installation's; what it signs, nobody can make who has only the database
 * @throws AppError invalid when one of them is not an earlier change of this clock; unavailable without a key
 */
export async function redactEvents(
  ledger: Ledger,
  clockId: string,
  isDesk: boolean,
  seqs: readonly number[],
  key = signingKey(process.env),
): Promise<SignedRedaction> {
  const { tx } = ledger
  if (!key)
    throw new AppError(
      'unavailable',
      'This installation has no key to sign with (ATTEST_SIGNING_KEY), and a redaction has to be signed. Nothing was redacted.',
    )
  const redacted = [...new Set(seqs)].sort((a, b) => a - b)
  const changes = redacted.filter((seq) => seq !== 0 || isDesk)
  const events = await tx.auditEvent.findMany({
    where: { clockId, seq: { in: changes } },
    select: { seq: true, kind: true, payload: true },
  })
  if (redacted.length === 0 || events.length !== changes.length || changes.some((seq) => seq >= ledger.seq))
    throw new AppError('invalid', 'Only earlier changes of the same record can be redacted. Nothing was redacted.')
  const before = await reissuedBefore(tx, clockId)
  const digests = await digestsNow(tx, clockId, isDesk, changes)
  const reissued: Record<string, Vouching> = {}
  for (const { seq, kind, payload } of events) {
    const was = payload === null ? before.get(seq) : vouchingOf(kind, payload as Json)
    if (!was) throw new AppError('fault', `What change ${seq} recorded is missing. Run \`attest audit verify\`.`)
    reissued[seq] = { ...was, spelling: SPELLING, recorded: {}, accepted: {}, ended: {}, ...digests.get(seq) }
  }
  if (changes.length < redacted.length) reissued[0] = await olderNow(tx, clockId)
  await tx.$executeRaw`
    UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE "clockId" = ${clockId}::uuid AND "seq" = ANY(${changes})`
  return signRedaction({ redacted, reissued }, clockId, ledger.seq, key)
}

/** As lib/data/beside.ts digests them for checkpoints. */
async function olderNow(tx: Tx, articleId: string): Promise<Vouching> {
  const rows = await tx.notification.findMany({ where: { articleId, createdSeq: null } })
  const lines = rows.map((row) => digestOf([recordedText('Notification', row)]))
  return { spelling: SPELLING, recorded: { Notification: digestOf(lines) }, accepted: {}, ended: {}, vouched: {} }
}

/** What earlier redactions say of changes whose payload is gone already. */
async function reissuedBefore(tx: Tx, clockId: string): Promise<Map<number, Vouching>> {
  const rows = await tx.auditEvent.findMany({
    where: { clockId, kind: 'record.redacted' },
    orderBy: { seq: 'asc' },
    select: { payload: true },
  })
  const found = new Map<number, Vouching>()
  for (const { payload } of rows)
    for (const [seq, vouching] of Object.entries(parseRedaction(payload)?.reissued ?? {}))
      found.set(Number(seq), vouching)
  return found
}

/** The digests of the rows of some changes as the tables hold them now, by change. */
async function digestsNow(tx: Tx, clockId: string, isDesk: boolean, seqs: readonly number[]) {
  const found = new Map<number, Record<Part, Digests>>(
    seqs.map((seq) => [seq, { recorded: {}, accepted: {}, ended: {} }]),
  )
  for (const noun of nounsOf(isDesk)) {
    for (const { part, seq: column, columns, line } of partsOf(noun)) {
      const names = [...new Set([...columns, column])].map((name) => `"${name}"`).join(', ')
      const rows = await tx.$queryRawUnsafe<Row[]>(
        `SELECT ${names} FROM "${noun}" WHERE "${ownerColumn(noun)}" = $1::uuid AND "${column}" = ANY($2::int[])`,
        clockId,
        seqs,
      )
      for (const [seq, own] of Map.groupBy(rows, (row) => row[column] as number)) {
        const digests = found.get(seq)
        if (digests) digests[part][noun] = digestOf(own.map((row) => line(row, SPELLING)))
      }
    }
  }
  return found
}
