import { commandContent } from '@/lib/platform/command-content.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Authority } from './access.ts'
import type { Db, Tx } from './db.ts'

/** The command had been carried out before; the change is not done twice. */
export class Repeated extends Error {}

type Sent = { commandId: string; authority: Authority }
type Done = { memberId: string | null; commandDigest: string | null }

/**
 * Tells a command that is sent again from one that only bears the id of another: an id belongs to whoever sent it first,
 * and to what it said. Returns where it was never carried out.
 * @throws Repeated where it was carried out; AppError `conflict` where something else was
 */
export async function refuseRepeat(tx: Tx | Db, { commandId, authority }: Sent, clockId: string | null): Promise<void> {
  const { workspaceId } = authority
  const where = clockId === null ? { workspaceId, commandId } : { clockId, commandId }
  const done = await tx.auditEvent.findFirst({ where, select: { memberId: true, commandDigest: true } })
  if (!done) return
  requireSame(done, authority)
  throw new Repeated()
}

/** @throws AppError `conflict` where an event is of another person, or of a command that said something else */
export function requireSame({ memberId, commandDigest }: Done, authority: Authority): void {
  const digest = commandContent()
  const isSame =
    memberId === authority.memberId && (commandDigest === null || digest === null || commandDigest === digest)
  if (!isSame)
    throw new AppError(
      'conflict',
      'Another command was sent under the same number before, so this one was not carried out. Reload the page and try again.',
    )
}
