import { randomBytes } from 'node:crypto'
import type { Role } from '@/lib/domain/permission.ts'
import { withDatabase } from './database.ts'

/** Prints the password on standard output: it is what was asked for, and is kept nowhere. */
export async function addUser(email: string, { role, name }: { role: Role; name?: string }): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error(`"${email}" is no e-mail address. Nobody was added.`)
  const password = randomBytes(15).toString('base64url')
  await withDatabase(async (db) => {
    const { houseAuthority } = await import('@/lib/data/access.ts')
    const { addMember } = await import('@/lib/data/member.ts')
    const { createUser, findCredentials } = await import('@/lib/data/user.ts')
    const { createWorkspace, firstWorkspace } = await import('@/lib/data/workspace.ts')
    const { hashPassword } = await import('@/lib/platform/password.ts')
    if ((await findCredentials(db, email)) !== null)
      throw new Error(`${email} has an account already. Nothing was changed.`)
    // An installation with a database of its own begins without a desk; the first person brings one.
    const workspaceId = (await firstWorkspace(db))?.id ?? (await createWorkspace(db, 'Desk'))
    const userId = await createUser(db, { email, passwordHash: await hashPassword(password) })
    await addMember(db, houseAuthority(workspaceId), { userId, name: name ?? email.split('@')[0] ?? email, role })
  })
  console.log(password)
}
