import { labelled } from '@/lib/domain/article/framing.ts'
import { may, mayAssign, type Role } from '@/lib/domain/desk/permission.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { claimHead } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'

export type NewAssignment = {
  claimId: string
  assigneeId: string
  note: string
  commandId?: string | undefined
  at?: Date
}

export type Assigned = { outcome: 'assigned' | 'already'; assignmentId: string }

/**
 * Gives a claim to a member of the desk to see to, or takes it for oneself. Whoever has it already keeps it as it was
 * given; someone it is given to by another is told.
 */
export async function assignClaim(db: Db, article: AuthorizedArticle, given: NewAssignment): Promise<Assigned> {
  const { claimId, assigneeId, note } = given
  const { memberId } = article
  const ability = assigneeId === memberId ? 'claim.take' : 'claim.assign'
  const what = { ...scopeOf(article, given), ability, kind: 'assignment.made' } as const
  if (memberId !== null && !mayAssign({ memberId, role: article.role }, assigneeId))
    throw new AppError('forbidden', 'Only an editor can give a claim to someone else. You can take it yourself.')
  return change<Assigned>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, claimId)
    await expectWorker(ledger.tx, article, assigneeId)
    const current = await ledger.tx.assignment.findFirst({
      where: { claimId, assigneeId, endedSeq: null },
      select: { id: true },
    })
    if (current) return { value: { outcome: 'already', assignmentId: current.id } }
    const id = newId()
    await ledger.add('Assignment', [
      { ...ownerOf(article), id, claimId, assigneeId, memberId, note, createdAt: ledger.at },
    ])
    if (assigneeId !== memberId)
      await ledger.add('Notification', [
        {
          ...ownerOf(article),
          id: newId(),
          memberId: assigneeId,
          subjectId: id,
          claim: claim.key,
          answer: 'assigned',
          words: labelled(claim.head, claim.head.text),
          reason: note,
          createdAt: ledger.at,
        },
      ])
    return {
      value: { outcome: 'assigned', assignmentId: id },
      details: { claim: claim.key, assignment: id, assignee: assigneeId, note },
    }
  })
}

/** Ends an assignment: its assignee gives the claim back, or an editor takes it back. @returns whether it had not ended */
export async function endAssignment(
  db: Db,
  article: AuthorizedArticle,
  given: { id: string; reason: string; commandId?: string | undefined; at?: Date },
): Promise<boolean> {
  const what = { ...scopeOf(article, given), ability: 'claim.take', kind: 'assignment.ended' } as const
  return change<boolean>(db, what, async (ledger) => {
    const row = await ledger.tx.assignment.findFirst({
      where: { id: given.id, ...ownerOf(article) },
      select: { assigneeId: true, endedSeq: true, claim: { select: { number: true } } },
    })
    if (!row) throw new AppError('not_found', 'This claim was never assigned so.')
    const { memberId, role } = article
    if (memberId !== null && !mayAssign({ memberId, role }, row.assigneeId))
      throw new AppError('forbidden', 'Only the person who has the claim, or an editor, can give it back.')
    if (row.endedSeq !== null) return { value: false }
    const reason = given.reason || (memberId === row.assigneeId ? 'given back' : 'taken back')
    await ledger.end('Assignment', [given.id], { endReason: reason })
    return { value: true, details: { claim: row.claim.number, assignment: given.id, assignee: row.assigneeId, reason } }
  })
}

/** The member stays one, and of that role, until the change is through. @throws AppError where they cannot see to a claim */
async function expectWorker(tx: Tx, article: AuthorizedArticle, memberId: string): Promise<void> {
  const [member] = await tx.$queryRaw<{ role: Role; ended: boolean }[]>`
    SELECT "role"::text AS "role", "endedSeq" IS NOT NULL AS "ended" FROM "Member"
    WHERE "id" = ${memberId}::uuid AND "workspaceId" = ${article.workspaceId}::uuid FOR SHARE`
  if (!member) throw new AppError('invalid', 'This person is not on this desk.')
  if (member.ended) throw new AppError('invalid', 'This member has left the desk.')
  if (!may(member.role, 'claim.take'))
    throw new AppError('invalid', 'A viewer only looks. A claim is given to a checker, an editor or an owner.')
}
