import type { Role } from '@/lib/domain/desk/permission.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { type Authority, houseAuthority } from '../access.ts'
import { change, changeWithin } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { endLinks } from './password.ts'
import { endSessions } from './user.ts'

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
    await keepOwner(ledger.tx, workspaceId, memberId)
    await ledger.tx.member.update({ where: { id: memberId }, data: { role }, select: { id: true } })
    return { value: undefined, details: { member: memberId, from: member.role, to: role } }
  })
}

/** The desks a person is on. */
export async function placesOf(
  db: Tx,
  userId: string,
): Promise<{ workspaceId: string; memberId: string; desk: string }[]> {
  const rows = await db.member.findMany({
    where: { userId, endedSeq: null },
    select: { id: true, workspaceId: true, workspace: { select: { name: true } } },
    orderBy: { workspaceId: 'asc' },
    take: 1_000,
  })
  return rows.map(({ id, workspaceId, workspace }) => ({ workspaceId, memberId: id, desk: workspace.name }))
}

/** Ends a membership, and all sessions of the person at once. @throws AppError conflict when they are the only owner */
export async function endMember(db: Db, authority: Authority, memberId: string): Promise<void> {
  await db.$transaction((tx) => endMemberWithin(tx, authority, memberId))
}

async function endMemberWithin(tx: Tx, authority: Authority, memberId: string): Promise<void> {
  const { workspaceId } = authority
  const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'member.ended' } as const
  await changeWithin(tx, what, async (ledger) => {
    const where = { id: memberId, workspaceId, endedSeq: null }
    const member = await tx.member.findFirst({ where, select: { userId: true } })
    if (!member) throw new AppError('not_found', 'There is no such member on this desk.')
    await keepOwner(tx, workspaceId, memberId)
    await ledger.end('Member', [memberId])
    await endSessions(tx, member.userId, null)
    return { value: undefined, details: { member: memberId } }
  })
}

/** Ends a person's account: every membership, every session, every link; done whole or not at all. */
export async function endUser(db: Db, userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const places = await tx.member.findMany({
      where: { userId, endedSeq: null },
      select: { id: true, workspaceId: true },
      orderBy: { workspaceId: 'asc' },
      take: 1_000,
    })
    for (const { id, workspaceId } of places) await endMemberWithin(tx, houseAuthority(workspaceId), id)
    await tx.user.update({ where: { id: userId }, data: { endedAt: new Date() }, select: { id: true } })
    await endSessions(tx, userId, null)
    await endLinks(tx, userId)
  })
}

/** Asked under the desk's lock, so that two owners cannot end each other at once. */
async function keepOwner(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  const owners = await tx.member.findMany({
    where: { workspaceId, role: 'owner', endedSeq: null, user: { endedAt: null } },
    select: { id: true },
    take: 2,
  })
  if (owners.length === 1 && owners[0]?.id === memberId)
    throw new AppError(
      'conflict',
      'This person is the only owner of the desk. Nothing was changed. Make someone else an owner first.',
    )
}
