import { DEFAULT_POLICY } from '@/lib/domain/check/policy.ts'
import { EMPTY_CHAIN } from '@/lib/domain/desk/audit.ts'
import { newId } from '@/lib/platform/ids.ts'
import { houseAuthority } from '../access.ts'
import { changeWithin } from '../clock.ts'
import type { Db } from '../db.ts'

/** Opens a desk with the default checking policy. @returns its id */
export async function createWorkspace(db: Db, name: string): Promise<string> {
  const id = newId()
  await db.$transaction(async (tx) => {
    const workspace = { id, name, createdAt: new Date() }
    await tx.workspace.create({ data: workspace })
    await tx.clock.create({ data: { id, workspaceId: id, hash: EMPTY_CHAIN } })
    const what = {
      clockId: id,
      authority: houseAuthority(id),
      ability: 'member.manage',
      kind: 'workspace.created',
    } as const
    await changeWithin(tx, what, async (ledger) => {
      ledger.vouch('Workspace', workspace)
      await ledger.add('PolicyVersion', [
        { id: newId(), workspaceId: id, number: 1, memberId: null, ...DEFAULT_POLICY },
      ])
      return { value: undefined, details: { name } }
    })
  })
  return id
}

/** The desk used where none is named: the oldest. */
export async function firstWorkspace(db: Db): Promise<{ id: string; name: string } | null> {
  return db.workspace.findFirst({ orderBy: { id: 'asc' }, select: { id: true, name: true } })
}
