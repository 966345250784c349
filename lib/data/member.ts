import type { Role } from '@/lib/domain/permission'
import { AppError } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/ids'
import type { Authority } from './access'
import { change } from './clock'
import type { Db } from './db'

export type MemberDto = { id: string; name: string; role: Role }

/** Members of a workspace, those who left too: what they recorded still bears their name. At most 1,000. */
export async function listMembers(db: Db, authority: Authority): Promise<(MemberDto & { ended: boolean })[]> {
  const rows = await db.member.findMany({
    where: { workspaceId: authority.workspaceId },
    select: { id: true, name: true, role: true, endedSeq: true },
    orderBy: { id: 'asc' },
    take: 1_000,
  })
  return rows.map(({ endedSeq, ...member }) => ({ ...member, ended: endedSeq !== null }))
}

/** Gives a person a place on the desk. @throws AppError conflict when they have one */
export async function addMember(
  db: Db,
  authority: Authority,
  member: { userId: string; name: string; role: Role },
): Promise<string> {
  const { workspaceId } = authority
  const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'member.added' } as const
  return change(db, what, async (ledger) => {
    const there = await ledger.tx.member.findFirst({
      where: { workspaceId, userId: member.userId, endedSeq: null },
      select: { id: true },
    })
    if (there) throw new AppError('conflict', 'This person is on the desk already.')
    const account = { id: true, email: true, createdAt: true }
    const user = await ledger.tx.user.findUnique({ where: { id: member.userId }, select: account })
    if (!user) throw new AppError('not_found', 'There is no such account.')
    ledger.vouch('User', user)
    const id = newId()
    await ledger.add('Member', [{ id, workspaceId, ...member }])
    return { value: id, details: { member: id, name: member.name, role: member.role } }
  })
}

/** Changes a member's role; the next thing they ask is judged by it. */
export async function setMemberRole(db: Db, authority: Authority, memberId: string, role: Role): Promise<void> {
  const { workspaceId } = authority
  const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'member.role_changed' } as const
  await change(db, what, async (ledger) => {
    const where = { id: memberId, workspaceId, endedSeq: null }
    const member = await ledger.tx.member.findFirst({ where, select: { role: true } })
    if (!member) throw new AppError('not_found', 'There is no such member on this desk.')
    if (member.role === role) return { value: undefined }
    await ledger.tx.member.update({ where: { id: memberId }, data: { role }, select: { id: true } })
    return { value: undefined, details: { member: memberId, from: member.role, to: role } }
  })
}
