import { randomBytes } from 'node:crypto'
import type { Db } from '@/lib/data/db.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { runningAddress } from '../running-server.ts'
import { withDatabase } from './database.ts'

/**
 * Gives a person a place on the desk. Prints the password made for a new account, or for one that had ended, on standard
 * output: it is what was asked for, and is kept nowhere. Whoever has an account keeps their password.
 */
export async function addUser(email: string, { role, name }: { role: Role; name?: string }): Promise<void> {
  const password = randomBytes(15).toString('base64url')
  const made = await withDatabase(async (db) => {
    const { houseAuthority } = await import('@/lib/data/access.ts')
    const { addMember, placesOf } = await import('@/lib/data/desk/member.ts')
    const { findCredentials, isEmail, normalEmail, openAccount } = await import('@/lib/data/desk/user.ts')
    const { createWorkspace, firstWorkspace } = await import('@/lib/data/desk/workspace.ts')
    const { hashPassword } = await import('@/lib/platform/auth/password.ts')
    if (!isEmail(normalEmail(email)))
      throw new Error(`${JSON.stringify(email)} is not an e-mail address. No one was added.`)
    const known = await findCredentials(db, email)
    const workspace = await firstWorkspace(db)
    if (known && (await placesOf(db, known.id)).some(({ workspaceId }) => workspaceId === workspace?.id))
      throw new Error(`${email} has an account already. Nothing was changed.`)
    // An installation with a database of its own begins without a desk; the first person brings one.
    const workspaceId = workspace?.id ?? (await createWorkspace(db, 'Desk'))
    const userId = known?.id ?? (await openAccount(db, { email, passwordHash: await hashPassword(password) }))
    await addMember(db, houseAuthority(workspaceId), { userId, name: name ?? email.split('@')[0] ?? email, role })
    return known === null
  })
  if (made) console.log(password)
  else console.error(`${email} has an account, and signs in with the password they have.`)
}

/** Makes a link by which a person sets a new password once, and prints it: it is kept nowhere. */
export async function linkPassword(email: string, { hours }: { hours: number }): Promise<void> {
  const token = await withDatabase(async (db) => {
    const { makePasswordLink } = await import('@/lib/data/desk/password.ts')
    return makePasswordLink(db, await userOf(db, email), hours * 3_600)
  })
  console.log(`${address()}/reset/${token}`)
  console.error(
    `It works once, for ${hours} ${hours === 1 ? 'hour' : 'hours'}. Earlier links of ${email} do not work any more. Send it by a way that only they can read.`,
  )
}

/** Changes what a person may do on a desk. */
export async function changeRole(email: string, role: Role, { desk }: { desk?: string }): Promise<void> {
  const changed = await withDatabase(async (db) => {
    const { houseAuthority } = await import('@/lib/data/access.ts')
    const { setMemberRole } = await import('@/lib/data/desk/member.ts')
    const place = await placeOf(db, email, desk)
    await setMemberRole(db, houseAuthority(place.workspaceId), place.memberId, role)
    return place
  })
  console.error(`${email} is now ${role} on “${changed.desk}”.`)
}

/** Ends a person's place on one desk, or their account with all of them; their sessions end at once. */
export async function endUser(email: string, { desk }: { desk?: string }): Promise<void> {
  const ended = await withDatabase(async (db) => {
    const { houseAuthority } = await import('@/lib/data/access.ts')
    const members = await import('@/lib/data/desk/member.ts')
    if (desk === undefined) {
      await members.endUser(db, await userOf(db, email))
      return `The account of ${email} has ended on every desk.`
    }
    const place = await placeOf(db, email, desk)
    await members.endMember(db, houseAuthority(place.workspaceId), place.memberId)
    return `${email} is not on “${place.desk}” any more.`
  })
  console.error(`${ended} They are signed out everywhere; what they recorded stays under their name.`)
}

async function userOf(db: Db, email: string): Promise<string> {
  const { findCredentials, isEmail, normalEmail } = await import('@/lib/data/desk/user.ts')
  const user = isEmail(normalEmail(email)) ? await findCredentials(db, email) : null
  if (!user) throw new Error(`There is no account for ${JSON.stringify(email)}. Nothing was changed.`)
  return user.id
}

type Place = { workspaceId: string; memberId: string; desk: string }

/** @param desk its name or id; may be left out where the person is on one desk alone */
async function placeOf(db: Db, email: string, desk: string | undefined): Promise<Place> {
  const { placesOf } = await import('@/lib/data/desk/member.ts')
  const places = await placesOf(db, await userOf(db, email))
  const [place, ...others] = places.filter(
    ({ workspaceId, desk: name }) => desk === undefined || desk === name || desk === workspaceId,
  )
  const all = places.map(({ workspaceId, desk: name }) => `${workspaceId}\t${name}`).join('\n')
  if (!place && places.length === 0) throw new Error(`${email} is on no desk. Nothing was changed.`)
  if (!place) throw new Error(`${email} is not on a desk "${desk}". Nothing was changed. They are on:\n${all}`)
  if (others.length > 0)
    throw new Error(`${email} is on several such desks. Nothing was changed. Name one by its id (--desk):\n${all}`)
  return place
}

/** Where people reach this installation. */
function address(): string {
  const url = process.env.NEXTAUTH_URL || runningAddress() || `http://localhost:${process.env.PORT || 3000}`
  return url.replace(/\/+$/, '')
}
