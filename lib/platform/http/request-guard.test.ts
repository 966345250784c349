import { request as ask, createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RequestGuard } from './request-guard.ts'

let server: Server
let port = 0
let slow: Server
/** What got through: its path, the bytes of its body, and the forwarded host it came with. */
const admitted: { path: string; bytes: number; host: unknown }[] = []
const arrived: string[] = []
const held: (() => void)[] = []

beforeAll(async () => {
  const guard = new RequestGuard({
    limitOf: (path, hasSession) => (hasSession ? (path === '/short' ? 200_000 : 3_000_000) : 1_000),
    isFile: (path) => path === '/file',
    tooDivided: 'Too divided.',
    hasSession: async (cookies) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return cookies === 'in'
    },
    tooLarge: (limit, hasSession) => `Too large${hasSession ? ' for a member' : ''}: at most ${limit}.`,
    publicHost: 'desk.example',
    trusts: () => false,
  })
  server = createServer(async (request, response) => {
    arrived.push(request.url ?? '')
    if (!(await guard.admits(request, response))) return
    let bytes = 0
    try {
      for await (const chunk of request) bytes += (chunk as Buffer).length
    } catch {
      return
    }
    if (response.headersSent) return
    admitted.push({ path: request.url ?? '', bytes, host: request.headers['x-forwarded-host'] })
    if (request.url === '/hold') await new Promise<void>((resolve) => held.push(resolve))
    response.end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeAll(async () => {
  // One whose patience is short.
  const guard = new RequestGuard({
    limitOf: () => 3_000_000,
    hasSession: async () => true,
    tooLarge: () => 'Too large.',
    isFile: () => true,
    tooDivided: 'Too divided.',
    publicHost: null,
    trusts: () => false,
    mostSending: 300,
  })
  slow = createServer(async (request, response) => {
    if (!(await guard.admits(request, response))) return
    request.resume()
    request.on('end', () => response.headersSent || response.end('ok'))
    request.on('error', () => {})
  })
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  for (const one of [server, slow]) {
    one.closeAllConnections()
    one.close()
  }
})

type Sent = { method?: string; headers?: Record<string, string>; bytes?: number; chunked?: boolean; path?: string }
function send({ method = 'POST', headers = {}, bytes = 0, chunked, path = '/' }: Sent) {
  const length = chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(bytes) }
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; words: string; type: string }>()
  const sent = ask({ port, host: '127.0.0.1', method, path, headers: { ...headers, ...length } }, async (response) => {
    let words = ''
    for await (const chunk of response) words += String(chunk)
    resolve({ status: response.statusCode ?? 0, words, type: response.headers['content-type'] ?? '' })
  })
  sent.on('error', reject)
  for (let left = bytes; left > 0; left -= 65_536) sent.write(Buffer.alloc(Math.min(left, 65_536)))
  sent.end()
  return promise
}

test.each<[string, Sent, number]>([
  ['a stranger’s small form', { bytes: 900 }, 200],
  ['a stranger’s large body', { bytes: 2_000_000 }, 413],
  ['… in pieces of unknown number', { bytes: 2_000, chunked: true }, 413],
  ['a member’s large body', { bytes: 2_500_000, headers: { Cookie: 'in' } }, 200],
  ['… in pieces', { bytes: 2_500_000, chunked: true, headers: { Cookie: 'in' } }, 200],
  ['a member’s far too large body', { bytes: 9_000_000, headers: { Cookie: 'in' } }, 413],
  ['TRACE', { method: 'TRACE' }, 405],
  ['a made-up method', { method: 'PROPFIND' }, 405],
  ['all of the server', { method: 'OPTIONS', path: '*' }, 400],
  ['an address that is not a path', { method: 'GET', path: 'http://a.example/' }, 400],
  ['an Origin that is none', { headers: { Origin: 'http://[' } }, 400],
  ['an Origin with a path', { headers: { Origin: 'http://a.example/b' } }, 400],
  ['an Origin of two', { headers: { Origin: 'http://a.example http://b.example' } }, 400],
  ['an opaque Origin', { headers: { Origin: 'null' } }, 200],
  ['a right Origin', { headers: { Origin: 'https://a.example:8443' } }, 200],
])('%s', async (_, sent, status) => {
  const before = admitted.length
  const answer = await send(sent)
  expect(answer.status).toBe(status)
  expect(admitted.length - before).toBe(status === 200 ? 1 : 0)
  if (status === 200) expect(admitted.at(-1)?.bytes).toBe(sent.bytes ?? 0)
  else expect(answer.words).toMatch(/^[A-Z].*\.$/)
})

test('a person gets a page, a program plain words', async () => {
  const page = await send({ bytes: 5_000, headers: { Accept: 'text/html,*/*' } })
  expect([page.type, page.words]).toEqual(['text/html; charset=utf-8', expect.stringContaining('<p>Too large')])
  const action = await send({ bytes: 5_000, headers: { Accept: 'text/html', 'Next-Action': 'x' } })
  expect([action.type, action.words]).toEqual(['text/plain', 'Too large: at most 1000.'])
})

test('what a stranger says of who they came by is not heard', async () => {
  await send({ headers: { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' } })
  expect(admitted.at(-1)?.host).toBeUndefined()
  await send({ headers: { 'X-Forwarded-Host': 'desk.example' } })
  expect(admitted.at(-1)?.host).toBe('desk.example')
})

test('of many large bodies three are taken in at once; the others wait, and come in turn', async () => {
  const before = admitted.length
  const all = Array.from({ length: 8 }, () => send({ path: '/hold', bytes: 2_000_000, headers: { Cookie: 'in' } }))
  for (let done = 0; done < 8; done++) {
    while (held.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(admitted.length - before - done).toBeLessThanOrEqual(3)
    held.shift()?.()
  }
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(8).fill(200))
})

test('one that hangs up while it waits gives its place to the next', async () => {
  const first = Array.from({ length: 3 }, () => send({ path: '/hold', bytes: 2_000_000, headers: { Cookie: 'in' } }))
  while (held.length < 3) await new Promise((resolve) => setImmediate(resolve))
  const quitter = connect(port, '127.0.0.1')
  quitter.write('POST /quit HTTP/1.1\r\nHost: a\r\nCookie: in\r\nContent-Length: 2000000\r\n\r\n')
  while (!arrived.includes('/quit')) await new Promise((resolve) => setImmediate(resolve))
  const last = send({ bytes: 2_000_000, headers: { Cookie: 'in' } })
  quitter.destroy()
  for (const go of held.splice(0)) go()
  expect((await last).status).toBe(200)
  await Promise.all(first)
})

test('those that hang up while their session is asked for leave no place taken', async () => {
  const before = arrived.length
  const quitters = Array.from({ length: 12 }, () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /gone HTTP/1.1\r\nHost: a\r\nCookie: in\r\nContent-Length: 2000000\r\n\r\n')
    return socket
  })
  while (arrived.length < before + 12) await new Promise((resolve) => setImmediate(resolve))
  for (const socket of quitters) socket.destroy()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => send({ bytes: 2_000_000, headers: { Cookie: 'in' } })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
})

/** All that a server says on one connection, to one who sends first and listens then. */
function converse(to: Server, head: string, pieces: Iterable<Buffer>): Promise<{ said: string; fault: string | null }> {
  const { promise, resolve } = Promise.withResolvers<{ said: string; fault: string | null }>()
  const socket = connect((to.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  let fault: string | null = null
  socket.on('error', (error: NodeJS.ErrnoException) => {
    fault = error.code ?? error.message
  })
  socket.on('close', () => resolve({ said, fault }))
  socket.write(head)
  const left = pieces[Symbol.iterator]()
  const send = () => {
    for (let next = left.next(); !next.done; next = left.next())
      if (!socket.write(next.value)) {
        socket.once('drain', send)
        return
      }
    socket.on('data', (chunk) => {
      said += String(chunk)
    })
  }
  send()
  return promise
}

const pieces = (count: number) => Array.from({ length: count }, () => Buffer.alloc(65_536, 'a'))

test.each<[string, string, string]>([
  ['a stranger’s, its length said', `Content-Length: ${200 * 65_536}`, 'Too large: at most 1000.'],
  [
    'a member’s, its length said',
    `Cookie: in\r\nContent-Length: ${200 * 65_536}`,
    'Too large for a member: at most 3000000.',
  ],
])('who says Connection: close, sends all and then listens, reads why (%s)', async (_, headers, words) => {
  const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n\r\n`
  const { said, fault } = await converse(server, head, pieces(200))
  expect(said).toMatch(/^HTTP\/1\.1 413 /)
  expect(said).toContain(words)
  expect(fault).toBeNull()
})

test('a browser’s way of sending reads why, too', async () => {
  const body = 'a'.repeat(9_000_000)
  for (const connection of ['close', 'keep-alive']) {
    const headers = { Connection: connection, Cookie: 'in' }
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers })
    expect([response.status, await response.text()]).toEqual([413, 'Too large for a member: at most 3000000.'])
  }
})

test.each<[string, { path?: string; body: string; chunked?: boolean }, number]>([
  ['one long text', { body: JSON.stringify(['[{'.repeat(1_000_000)]) }, 200],
  ['lists within lists', { body: '['.repeat(150_000) }, 413],
  ['… in pieces of unknown number', { body: '['.repeat(150_000), chunked: true }, 413],
  ['a million empty lists', { body: `[${'[],'.repeat(700_000)}[]]` }, 413],
  ['… beyond what this path takes', { body: `[${'[],'.repeat(70_000)}[]]`, path: '/short' }, 413],
  ['… in a file', { body: '['.repeat(150_000), path: '/file' }, 200],
  ['a short one, whatever it says', { body: '['.repeat(900) }, 200],
])('a member’s body of %s', async (_, { path = '/', body, chunked }, status) => {
  const before = admitted.length
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; words: string }>()
  const length = chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(body.length) }
  const headers = { Cookie: 'in', ...length }
  const sent = ask({ port, host: '127.0.0.1', method: 'POST', path, headers }, async (response) => {
    let words = ''
    for await (const chunk of response) words += String(chunk)
    resolve({ status: response.statusCode ?? 0, words })
  })
  sent.on('error', reject)
  sent.end(body)
  const answer = await promise
  expect(answer.status).toBe(status)
  if (status === 200) expect(admitted.at(-1)?.bytes).toBe(body.length)
  else {
    expect(answer.words).toMatch(/^Too (divided|large for a member: at most 200000)\.$/)
    expect(admitted.slice(before).every(({ bytes }) => bytes < body.length)).toBe(true)
  }
})

test('a large body that does not come gets words, and its place goes to the next', async () => {
  const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n'
  // Three of them take all places there are.
  const late = Array.from({ length: 3 }, () => converse(slow, head, pieces(2)))
  for (const { said } of await Promise.all(late)) {
    expect(said).toMatch(/^HTTP\/1\.1 408 /)
    expect(said).toContain('This took too long to arrive. Nothing was recorded; try again.')
  }
  const quick = await fetch(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`, {
    method: 'POST',
    body: 'a'.repeat(1_500_000),
  })
  expect(quick.status).toBe(200)
})
