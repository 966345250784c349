import { cookies } from 'next/headers'
import { type Authority, type AuthorizedArticle, authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { archivedNow } from '@/lib/data/article/archiving.ts'
import { db } from '@/lib/data/db.ts'
import { listMembers } from '@/lib/data/desk/member.ts'
import { isUuid } from '@/lib/domain/text/uuid.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'

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

/** Everyone on the desk, and which of them is looking; at an article, also whether that is archived. */
export async function peopleOf(
  authority: Authority & { memberId: string } & Partial<Pick<AuthorizedArticle, 'articleId'>>,
): Promise<{ people: Person[]; viewer: Viewer }> {
  const { articleId } = authority
  const [people, archived] = await Promise.all([
    listMembers(db(), authority),
    articleId === undefined ? null : archivedNow(db(), { ...authority, articleId }),
  ])
  const { memberId, role, workspaceId } = authority
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
  const viewer: Viewer = { memberId, role, workspaceId, name: nameOf(memberId) ?? '' }
  if (archived === null) return { people, viewer }
  const { at, reason } = archived
  return {
    people,
    viewer: { ...viewer, archived: { by: nameOf(archived.memberId) ?? 'Attest', at: at.toISOString(), reason } },
  }
}
