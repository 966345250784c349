import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houseAuthority } from '@/lib/data/access.ts'
import { addMember } from '@/lib/data/desk/member.ts'
import { isPasswordLink, redeemPasswordLink } from '@/lib/data/desk/password.ts'
import { openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { breaksOf, ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { attest, endChildren } from './testing/child.ts'

/** `attest user password|role|end`, as they are typed. */

const at = ownDatabase()
let desk: TestDesk
let other: TestDesk

beforeAll(async () => {
  desk = await openDesk(at.db, 'Mill')
  other = await openDesk(at.db, 'Weir')
  const { userId } = desk.seats.editor
  await addMember(at.db, houseAuthority(other.workspaceId), { userId, name: 'Guest', role: 'viewer' })
})
afterAll(endChildren)

const run = (...args: string[]) =>
  attest(args, { DATABASE_URL: at.url, NEXTAUTH_URL: 'https://desk.example/', NEXTAUTH_SECRET: 'x' })
const rolesOf = async (email: string) =>
  (await at.db.member.findMany({ where: { user: { email }, endedSeq: null }, orderBy: { workspaceId: 'asc' } })).map(
    ({ role }) => role,
  )
const sessionsOf = (userId: string) => at.db.session.count({ where: { userId, endedAt: null } })

test('password prints a link that works once, and says for how long', async () => {
  const { code, stdout, stderr } = await run('user', 'password', ' Viewer@MILL.example', '--hours', '2')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^https:\/\/desk\.example\/reset\/[\w-]{43}\n$/)
  expect(stderr).toMatch(/works once, for 2 hours/)
  const token = stdout.trim().split('/').at(-1) ?? ''
  const [link] = await at.db.passwordLink.findMany({ where: { userId: desk.seats.viewer.userId } })
  expect(((link?.expiresAt.getTime() ?? 0) - (link?.createdAt.getTime() ?? 0)) / 3_600_000).toBe(2)
  await redeemPasswordLink(at.db, token, 'a new hash')
  expect(await isPasswordLink(at.db, token)).toBe(false)
})

describe('role', () => {
  test('changes it at once', async () => {
    const { code, stdout, stderr } = await run('user', 'role', desk.seats.checker.email, 'editor')
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/is now editor on “Mill desk”/),
    })
    expect(await rolesOf(desk.seats.checker.email)).toEqual(['editor'])
  })

  test('asks which desk where there are several', async () => {
    const { email } = desk.seats.editor
    const vague = await run('user', 'role', email, 'checker')
    expect(vague).toMatchObject({ code: 1, stdout: '' })
    expect(vague.stderr).toMatch(/on several such desks\. Nothing was changed.*\n.*Mill desk\n.*Weir desk/)
    expect(await rolesOf(email)).toEqual(['editor', 'viewer'])
    expect((await run('user', 'role', email, 'checker', '--desk', 'Weir desk')).code).toBe(0)
    expect(await rolesOf(email)).toEqual(['editor', 'checker'])
    const nowhere = await run('user', 'role', email, 'checker', '--desk', 'Dam')
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringMatching(/is not on a desk "Dam"/) })
  })
})

describe('end', () => {
  test('with a desk ends the place on it, and signs the person out', async () => {
    const { email, userId } = desk.seats.editor
    const { code, stderr } = await run('user', 'end', email, '--desk', other.workspaceId)
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/is not on “Weir desk” any more\. They are signed out/),
    })
    expect(await rolesOf(email)).toEqual(['editor'])
    expect(await sessionsOf(userId)).toBe(0)
  })

  test('without one ends the account', async () => {
    const { email, userId } = other.seats.checker
    expect((await run('user', 'end', email)).code).toBe(0)
    expect([await rolesOf(email), await sessionsOf(userId)]).toEqual([[], 0])
    const again = await run('user', 'end', email)
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/There is no account for/) })
  })

  test('leaves the only owner where they are', async () => {
    const { email, userId } = desk.seats.owner
    for (const args of [
      ['end', email],
      ['end', email, '--desk', 'Mill desk'],
      ['role', email, 'viewer'],
    ]) {
      const refused = await run('user', ...args)
      expect(refused).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/only owner of the desk\. Nothing was changed/),
      })
    }
    expect([await rolesOf(email), await sessionsOf(userId)]).toEqual([['owner'], 1])
  })
})

describe('add', () => {
  const add = (email: string) => run('user', 'add', email, '--role', 'checker')

  test('opens an account again that had ended, with another password', async () => {
    const { email, userId } = other.seats.checker
    const { code, stdout } = await add(email)
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\S{16,}\n$/) })
    expect(await rolesOf(email)).toEqual(['checker'])
    expect(await at.db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ endedAt: null })
    expect(await sessionsOf(userId)).toBe(0)
  })

  test('gives a person with an account a place, and leaves their password', async () => {
    const { email, userId } = other.seats.viewer
    const { passwordHash } = await at.db.user.findUniqueOrThrow({ where: { id: userId } })
    expect(await add(email)).toEqual({ code: 0, stdout: '', stderr: expect.stringMatching(/the password they have/) })
    expect(await rolesOf(email)).toEqual(['checker', 'viewer'])
    expect(await at.db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ passwordHash })
  })
})

test.each([
  ['an address with a zero byte', ['password', 'a\u0001@mill.example'], 1, /There is no account for "a\\u0001@/],
  ['nobody', ['end', 'nobody@mill.example'], 1, /There is no account/],
  ['a role that is none', ['role', 'viewer@mill.example', 'king'], 2, /Allowed choices are/],
  ['a link for ever', ['password', 'viewer@mill.example', '--hours', '9999'], 2, /from 1 to 72/],
] as const)('%s is refused in words', async (_what, args, expected, words) => {
  const { code, stdout, stderr } = await run('user', ...args)
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
  expect(stderr).toMatch(words)
})

test('the record holds', async () => expect(await breaksOf(at.url)).toEqual([]))
