import { cookies } from 'next/headers'
import { type Authority, authorizeWorkspace, type SessionClaim } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import { listMembers } from '@/lib/data/member'
import type { Person, Viewer } from '@/lib/schema/galley'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Only what could be an id is asked of the database. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The desk this browser last chose; only a wish, which the database may not grant. */
export async function chosenDesk(): Promise<string | undefined> {
  const chosen = (await cookies()).get('desk')?.value
  return chosen && isUuid(chosen) ? chosen : undefined
}

/** The right to the desk this person works at now. */
export async function deskOf(session: SessionClaim | null) {
  const chosen = await chosenDesk()
  try {
    return await authorizeWorkspace(db(), session, chosen, 'article.read')
  } catch (error) {
    // A desk they no longer belong to: back to one they do.
    if (chosen) return authorizeWorkspace(db(), session, undefined, 'article.read')
    throw error
  }
}

/** Everybody on the desk, and which of them is looking. */
export async function peopleOf(
  authority: Authority & { memberId: string },
): Promise<{ people: Person[]; viewer: Viewer }> {
  const people = await listMembers(db(), authority)
  const { memberId, role, workspaceId } = authority
  const name = people.find((person) => person.id === memberId)?.name ?? ''
  return { people, viewer: { memberId, role, workspaceId, name } }
}
