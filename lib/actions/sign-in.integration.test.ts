import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { authorizeWorkspace } from '@/lib/data/access.ts'
import { openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { hashPassword } from '@/lib/platform/auth/password.ts'
import { sessionCookieName, signedCookie } from '@/lib/platform/auth/session-cookie.ts'
import { NETWORK_HEADER } from '@/lib/platform/http/network.ts'
import { signInOptions } from './sign-in.ts'

// Signing in as the framework calls it; of the framework only the request's cookies and headers are put in its place.

const browser = { jar: new Map<string, string>(), network: '' }
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    set: (name: string, value: string) => browser.jar.set(name, value),
  }),
  headers: async () => new Headers({ [NETWORK_HEADER]: browser.network }),
}))

const at = ownDatabase()
const PASSWORD = 'correct horse battery staple'
let desk: TestDesk
let count = 0

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', at.url)
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests')
})
beforeEach(async () => {
  count += 1
  ;(globalThis as { attestGuesses?: unknown }).attestGuesses = undefined
  desk = await openDesk(at.db, `Door${count}`, { passwordHash: await hashPassword(PASSWORD) })
  from(`home ${count}`, new Map())
})

function from(network: string, jar: Map<string, string>): void {
  Object.assign(browser, { network, jar })
}

type Authorize = (given: object, request: object) => Promise<{ id: string; sessionId: string } | null>
const authorize = (signInOptions.providers[0] as unknown as { options: { authorize: Authorize } }).options.authorize

/** What an attempt came to, and the session it opened. */
async function attempt(email: string, password: string) {
  const found = await authorize({ email, password }, {}).catch((error: Error) => error.message.replace(/\d+/, 'N'))
  return typeof found === 'string' || found === null ? found : { userId: found.id, sessionId: found.sessionId }
}

describe('guessing', () => {
  test('two hundred wrong guesses from one network do not keep a known browser out', async () => {
    const { email } = desk.seats.checker
    const known = new Map<string, string>()
    from('office', known)
    expect(await attempt(email, PASSWORD)).toMatchObject({ userId: desk.seats.checker.userId })
    // Also from the very network that the person is on.
    from('office', new Map())
    const answers = []
    for (let n = 0; n < 200; n++) answers.push(await attempt(email, `wrong guess ${n}`))
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(null))
    expect(new Set(answers.slice(10))).toEqual(new Set(['throttled:N']))
    // Whoever guesses is not let in by the right one either, wherever they are.
    expect(await attempt(email, PASSWORD)).toBe('throttled:N')
    from('elsewhere', new Map())
    expect(await attempt(email, PASSWORD)).toBe('throttled:N')
    from('office', known)
    expect(await attempt(email, PASSWORD)).toMatchObject({ userId: desk.seats.checker.userId })
  })

  test('a known browser has tries of its own, and no more than others', async () => {
    const { email } = desk.seats.editor
    await attempt(email, PASSWORD)
    for (let n = 0; n < 10; n++) expect(await attempt(email, `wrong ${n}`)).toBeNull()
    expect(await attempt(email, PASSWORD)).toBe('throttled:N')
    from('elsewhere', new Map())
    expect(await attempt(email, PASSWORD)).toMatchObject({ userId: desk.seats.editor.userId })
  })

  test('a browser that is known for one account is a stranger to another', async () => {
    await attempt(desk.seats.viewer.email, PASSWORD)
    const { email } = desk.seats.owner
    for (let n = 0; n < 10; n++) expect(await attempt(email, `wrong ${n}`)).toBeNull()
    from('elsewhere', new Map())
    expect(await attempt(email, PASSWORD)).toBe('throttled:N')
  })

  test('one network guesses at many accounts only so often, and leaves no trace of where it is', async () => {
    from('203.0.113.77', new Map())
    let refused = 0
    for (let n = 0; n < 210; n++) if ((await attempt(`p${n}@many.example`, 'wrong guess')) !== null) refused += 1
    expect(refused).toBe(10)
    from('another', new Map())
    expect(await attempt('p1@many.example', 'wrong guess')).toBeNull()
    const stored = JSON.stringify(await at.db.rateLimiterFlexible.findMany())
    expect(stored).not.toMatch(/203\.0\.113|network|many\.example/)
  })

  test('a flood is told so, and costs no more than its place in the queue', async () => {
    const { email } = desk.seats.viewer
    const crowd = Array.from({ length: 250 }, (_, n) => attempt(`crowd${n}@flood.example`, 'wrong guess'))
    const answers = await Promise.all(crowd)
    expect(answers.filter((answer) => answer === 'busy').length).toBeGreaterThan(50)
    expect(new Set(answers)).toEqual(new Set([null, 'busy', 'throttled:N']))
    from('after', new Map())
    expect(await attempt(email, PASSWORD)).toMatchObject({ userId: desk.seats.viewer.userId })
  })
})

describe('an address', () => {
  test.each([
    ['a zero byte', (email: string) => `${email}\u0000`],
    ['a zero byte inside', (email: string) => email.replace('@', '\u0000@')],
    ['a line break', (email: string) => email.replace('@', '\r\n@')],
    ['half a character', (email: string) => `${email}\ud800`],
    ['an invisible character', (email: string) => email.replace('@', '\u200b@')],
    ['a direction control', (email: string) => `\u202e${email}`],
    ['a lone @', () => '@'],
    ['ten thousand letters', (email: string) => 'a'.repeat(10_000) + email],
  ])('with %s is refused like any other', async (_what, change) =>
    expect(await attempt(change(desk.seats.owner.email), PASSWORD)).toBeNull(),
  )
})

describe('a session', () => {
  test('that was in the browser before ends when someone signs in', async () => {
    const { checker, editor } = desk.seats
    const planted = await signedCookie(checker.session, 'a secret of the tests', 600)
    browser.jar.set(sessionCookieName(), planted.slice(planted.indexOf('=') + 1))
    const enters = () => authorizeWorkspace(at.db, checker.session, desk.workspaceId, 'article.read')
    await expect(enters()).resolves.toBeTruthy()
    expect(await attempt(editor.email, 'wrong guess')).toBeNull()
    await expect(enters()).resolves.toBeTruthy()
    const opened = await attempt(editor.email, PASSWORD)
    await expect(enters()).rejects.toMatchObject({ code: 'signed_out' })
    expect(opened).toMatchObject({ userId: editor.userId })
    expect((opened as { sessionId: string }).sessionId).not.toBe(editor.session.sessionId)
  })
})
