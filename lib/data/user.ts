import { newId } from '@/lib/platform/ids'
import type { Db } from './db'

export type Credentials = { id: string; passwordHash: string }

/** One spelling for an e-mail address: compatibility forms folded, small letters, no white space around it. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

export async function findCredentials(db: Db, email: string): Promise<Credentials | null> {
  return db.user.findFirst({
    where: { email: normalEmail(email), endedAt: null },
    select: { id: true, passwordHash: true },
  })
}

export async function createUser(db: Db, user: { email: string; passwordHash: string }): Promise<string> {
  const id = newId()
  await db.user.create({
    data: { id, email: normalEmail(user.email), passwordHash: user.passwordHash, createdAt: new Date() },
  })
  return id
}

/** Sets a new password and ends every session that the old one opened. */
export async function setPassword(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db.$transaction([
    db.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } }),
    db.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } }),
  ])
}

/** Opens a session. @param seconds how long it may last @returns its id */
export async function openSession(db: Db, userId: string, seconds: number): Promise<string> {
  const id = newId()
  const createdAt = new Date()
  await db.session.create({
    data: { id, userId, createdAt, expiresAt: new Date(createdAt.getTime() + seconds * 1000) },
  })
  return id
}

/** Ends one session: its cookie is worth nothing from now on, wherever it was copied to. */
export async function endSession(db: Db, session: { userId: string; sessionId: string }): Promise<void> {
  const { userId, sessionId } = session
  await db.session.updateMany({ where: { id: sessionId, userId, endedAt: null }, data: { endedAt: new Date() } })
}
