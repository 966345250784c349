import { nothingHere } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { Db, Tx } from '../db.ts'

export type Credentials = { id: string; passwordHash: string }

/** One spelling for an e-mail address: compatibility forms folded, small letters, no white space around it. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}

/** Could this be the address of an account? What it says otherwise is not looked at. @param email in its normal form */
export function isEmail(email: string): boolean {
  return email.length <= 320 && /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email)
}

export async function findCredentials(db: Db, email: string): Promise<Credentials | null> {
  return db.user.findFirst({
    where: { email: normalEmail(email), endedAt: null },
    select: { id: true, passwordHash: true },
  })
}

/** A person's own account. @throws AppError not_found */
export async function findAccount(db: Db, userId: string) {
  const user = await db.user.findFirst({
    where: { id: userId, endedAt: null },
    select: {
      email: true,
      passwordHash: true,
      members: { where: { endedSeq: null }, select: { name: true }, take: 100 },
    },
  })
  if (!user) throw nothingHere()
  const { email, passwordHash, members } = user
  return { email, passwordHash, names: [email, ...members.map(({ name }) => name)] }
}

export async function createUser(db: Db, user: { email: string; passwordHash: string }): Promise<string> {
  const id = newId()
  await db.user.create({
    data: { id, email: normalEmail(user.email), passwordHash: user.passwordHash, createdAt: new Date() },
  })
  return id
}

/** A new account; or one that had ended, opened again with a password of its own. @returns its id */
export async function openAccount(db: Db, user: { email: string; passwordHash: string }): Promise<string> {
  const { passwordHash } = user
  const ended = { email: normalEmail(user.email), endedAt: { not: null } }
  const [again] = await db.user.updateManyAndReturn({
    where: ended,
    data: { passwordHash, endedAt: null },
    select: { id: true },
  })
  return again?.id ?? createUser(db, user)
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
/** Whether a session counts still: what a cookie says of one that was ended reads as well as before. */
export async function isOpenSession(
  db: Db,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<boolean> {
  const where = { id: sessionId, userId, endedAt: null, expiresAt: { gt: new Date() } }
  return (await db.session.count({ where })) > 0
}

export async function endSession(db: Db, session: { userId: string; sessionId: string }): Promise<void> {
  const { userId, sessionId } = session
  await db.session.updateMany({ where: { id: sessionId, userId, endedAt: null }, data: { endedAt: new Date() } })
}

/** Ends every session of a person but one, wherever its cookie was copied to. @param but null: none is left */
export async function endSessions(tx: Tx, userId: string, but: string | null): Promise<void> {
  await tx.session.updateMany({
    where: { userId, endedAt: null, ...(but !== null && { id: { not: but } }) },
    data: { endedAt: new Date() },
  })
}
