import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makePasswordLink } from '@/lib/data/desk/password.ts'
import { countGuess } from '@/lib/data/desk/throttle.ts'
import { findCredentials } from '@/lib/data/desk/user.ts'
import { openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { deviceCookieName, knownDevice } from '@/lib/platform/auth/device-cookie.ts'
import { checkPassword, hashPassword } from '@/lib/platform/auth/password.ts'
import { sessionCookieName, signedCookie } from '@/lib/platform/auth/session-cookie.ts'
import { changePassword } from './account.ts'
import { setPasswordByLink } from './password-link.ts'

const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

const at = ownDatabase()
const SECRET = 'a secret of the tests'
const OLD = 'correct horse battery staple'
const NEW = 'a river of red clay'
let desk: TestDesk
let count = 0

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', at.url)
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
})
beforeEach(async () => {
  count += 1
  jar.clear()
  desk = await openDesk(at.db, `Link${count}`, { passwordHash: await hashPassword(OLD) })
})

const opens = async (email: string, password: string) =>
  checkPassword((await findCredentials(at.db, email))?.passwordHash ?? '', password)

describe('by a link', () => {
  const send = (body: string) => setPasswordByLink(new Request('http://desk.example/', { method: 'POST', body }))

  test('a password is set; the browser is known, and what others guessed does not count', async () => {
    const { email, userId } = desk.seats.checker
    for (let n = 0; n < 12; n++) await countGuess(at.db, { email, network: 'x', device: null })
    const token = await makePasswordLink(at.db, userId)
    expect(await send(JSON.stringify({ token, password: NEW }))).toEqual({ outcome: 'set' })
    expect([await opens(email, NEW), await opens(email, OLD)]).toEqual([true, false])
    expect(knownDevice(jar.get(deviceCookieName()), email, SECRET)).not.toBeNull()
    expect(await countGuess(at.db, { email, network: 'x', device: null })).toBe(0)
    await expect(send(JSON.stringify({ token, password: NEW }))).rejects.toMatchObject({ code: 'not_found' })
  })

  const token = 'x'.repeat(43)
  test.each<[string, string, string]>([
    ['nothing', '', 'invalid'],
    ['no JSON', '{', 'invalid'],
    ['no object', '7', 'invalid'],
    ['too much', JSON.stringify({ token, password: 'x'.repeat(10_000) }), 'invalid'],
    ['a token of another shape', JSON.stringify({ token: { $ne: '' }, password: NEW }), 'invalid'],
    ['a short password', JSON.stringify({ token, password: 'short' }), 'invalid'],
    ['a zero byte', JSON.stringify({ token, password: `${NEW}\u0000` }), 'invalid'],
    ['a token that never was', JSON.stringify({ token, password: NEW }), 'not_found'],
  ])('%s is refused in words', async (_what, body, code) => {
    await expect(send(body)).rejects.toMatchObject({ code, message: expect.stringMatching(/\.$/) })
    expect(jar.size).toBe(0)
  })
})

describe('in the settings', () => {
  const signIn = async ({ session }: TestDesk['seats']['viewer']) => {
    const cookie = await signedCookie(session, SECRET, 600)
    jar.set(sessionCookieName(), cookie.slice(cookie.indexOf('=') + 1))
  }
  const change = (current: string, next = NEW) => changePassword({ workspaceId: desk.workspaceId, current, next })

  test('the current password is asked for, and guessed at only so often', async () => {
    const { viewer } = desk.seats
    await signIn(viewer)
    for (let n = 0; n < 10; n++) expect(await change(`guess ${n}`)).toEqual({ ok: true, value: { outcome: 'wrong' } })
    expect(await change(OLD)).toMatchObject({ ok: true, value: { outcome: 'wait' } })
    expect(await opens(viewer.email, OLD)).toBe(true)
    // It is no way to keep the person from signing in.
    expect(await countGuess(at.db, { email: viewer.email, network: 'y', device: null })).toBe(0)
  })

  test('the right one changes it', async () => {
    await signIn(desk.seats.owner)
    expect(await change(OLD)).toEqual({ ok: true, value: { outcome: 'changed' } })
    expect(await opens(desk.seats.owner.email, NEW)).toBe(true)
  })

  test.each([
    ['their address', (email: string) => email.toUpperCase()],
    ['a short one', () => 'short'],
  ])('%s is not taken', async (_what, next) => {
    const { editor } = desk.seats
    await signIn(editor)
    expect(await change(OLD, next(editor.email))).toMatchObject({ ok: false, problem: { code: 'invalid' } })
    expect(await opens(editor.email, OLD)).toBe(true)
  })

  test('a stranger, and someone of another desk, change nothing', async () => {
    expect(await change(OLD)).toMatchObject({ ok: false, problem: { code: 'signed_out' } })
    const other = await openDesk(at.db, `Elsewhere${count}`)
    await signIn(other.seats.owner)
    expect(await change(OLD)).toMatchObject({ ok: false, problem: { code: 'not_found' } })
  })
})
