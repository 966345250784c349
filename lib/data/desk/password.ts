import { randomBytes } from 'node:crypto'
import { AppError } from '@/lib/platform/errors.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { type Authority, houseAuthority, ownAuthorities, type SessionClaim } from '../access.ts'
import { changeWithin } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { endSessions } from './user.ts'

// How a person's password is set: by themselves, who know the old one, or by a link that was made for them. Whoever does
// it, it is recorded on every desk they are on, and ends what the old password opened.

/** Seconds a link lasts. */
const LINK_SECONDS = 3_600

type Kind = 'account.link_made' | 'account.password_set' | 'account.password_changed'

/**
 * Sets a password where the old one still is what it was when it was asked for, and ends all other sessions.
 * @throws AppError conflict where it was changed meanwhile
 */
export async function changePassword(
  db: Db,
  session: SessionClaim,
  hashes: { old: string; next: string },
): Promise<void> {
  const { userId, sessionId } = session
  await db.$transaction(async (tx) => {
    await record(tx, userId, 'account.password_changed', 'own')
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: hashes.old, endedAt: null },
      data: { passwordHash: hashes.next },
    })
    if (count === 0) throw new AppError('conflict', 'Your password was changed meanwhile. Nothing was changed now.')
    await endSessions(tx, userId, sessionId)
    await endLinks(tx, userId)
  })
}

/**
 * Makes a link's token, by which a person sets their password once. Earlier ones are worth nothing from now on. The token
 * is given to whoever asked and kept nowhere.
 */
export async function makePasswordLink(db: Db, userId: string, seconds = LINK_SECONDS): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = new Date()
  await db.$transaction(async (tx) => {
    await record(tx, userId, 'account.link_made', 'house')
    await endLinks(tx, userId)
    const expiresAt = new Date(createdAt.getTime() + seconds * 1_000)
    await tx.passwordLink.create({ data: { id: sha256(token), userId, createdAt, expiresAt } })
  })
  return token
}

/** Can a password be set by this link now? */
export async function isPasswordLink(db: Tx, token: string): Promise<boolean> {
  return (await db.passwordLink.findFirst({ where: openLink(token), select: { id: true } })) !== null
}

/**
 * Sets a password by a link, and ends all sessions of the person and every link of theirs. Of many at once one does it.
 * @returns whose it was
 * @throws AppError not_found where the link was used, is too old, or never was one
 */
export async function redeemPasswordLink(db: Db, token: string, passwordHash: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const link = await tx.passwordLink.findFirst({ where: openLink(token), select: { id: true, userId: true } })
    if (!link) throw new AppError('not_found', LINK_SPENT)
    await record(tx, link.userId, 'account.password_set', 'own')
    const { count } = await tx.passwordLink.updateMany({ where: openLink(token), data: { endedAt: new Date() } })
    if (count === 0) throw new AppError('not_found', LINK_SPENT)
    await tx.user.update({ where: { id: link.userId }, data: { passwordHash }, select: { id: true } })
    await endSessions(tx, link.userId, null)
    await endLinks(tx, link.userId)
    return link.userId
  })
}

export const LINK_SPENT =
  'This link was used before, is too old, or was replaced. Your password is as it was. Ask the owner of your desk for a new link.'

function openLink(token: string) {
  return { id: sha256(token), endedAt: null, expiresAt: { gt: new Date() }, user: { endedAt: null } }
}

/** Every link that a person could still use. */
export async function endLinks(tx: Tx, userId: string): Promise<void> {
  await tx.passwordLink.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
}

/** On every desk, in one order, so that two of them never wait for each other. */
async function record(tx: Tx, userId: string, kind: Kind, by: 'own' | 'house'): Promise<void> {
  for (const own of await ownAuthorities(tx, userId)) {
    const authority: Authority = by === 'own' ? own : houseAuthority(own.workspaceId)
    const what = { clockId: own.workspaceId, authority, ability: 'article.read', kind } as const
    await changeWithin(tx, what, async () => ({ value: undefined, details: { member: own.memberId } }))
  }
}
