import { authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { deskOf, peopleOf } from './viewer.ts'

/** Who may import an article, and onto which desk. */
export async function loadImport(session: SessionClaim | null): Promise<{ viewer: Viewer }> {
  const desk = await deskOf(session)
  await authorizeWorkspace(db(), session, desk.workspaceId, 'article.import')
  const { viewer } = await peopleOf(desk)
  return { viewer }
}
