import { type Ability, may, type Role } from '@/lib/domain/desk/permission.ts'
import { isSlug } from '@/lib/domain/text/slug.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'
import type { Db, Tx } from './db.ts'

declare const minted: unique symbol

/** Who acts, and where: a current member of a workspace. Minted here and nowhere else, after asking the database. */
export type Authority = {
  readonly workspaceId: string
  /** Null for the house itself: the command line and the demo. */
  readonly memberId: string | null
  readonly role: Role
  readonly [minted]: 'authority'
}

/** The right of one member to one article. Functions of this folder that touch an article ask for it. */
export type AuthorizedArticle = Authority & { readonly articleId: string; readonly slug: string }

/** A moment on the clocks: an article's, and its desk's. Reading as of one moment needs no transaction. */
export type Moment = { seq: number; deskSeq: number }

/** A signed-in person, as the session cookie says; worth nothing until the database agrees. */
export type SessionClaim = { userId: string; sessionId: string }

type ArticleRow = Moment & {
  articleId: string
  slug: string
  language: string
  archived: boolean
  workspaceId: string
  memberId: string
  role: Role
}

const FORBIDDEN = 'Your role on this desk does not allow this.'

function mint<T extends { workspaceId: string; memberId: string | null; role: Role }>(row: T): T & Authority {
  return row as T & Authority
}

/** The desk's own hand: for the command line and the seed, which run where the database's password lies. */
export function houseAuthority(workspaceId: string): Authority {
  return mint({ workspaceId, memberId: null, role: 'owner' as const })
}

export function houseArticle(workspaceId: string, articleId: string, slug: string): AuthorizedArticle {
  return { ...houseAuthority(workspaceId), articleId, slug }
}

/**
 * The right of whoever asked for work that is done later (a snapshot to be fetched), as it stands when it is done. Null
 * where they may no longer; without a member it was the house that asked.
 */
export async function authorizeLater(
  db: Db,
  { workspaceId, memberId }: { workspaceId: string; memberId: string | null },
  ability: Ability,
): Promise<Authority | null> {
  if (memberId === null) return houseAuthority(workspaceId)
  const row = await db.member.findFirst({
    where: { id: memberId, workspaceId, endedSeq: null, user: { endedAt: null } },
    select: { role: true },
  })
  return row && may(row.role, ability) ? mint({ workspaceId, memberId, role: row.role }) : null
}

/**
 * The right to an article, by id or slug. A stranger to its workspace learns nothing, not even that it exists.
 * Identity, membership and the article are asked in one query, so there is no moment between them.
 * @throws AppError signed_out, not_found or forbidden
 */
export async function authorizeArticle(
  db: Db,
  session: SessionClaim | null,
  article: { id: string } | { slug: string; workspaceId?: string | undefined },
  ability: Ability,
): Promise<AuthorizedArticle & Moment & { memberId: string; language: string; archived: boolean }> {
  if (!session) throw new AppError('signed_out', 'Sign in first.')
  // What could be no slug is not asked for: the database refuses some characters with an error of its own.
  if ('slug' in article && !isSlug(article.slug)) throw nothingHere()
  const by = 'id' in article ? { id: article.id, slug: null } : { id: null, slug: article.slug }
  const desk = 'id' in article ? null : (article.workspaceId ?? null)
  const [row] = await db.$queryRaw<ArticleRow[]>`
    SELECT a."id" AS "articleId", a."slug", a."workspaceId", m."id" AS "memberId", m."role"::text AS "role",
      a."language", c."seq", w."seq" AS "deskSeq",
      EXISTS (SELECT FROM "Archiving" z WHERE z."articleId" = a."id" AND z."endedSeq" IS NULL) AS "archived"
    FROM "Session" s
    JOIN "User" u ON u."id" = s."userId" AND u."endedAt" IS NULL
    JOIN "Member" m ON m."userId" = u."id" AND m."endedSeq" IS NULL
    JOIN "Article" a ON a."workspaceId" = m."workspaceId"
    JOIN "Clock" c ON c."id" = a."id"
    JOIN "Clock" w ON w."id" = a."workspaceId"
    WHERE s."id" = ${session.sessionId}::uuid AND s."userId" = ${session.userId}::uuid AND s."endedAt" IS NULL AND s."expiresAt" > now()
      AND (a."id" = ${by.id}::uuid OR a."slug" = ${by.slug})
    ORDER BY (a."workspaceId" = ${desk}::uuid) DESC NULLS LAST, m."id"
    LIMIT 1`
  if (!row) throw await missing(db, session)
  if (!may(row.role, ability)) throw new AppError('forbidden', FORBIDDEN)
  return mint(row)
}

/** The right to a workspace: the one asked for, or the first this person belongs to. */
export async function authorizeWorkspace(
  db: Db,
  session: SessionClaim | null,
  workspaceId: string | undefined,
  ability: Ability,
): Promise<Authority & { memberId: string }> {
  if (!session) throw new AppError('signed_out', 'Sign in first.')
  const [row] = await db.$queryRaw<{ workspaceId: string; memberId: string; role: Role }[]>`
    SELECT m."workspaceId", m."id" AS "memberId", m."role"::text AS "role"
    FROM "Session" s
    JOIN "User" u ON u."id" = s."userId" AND u."endedAt" IS NULL
    JOIN "Member" m ON m."userId" = u."id" AND m."endedSeq" IS NULL
    WHERE s."id" = ${session.sessionId}::uuid AND s."userId" = ${session.userId}::uuid AND s."endedAt" IS NULL AND s."expiresAt" > now()
      AND (${workspaceId ?? null}::uuid IS NULL OR m."workspaceId" = ${workspaceId ?? null}::uuid)
    ORDER BY m."id" LIMIT 1`
  if (!row) throw await missing(db, session)
  if (!may(row.role, ability)) throw new AppError('forbidden', FORBIDDEN)
  return mint(row)
}

/**
 * A person's own rights on every desk they are on, for what they do to their account: it is recorded on each of them.
 * Asked by whoever has made sure that it is this person: by their password, or by the link that was made for them.
 */
export async function ownAuthorities(db: Tx, userId: string): Promise<(Authority & { memberId: string })[]> {
  const rows = await db.member.findMany({
    where: { userId, endedSeq: null, user: { endedAt: null } },
    select: { id: true, workspaceId: true, role: true },
    orderBy: { workspaceId: 'asc' },
    take: 1_000,
  })
  return rows.map(({ id, ...row }) => mint({ ...row, memberId: id }))
}

/** A session the database no longer knows is signed out; a known person asking for what is not theirs finds nothing. */
async function missing(db: Db, session: SessionClaim): Promise<AppError> {
  const known = await db.session.findFirst({
    where: {
      id: session.sessionId,
      userId: session.userId,
      endedAt: null,
      expiresAt: { gt: new Date() },
      user: { endedAt: null },
    },
    select: { id: true },
  })
  return known ? nothingHere() : new AppError('signed_out', 'Your session has ended. Sign in again.')
}
