import { beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '@/lib/platform/ids.ts'
import { authorizeWorkspace, houseAuthority, type SessionClaim } from '../access.ts'
import { openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { addMember, endMember, endUser, setMemberRole } from './member.ts'
import { changePassword, isPasswordLink, LINK_SPENT, makePasswordLink, redeemPasswordLink } from './password.ts'
import { findCredentials, openSession } from './user.ts'

const at = ownDatabase()
let desk: TestDesk
let count = 0

beforeEach(async () => {
  count += 1
  desk = await openDesk(at.db, `Password${count}`, { passwordHash: 'the first' })
})

const hashOf = async (email: string) => (await findCredentials(at.db, email))?.passwordHash
const enters = (session: SessionClaim) =>
  authorizeWorkspace(at.db, session, desk.workspaceId, 'article.read').then(
    () => true,
    () => false,
  )
const another = async ({ userId }: { userId: string }) => ({ userId, sessionId: await openSession(at.db, userId, 600) })
const kinds = async () => {
  const where = { clockId: desk.workspaceId }
  return (await at.db.auditEvent.findMany({ where, orderBy: { seq: 'asc' } })).map(({ kind }) => kind).slice(5)
}

describe('a one-time link', () => {
  test('sets the password, ends every session, and is recorded; only a hash of it is kept', async () => {
    const { checker } = desk.seats
    const second = await another(checker)
    const token = await makePasswordLink(at.db, checker.userId)
    expect(await isPasswordLink(at.db, token)).toBe(true)
    expect(await enters(checker.session)).toBe(true)
    expect(await at.db.passwordLink.findMany({ where: { userId: checker.userId } })).toMatchObject([
      { id: sha256(token), endedAt: null },
    ])
    await redeemPasswordLink(at.db, token, 'the second')
    expect(await hashOf(checker.email)).toBe('the second')
    expect([await enters(checker.session), await enters(second)]).toEqual([false, false])
    expect(await enters(desk.seats.editor.session)).toBe(true)
    expect(await isPasswordLink(at.db, token)).toBe(false)
    expect(await kinds()).toEqual(['account.link_made', 'account.password_set'])
    const events = await at.db.auditEvent.findMany({ where: { clockId: desk.workspaceId } })
    expect(JSON.stringify(events)).not.toContain(token)
    expect(JSON.stringify(events)).not.toContain('the second')
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('is used once, however many use it at once', async () => {
    const { viewer } = desk.seats
    const token = await makePasswordLink(at.db, viewer.userId)
    const tries = Array.from({ length: 20 }, (_, at_) => redeemPasswordLink(at.db, token, `try ${at_}`))
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of done) if (one.status === 'rejected') expect(one.reason.message).toBe(LINK_SPENT)
    const winner = done.findIndex(({ status }) => status === 'fulfilled')
    expect(await hashOf(viewer.email)).toBe(`try ${winner}`)
    expect((await kinds()).filter((kind) => kind === 'account.password_set')).toHaveLength(1)
  })

  test.each<[string, (userId: string) => Promise<unknown>]>([
    ['a newer link was made', (userId) => makePasswordLink(at.db, userId)],
    [
      'the password was changed',
      async (userId) => changePassword(at.db, await another({ userId }), { old: 'the first', next: 'mine' }),
    ],
    ['the account has ended', (userId) => endUser(at.db, userId)],
    [
      'it is too old',
      (userId) => at.db.passwordLink.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } }),
    ],
  ])('is worth nothing once %s', async (_what, happens) => {
    const { editor } = desk.seats
    const token = await makePasswordLink(at.db, editor.userId)
    await happens(editor.userId)
    expect(await isPasswordLink(at.db, token)).toBe(false)
    await expect(redeemPasswordLink(at.db, token, 'stolen')).rejects.toMatchObject({ code: 'not_found' })
    expect(await hashOf(editor.email)).not.toBe('stolen')
  })

  test('that never was one is none', async () => {
    for (const token of ['', 'x'.repeat(43), sha256('x')])
      await expect(redeemPasswordLink(at.db, token, 'stolen')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('changing one’s password', () => {
  test('ends all other sessions and leaves this one', async () => {
    const { owner } = desk.seats
    const others = [await another(owner), await another(owner)]
    await changePassword(at.db, owner.session, { old: 'the first', next: 'the second' })
    expect(await enters(owner.session)).toBe(true)
    for (const other of others) expect(await enters(other)).toBe(false)
    expect(await kinds()).toEqual(['account.password_changed'])
  })

  test('is refused where it was changed meanwhile', async () => {
    const { owner } = desk.seats
    await changePassword(at.db, owner.session, { old: 'the first', next: 'the second' })
    const late = changePassword(at.db, owner.session, { old: 'the first', next: 'the third' })
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
    expect(await hashOf(owner.email)).toBe('the second')
    expect(await kinds()).toEqual(['account.password_changed'])
  })
})

describe('ending', () => {
  const house = () => houseAuthority(desk.workspaceId)

  test('a membership ends the person’s sessions, and is recorded', async () => {
    const { checker } = desk.seats
    await endMember(at.db, house(), checker.memberId)
    expect(await enters(checker.session)).toBe(false)
    expect(await enters(await another(checker))).toBe(false)
    expect(await kinds()).toEqual(['member.ended'])
    expect(await breaksOf(at.url)).toEqual([])
    await expect(endMember(at.db, house(), checker.memberId)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('an account ends it on every desk', async () => {
    const { editor } = desk.seats
    const other = await openDesk(at.db, `Other${count}`)
    await addMember(at.db, houseAuthority(other.workspaceId), { userId: editor.userId, name: 'Guest', role: 'viewer' })
    await endUser(at.db, editor.userId)
    expect(await enters(editor.session)).toBe(false)
    expect(await findCredentials(at.db, editor.email)).toBeNull()
    expect(await at.db.member.count({ where: { userId: editor.userId, endedSeq: null } })).toBe(0)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('the only owner stays, in whatever way they would go', async () => {
    const { owner } = desk.seats
    const only = { code: 'conflict', message: expect.stringContaining('only owner') }
    await expect(endMember(at.db, house(), owner.memberId)).rejects.toMatchObject(only)
    await expect(endUser(at.db, owner.userId)).rejects.toMatchObject(only)
    await expect(setMemberRole(at.db, house(), owner.memberId, 'editor')).rejects.toMatchObject(only)
    expect(await enters(owner.session)).toBe(true)
    expect(await kinds()).toEqual([])
  })

  test('two owners who end each other at once do not both go', async () => {
    const { owner, editor } = desk.seats
    await setMemberRole(at.db, house(), editor.memberId, 'owner')
    const by = (session: SessionClaim) => authorizeWorkspace(at.db, session, desk.workspaceId, 'member.manage')
    const [first, second] = [await by(owner.session), await by(editor.session)]
    const done = await Promise.allSettled([
      endMember(at.db, first, editor.memberId),
      endMember(at.db, second, owner.memberId),
    ])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
