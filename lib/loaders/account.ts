import type { SessionClaim } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { isPasswordLink } from '@/lib/data/desk/password.ts'
import { findAccount } from '@/lib/data/desk/user.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { deskOf, peopleOf } from './viewer.ts'

export type AccountView = { viewer: Viewer; email: string }

/** A person's own account. */
export async function loadAccount(session: SessionClaim | null): Promise<AccountView> {
  const desk = await deskOf(session)
  const [{ viewer }, account] = await Promise.all([peopleOf(desk), findAccount(db(), session?.userId ?? '')])
  return { viewer, email: account.email }
}

/** Does a one-time link work now? Says nothing about whose it is. */
export async function isOpenLink(token: string): Promise<boolean> {
  return /^[\w-]{43}$/.test(token) && isPasswordLink(db(), token)
}
