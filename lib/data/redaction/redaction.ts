import { type ChainedEvent, eventBreak } from '@/lib/domain/desk/audit.ts'
import { type SignedRedaction, SPELLING, type Vouching, vouchingOf } from '@/lib/domain/desk/vouching.ts'
import { formerKeys, type SigningKey, signingKey } from '@/lib/platform/auth/signing-key.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { parseRedaction } from '@/lib/schema/redaction.ts'
import { readRedaction, signRedaction } from '../audit/redaction-signature.ts'
import type { Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import { spelledDate } from '../recorded.ts'
import { digestsAround, olderAround, type RowsBefore, strangeNouns } from './digests.ts'

/**
 * Takes the payloads and salts of earlier changes of the clock out of the log, and says what these changes vouch for from
 * now on: the digests of their rows as they are at this moment. Call it inside `change` with kind `record.redacted`, after
 * the rows were rewritten, and give what it returns into the change's details:
 *
 *     return { value, details: { reason, ...(await redactEvents(ledger, clock, seqs, before)) } }
 *
 * What it signs replaces what these changes said of themselves. So it signs nothing of a change whose event or rows were
 * not what was recorded, up to this redaction: a forgery would be covered up by it.
 *
 * @param seqs every change one of whose rows was rewritten, or whose payload names what has to go; 0 stands for an
 * article's notifications without a change (`createdSeq` null)
 * @param before the rewritten rows as they were before this redaction
 * @param key the installation's; what it signs, no one can make who has only the database
 * @throws AppError invalid when one of them is not an earlier change of this clock; unavailable without a key; fault where
 * something is not what was recorded
 */
export async function redactEvents(
  ledger: Ledger,
  { clockId, isDesk }: { clockId: string; isDesk: boolean },
  seqs: readonly number[],
  before: RowsBefore,
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
  const events = await tx.auditEvent.findMany({ where: { clockId, seq: { in: changes } } })
  if (redacted.length === 0 || events.length !== changes.length || changes.some((seq) => seq >= ledger.seq))
    throw new AppError('invalid', 'Only earlier changes of the same record can be redacted. Nothing was redacted.')
  const { earlier, faults } = await reissuedBefore(tx, clockId, key)
  const refuse = (seq: number, what: string) => notRecorded(seq, faults.get(seq) ?? what, faults.has(seq))
  const vouched = new Map(
    events.map(({ at, ...event }) => [
      event.seq,
      vouchedFor({ ...event, at: spelledDate(at) } as ChainedEvent, earlier, refuse),
    ]),
  )
  const { was, now } = await digestsAround(
    tx,
    { clockId, isDesk },
    new Map([...vouched].map(([seq, { spelling }]) => [seq, spelling])),
    before,
  )
  const reissued: Record<string, Vouching> = {}
  for (const [seq, vouching] of vouched) {
    const strange = strangeNouns(vouching, was.get(seq))
    if (strange.length > 0) throw refuse(seq, `what ${strange.join(' and ')} holds is not what was recorded`)
    reissued[seq] = { ...vouching, spelling: SPELLING, recorded: {}, accepted: {}, ended: {}, ...now.get(seq) }
  }
  if (changes.length < redacted.length) reissued[0] = await olderNow(tx, clockId, earlier.get(0), before)
  await tx.$executeRaw`
    UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE "clockId" = ${clockId}::uuid AND "seq" = ANY(${changes})`
  return signRedaction({ redacted, reissued }, clockId, ledger.seq, key)
}

/** What an event vouches for, or what an earlier redaction says that it does. */
function vouchedFor(
  event: ChainedEvent,
  earlier: ReadonlyMap<number, Vouching>,
  refuse: (seq: number, what: string) => AppError,
): Vouching {
  const { seq, kind, payload, previousHash } = event
  const fault = eventBreak(event, { seq: seq - 1, hash: previousHash }, sha256)
  if (fault) throw notRecorded(seq, fault.what)
  const vouching = payload === null ? earlier.get(seq) : vouchingOf(kind, payload)
  if (!vouching) throw refuse(seq, 'its content is missing, and no redaction took it away')
  return vouching
}

/** @param isOfKey another key may be all that is wrong */
function notRecorded(seq: number, what: string, isOfKey = false): AppError {
  const remedy = isOfKey ? ' If you replaced the key, name the former one in ATTEST_FORMER_KEYS.' : ''
  return new AppError(
    'fault',
    `Change ${seq} was altered behind Attest’s back: ${what}. A redaction would cover that up, so nothing was redacted.${remedy} Run \`attest audit verify\`.`,
  )
}

/** Older notifications as they are now; what an earlier redaction says of them has to have held until this one. */
async function olderNow(
  tx: Tx,
  articleId: string,
  earlier: Vouching | undefined,
  before: RowsBefore,
): Promise<Vouching> {
  const { was, now } = await olderAround(tx, articleId, before)
  if (earlier && earlier.recorded.Notification !== was)
    throw notRecorded(0, 'older notifications are not what was left of them')
  return { spelling: SPELLING, recorded: { Notification: now }, accepted: {}, ended: {}, vouched: {} }
}

/**
 * What earlier redactions say of changes whose payload is gone already. One that does not count says nothing, so that
 * whoever can write one cannot keep others from redacting; `faults` has what is wrong with it, by the changes it names.
 */
async function reissuedBefore(tx: Tx, clockId: string, key: SigningKey) {
  const rows = await tx.auditEvent.findMany({
    where: { clockId, kind: 'record.redacted' },
    orderBy: { seq: 'asc' },
    select: { seq: true, payload: true },
  })
  const keys = [key.publicKey, ...formerKeys(process.env)]
  const earlier = new Map<number, Vouching>()
  const faults = new Map<number, string>()
  for (const { seq, payload } of rows) {
    const { redaction, fault } = readRedaction(payload, clockId, seq, keys)
    if (redaction)
      for (const [target, vouching] of Object.entries(redaction.reissued)) earlier.set(Number(target), vouching)
    else
      for (const target of parseRedaction(payload)?.redacted ?? [])
        faults.set(target, `change ${seq} redacted it, and ${fault}`)
  }
  return { earlier, faults }
}
