import { DEFAULT_CONTACT_ROLE } from '@/lib/domain/check/policy.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { maySeeContact } from '@/lib/domain/source/contact.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { Authority } from '../access.ts'
import { change } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { type Asked, requireSource } from './source.ts'

/** From which role on the desk's policy lets people see who spoke to it. */
export async function contactRole(db: Pick<Tx, 'policyVersion'>, workspaceId: string): Promise<Role> {
  const policy = await db.policyVersion.findFirst({
    where: { workspaceId, articleId: null, endedSeq: null },
    select: { contactRole: true },
  })
  return policy?.contactRole ?? DEFAULT_CONTACT_ROLE
}

/** Records how a person who spoke to the desk is reached; empty takes it away. Who may see it, the policy says. */
export async function setSourceContact(
  db: Db,
  authority: Authority,
  given: { sourceId: string; contact: string } & Asked,
): Promise<void> {
  const { workspaceId, memberId } = authority
  const { sourceId, contact, commandId } = given
  const what = {
    clockId: workspaceId,
    authority,
    ability: 'source.add',
    kind: 'source.contact_set',
    commandId,
  } as const
  await change(db, what, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, sourceId)
    const current = await ledger.tx.sourceContact.findFirst({
      where: { sourceId, endedSeq: null },
      select: { id: true, memberId: true },
    })
    if (current && !maySeeContact(authority, current.memberId, await contactRole(ledger.tx, workspaceId)))
      throw new AppError(
        'forbidden',
        'Someone else recorded how to reach this source, and you may not see it. Nothing was changed.',
      )
    if (!current && !contact) return { value: undefined }
    if (current) await ledger.end('SourceContact', [current.id])
    if (contact)
      await ledger.add('SourceContact', [
        { id: newId(), workspaceId, memberId, sourceId, contact, createdAt: ledger.at },
      ])
    return { value: undefined, details: { source: sourceId, given: contact !== '' } }
  })
}
