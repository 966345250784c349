import { expect, test } from '@playwright/test'
import { builtActions } from './fixtures/build.ts'
import { Desks, PASSWORD } from './fixtures/desks.ts'
import { Person } from './fixtures/person.ts'
import { stand } from './fixtures/server.ts'
import { SignInPage } from './pages/sign-in-page.ts'

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

test('the way back leads nowhere but here, however it is spelled', async ({ page }) => {
  const elsewhere = ['//evil.example', '/\\evil.example', '/\t/evil.example', '/%5Cevil.example', '/.//evil.example']
  for (const next of [...elsewhere, 'https:evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await new SignInPage(page).fill(desks.mine.seats.owner.email, PASSWORD)
    await expect(page, next).toHaveURL(`${stand.baseURL}/`)
  }
  await page.context().clearCookies()
  // As the address bar holds it: the browser drops the tab, and reads two slashes.
  await page.goto('/sign-in?next=/%09/evil.example')
  await new SignInPage(page).fill(desks.mine.seats.owner.email, PASSWORD)
  await expect(page).toHaveURL(`${stand.baseURL}/`)
  await page.context().clearCookies()
  await page.goto('/sign-in?next=/review')
  await new SignInPage(page).fill(desks.mine.seats.owner.email, PASSWORD)
  await expect(page).toHaveURL(`${stand.baseURL}/review`)
})

test('the framework’s own addresses lead nowhere else either', async () => {
  const person = await Person.stranger()
  const { csrfToken } = (await (await person.http.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const { email } = desks.mine.seats.viewer
  for (const callbackUrl of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'https:evil.example',
    '/\t/evil.example',
  ]) {
    const form = { csrfToken, email, password: 'wrong password', callbackUrl, json: 'true' }
    const answer = await person.http.post('/api/auth/signout', { form })
    expect(new URL(((await answer.json()) as { url: string }).url).origin, callbackUrl).toBe(stand.baseURL)
  }
  await person.close()
})

test('a session that was planted in a browser ends when someone signs in there', async () => {
  const { checker, editor } = desks.mine.seats
  const victim = await Person.signedIn(checker.email, PASSWORD)
  const { cookies } = await victim.http.storageState()
  const planted = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  await victim.signIn(editor.email, PASSWORD)
  const attacker = await Person.stranger()
  const answer = await attacker.get(`/articles/${desks.mine.slug}`, { Cookie: planted })
  expect(answer.status()).toBe(307)
  expect((await victim.get(`/articles/${desks.mine.slug}`)).status()).toBe(200)
  await victim.close()
  await attacker.close()
})

test('no one’s wrong guesses keep a person out of the browser they use', async () => {
  const { email } = desks.mine.seats.editor
  const person = await Person.signedIn(email, PASSWORD)
  const device = (await person.http.storageState()).cookies.find(({ name }) => name.includes('attest-device'))
  expect(device).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await person.signOut()
  for (let n = 0; n < 12; n++) await attempt(email, `a guess ${n}`)
  expect(await attempt(email, PASSWORD)).toContain('throttled')
  expect(await person.signIn(email, PASSWORD)).toBe(`${stand.baseURL}/`)
  await person.close()
})

test('a password is set by a link once, and changed in the settings', async ({ page }) => {
  const { userId, email } = desks.theirs.seats.viewer
  const token = await desks.passwordLink(userId)
  await page.goto(`/reset/${token}`)
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText('A password has at least 12 characters.')).toBeVisible()
  await page.getByLabel('New password').fill('a river of red clay')
  await expect(page.getByLabel('New password')).toHaveAttribute('type', 'password')
  await page.getByRole('checkbox', { name: 'Show the password' }).check()
  await expect(page.getByLabel('New password')).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL('**/sign-in')
  await new SignInPage(page).fill(email, 'a river of red clay')
  await expect(page).toHaveURL(`${stand.baseURL}/`)
  await page.goto(`/reset/${token}`)
  await expect(page.getByText('This link does not work')).toBeVisible()

  const elsewhere = await Person.signedIn(email, 'a river of red clay')
  await page.goto('/')
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  const change = async (current: string) => {
    await page.getByLabel('Current password').fill(current)
    await page.getByLabel('New password', { exact: true }).fill('a bridge of white sand')
    await page.getByLabel('New password again').fill('a bridge of white sand')
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change('not the password')
  await expect(page.getByText('This is not your current password.')).toBeVisible()
  await change('a river of red clay')
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  expect((await elsewhere.get('/')).status()).toBe(307)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  expect(await attempt(email, 'a bridge of white sand')).toBe('/ in')
  await elsewhere.close()
})
