import type { ArticleText } from '@/lib/domain/article/block.ts'
import { type Ability, ROLES, type Role } from '@/lib/domain/desk/permission.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { authorizeArticle, authorizeWorkspace, houseAuthority, type SessionClaim } from '../access.ts'
import { importArticle } from '../article/article.ts'
import { readGalley } from '../article/galley.ts'
import type { Db } from '../db.ts'
import { addMember } from '../desk/member.ts'
import { createUser, openSession } from '../desk/user.ts'
import { createWorkspace } from '../desk/workspace.ts'
import type { NewSource } from '../source/source.ts'

export type Seat = { userId: string; memberId: string; email: string; session: SessionClaim }

/** A desk with one member of each role, and one article on it. */
export type TestDesk = { workspaceId: string; articleId: string; slug: string; seats: Record<Role, Seat> }

/** C-1 is a heading; C-2 states a toll, so it asks for two assessors and two origins; C-3 to C-5 are plain. */
export const CLAIMS = [
  'The fire',
  'At least 12 people were killed in the mill. ',
  'The mill stood by the river. ',
  'It burned on 3 May 2021. ',
  'The owner had been warned.',
] as const

/** @param given `passwordHash` is what every member's account gets; without one no one can sign in with a password */
export async function openDesk(
  db: Db,
  name = 'Mill',
  { passwordHash = 'none', title = 'The mill fire' } = {},
): Promise<TestDesk> {
  const workspaceId = await createWorkspace(db, `${name} desk`)
  const house = houseAuthority(workspaceId)
  const seats = {} as Record<Role, Seat>
  for (const role of ROLES) {
    const email = `${role}@${name.toLowerCase()}.example`
    const userId = await createUser(db, { email, passwordHash })
    const memberId = await addMember(db, house, { userId, name: `${name} ${role}`, role })
    seats[role] = { userId, memberId, email, session: { userId, sessionId: await openSession(db, userId, 3_600) } }
  }
  const { articleId, slug } = await addArticle(db, { workspaceId, seats }, CLAIMS, title)
  return { workspaceId, articleId, slug, seats }
}

/** Another article on a desk, by its editor. */
export async function addArticle(
  db: Db,
  desk: Pick<TestDesk, 'workspaceId' | 'seats'>,
  claims: readonly string[] = CLAIMS,
  title = 'The mill fire',
) {
  const editor = await authorizeWorkspace(db, desk.seats.editor.session, desk.workspaceId, 'article.import')
  return importArticle(db, editor, { text: articleText(title, claims), language: 'en', summary: 'Imported' })
}

/** A heading, and a paragraph of sentences. */
export function articleText(title: string, [heading = '', ...sentences]: readonly string[]): ArticleText {
  return {
    title,
    open: `= ${title} =\n\n`,
    blocks: [
      { kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: [heading] },
      { kind: 'paragraph', open: '', close: '\n', claims: [...sentences] },
    ],
    close: '',
  }
}

/** A member's right to the desk's article, asked for as an action asks. */
export function as(db: Db, desk: TestDesk, role: Role, ability: Ability = 'article.read') {
  return authorizeArticle(db, desk.seats[role].session, { id: desk.articleId }, ability)
}

export type ClaimNow = Awaited<ReturnType<typeof claimNow>>

/** A claim as it stands: what a person looking at it would send along. */
export async function claimNow(db: Db, desk: TestDesk, number: number) {
  const reader = await as(db, desk, 'viewer')
  const claim = (await readGalley(db, reader, reader)).claims.find((row) => row.number === number)
  if (!claim) throw new Error(`no claim C-${number}`)
  return { ...claim, claimId: claim.id, baseId: claim.wordingId }
}

/** A source as the form gives it. */
export function newsItem(title: string, url?: string): NewSource {
  const csl: Csl = { type: 'article-newspaper', title, ...(url && { URL: url }) }
  return { csl, reliability: 'B', gradeReason: 'Known to the desk' }
}

/** Chosen answers of a citation, beside its source. */
export const SUPPORTS = { stance: 'supports', quote: '', note: '', locator: '', credibility: 2 } as const
