import { readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { stand } from './fixtures/server.ts'
import { SignInPage } from './pages/sign-in-page.ts'

// What no page of ours sends is refused in words, before anything is made of it.

const { hostname, port } = new URL(stand.baseURL)

type Sent = { method?: string; path?: string; headers?: Record<string, string>; bytes?: number }

/** Sends what no browser would. */
function send({ method = 'POST', path = '/', headers = {}, bytes = 0 }: Sent) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number
    words: string
    headers: Record<string, unknown>
  }>()
  const sent = ask(
    { hostname, port, method, path, headers: { ...headers, 'Content-Length': String(bytes) } },
    async (response) => {
      let words = ''
      for await (const chunk of response) words += String(chunk)
      resolve({ status: response.statusCode ?? 0, words, headers: response.headers })
    },
  )
  sent.on('error', reject)
  for (let left = bytes; left > 0; left -= 65_536) sent.write(Buffer.alloc(Math.min(left, 65_536), 'a'))
  sent.end()
  return promise
}

/** Megabytes that the web server holds. */
function held(): number {
  const pid = readFileSync(stand.webPidFile, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024
}

test('twelve strangers who post ten megabytes each are told no, and cost no memory', async () => {
  const before = held()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      send({ path: '/sign-in', bytes: 9_600_000, headers: { 'Next-Action': 'a'.repeat(42) } }),
    ),
  )
  for (const { status, words } of answers) {
    expect(status).toBe(413)
    expect(words).toBe('This is too large for Attest to take: at most 64 kB at once. Sign in, and try again.')
  }
  expect(held() - before).toBeLessThan(200)
})

test('a member’s text that is too large gets words in the form, and stays there', async ({ page }) => {
  await new SignInPage(page).as('owner')
  await page.goto('/articles/new')
  const text = page.getByRole('textbox', { name: /text/i }).first()
  const long = `= Long =\n${`${'я'.repeat(200)}\n\n`.repeat(32_000)}`
  await text.evaluate((field, value) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, long)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText(/This is too large for Attest to take: at most 12 MB|longer than/).first()).toBeVisible({
    timeout: 20_000,
  })
  expect(await text.evaluate((field) => (field as HTMLTextAreaElement).value.length)).toBe(long.length)
})

for (const [what, sent, status] of [
  ['TRACE', { method: 'TRACE' }, 405],
  ['an unknown method', { method: 'PROPFIND' }, 405],
  ['a malformed Origin', { path: '/sign-in', headers: { Origin: 'http://[', 'Next-Action': 'a'.repeat(42) } }, 400],
] as [string, Sent, number][])
  test(`${what} is refused`, async () => {
    const answer = await send(sent)
    expect(answer.status).toBe(status)
    expect(answer.words).toMatch(/^[A-Z].*\.$/)
  })

test('a forwarded host of a stranger is not believed', async () => {
  const { headers, words } = await send({ method: 'GET', headers: { 'X-Forwarded-Host': 'evil.example' } })
  expect(`${JSON.stringify(headers)}${words}`).not.toContain('evil.example')
})

test('an upgrade with a path that is no address ends that connection alone', async ({ request }) => {
  for (const path of ['//', '/\\', '*', 'http://[']) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname)
      socket.on('close', () => resolve()).on('error', () => resolve())
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
      socket.end()
    })
  }
  expect((await request.get('/api/health')).status()).toBe(200)
})

test('every answer says what a browser may do with it', async ({ request }) => {
  for (const path of ['/sign-in', '/api/health', '/nowhere', '/api/nowhere']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    // Promised where people come by https alone.
    expect(headers['strict-transport-security'], path).toBeUndefined()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy.replace("style-src-attr 'unsafe-inline'", ''), path).not.toMatch(/unsafe|\*/)
    expect(policy, path).toContain("default-src 'none'")
  }
})
