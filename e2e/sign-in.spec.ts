import { expect, test } from '@playwright/test'
import { builtActions } from './fixtures/build.ts'
import { Desks, PASSWORD } from './fixtures/desks.ts'
import { Person } from './fixtures/person.ts'

let desks: Desks
test.beforeAll(async () => {
  desks = await Desks.open()
})
test.afterAll(() => desks?.close())

/** Where an attempt leads: the address without its host, and the seconds to wait rounded away. */
async function attempt(email: string, password: string): Promise<string> {
  const person = await Person.stranger()
  const { pathname, search } = new URL(await person.signIn(email, password))
  const cookies = (await person.http.storageState()).cookies.map(({ name }) => name)
  await person.close()
  const signedIn = cookies.some((name) => name.includes('session-token'))
  return `${pathname}${decodeURIComponent(search).replace(/\d+/g, 'N')} ${signedIn ? 'in' : 'out'}`
}

const search = () => {
  const action = builtActions().find(({ name }) => name === 'source.searchForDesk')
  if (!action) throw new Error('the build has no such action')
  return { id: action.id, page: '/sign-in' }
}

test('a wrong password and an unknown address get the same answer, and the same patience', async () => {
  const known = desks.mine.seats.viewer.email
  const unknown = `nobody@${known.split('@')[1]}`
  const first = await attempt(known, 'wrong password 1')
  expect(first).toContain('error=CredentialsSignin')
  expect(await attempt(unknown, 'wrong password 1')).toBe(first)
  for (const email of [known, unknown])
    for (let n = 2; n <= 10; n++) expect(await attempt(email, `wrong password ${n}`), `${email} ${n}`).toBe(first)
  const eleventh = await attempt(unknown, 'wrong password 11')
  expect(eleventh).toContain('throttled')
  expect(await attempt(known, 'wrong password 11')).toBe(eleventh)
  // Also the right one has to wait, and another spelling of the address is the same address.
  expect(await attempt(known, PASSWORD)).toBe(eleventh)
  expect(await attempt(` ${known.toUpperCase()}`, PASSWORD)).toBe(eleventh)
  const keys = (await desks.db.rateLimiterFlexible.findMany()).map(({ key }) => key)
  expect(keys.length).toBeGreaterThanOrEqual(2)
  for (const key of keys) expect(key).toMatch(/^guess:[0-9a-f]{64}$/)
})

test('many guesses at once are all counted', async () => {
  const email = desks.theirs.seats.viewer.email
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => attempt(email, `wrong password ${n}`)))
  expect(answers.filter((answer) => answer.includes('throttled'))).toHaveLength(10)
})

test('a right password forgets the guesses before it', async () => {
  const { email } = desks.mine.seats.owner
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 5; n++) expect(await attempt(email, 'wrong password')).toContain('out')
    expect(await attempt(email, PASSWORD)).toBe('/ in')
  }
})

test('nothing that is no password gets in', async () => {
  const { email } = desks.mine.seats.editor
  for (const [address, password] of [
    [email, ''],
    ['', PASSWORD],
    [email, `${PASSWORD}x`.padEnd(5_000, 'x')],
    [`${email}\u0000`, PASSWORD],
    ["' OR 1=1 --", PASSWORD],
  ] as const)
    expect(await attempt(address, password)).toContain('out')
})

test('signing out kills the cookie, also where it was copied to', async () => {
  const { email } = desks.mine.seats.checker
  const person = await Person.signedIn(email, PASSWORD)
  const thief = await Person.stranger()
  const { cookies } = await person.http.storageState()
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const page = `/articles/${desks.mine.slug}`
  const input = { workspaceId: desks.mine.workspaceId, text: '' }
  expect((await thief.get(page, { Cookie })).status()).toBe(200)
  expect((await thief.call(search(), input, { Cookie })).answer).toMatchObject({ ok: true })
  await person.signOut()
  for (const who of [person, thief]) {
    const headers = who === thief ? { Cookie } : {}
    const answer = await who.get(page, headers)
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toContain('/sign-in?next=')
    expect((await who.call(search(), input, headers)).answer).toMatchObject({ problem: { code: 'signed_out' } })
  }
  await person.close()
  await thief.close()
})

test('an expired session is signed out, whatever its cookie says; so is one whose person has gone', async () => {
  const { email, userId } = desks.theirs.seats.editor
  const person = await Person.signedIn(email, PASSWORD)
  const input = { workspaceId: desks.theirs.workspaceId, text: '' }
  const ask = async () => (await person.call(search(), input)).answer
  expect(await ask()).toMatchObject({ ok: true })
  const mine = { where: { userId, endedAt: null } }
  await desks.db.session.updateMany({ ...mine, data: { expiresAt: new Date(Date.now() - 1_000) } })
  expect(await ask()).toMatchObject({ problem: { code: 'signed_out' } })
  await desks.db.session.updateMany({ ...mine, data: { expiresAt: new Date(Date.now() + 60_000) } })
  expect(await ask()).toMatchObject({ ok: true })
  await desks.db.user.update({ where: { id: userId }, data: { endedAt: new Date() } })
  expect(await ask()).toMatchObject({ problem: { code: 'signed_out' } })
  expect(await attempt(email, PASSWORD)).toContain('out')
  await person.close()
})

test('a forged cookie is no session', async () => {
  const person = await Person.signedIn(desks.theirs.seats.checker.email, PASSWORD)
  const { cookies } = await person.http.storageState()
  const session = cookies.find(({ name }) => name.includes('session-token'))
  const input = { workspaceId: desks.theirs.workspaceId, text: '' }
  const stranger = await Person.stranger()
  for (const value of ['', 'x', 'eyJhbGciOiJub25lIn0.e30.', `${session?.value.slice(0, -4)}AAAA`, 'a'.repeat(4_000)]) {
    const Cookie = `${session?.name}=${value}`
    expect((await stranger.call(search(), input, { Cookie })).answer).toMatchObject({ problem: { code: 'signed_out' } })
  }
  await person.close()
  await stranger.close()
})
