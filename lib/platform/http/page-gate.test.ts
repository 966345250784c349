import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PageGate } from './page-gate.ts'

let server: Server
let address = ''
let up = true
let asked = 0
let time = 0

beforeAll(async () => {
  const gate = new PageGate(
    async () => {
      asked += 1
      return up
    },
    () => time,
  )
  server = createServer(async (request, response) => {
    await gate.mark(request, response)
    response.statusCode = up ? 200 : 500
    response.end('page')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  time += 10_000
  asked = 0
})

const get = async (path: string, headers: Record<string, string>, method = 'GET') => {
  const response = await fetch(`${address}${path}`, { headers: { connection: 'close', ...headers }, method })
  return { status: response.status, words: await response.text(), retry: response.headers.get('retry-after') }
}
const PAGE = { accept: 'text/html,*/*' }

test.each([
  ['a page', '/', PAGE, 'GET', 503],
  ['the data of a page', '/articles/a?_rsc=1', { accept: '*/*', rsc: '1' }, 'GET', 503],
  ['a command', '/', { ...PAGE, 'next-action': 'x' }, 'POST', 500],
  ['health', '/api/health', PAGE, 'GET', 500],
  ['a script', '/_next/static/a.js', { accept: '*/*' }, 'GET', 500],
] as const)('while the database is away: %s', async (_, path, headers, method, status) => {
  up = false
  const answer = await get(path, headers, method)
  expect(answer.status).toBe(status)
  expect(answer).toMatchObject({ words: 'page', retry: status === 503 ? '5' : null })
})

test('asks once a second, however many pages are asked for', async () => {
  up = true
  await Promise.all(Array.from({ length: 5 }, () => get('/', PAGE)))
  expect(asked).toBe(1)
  time += 1_000
  up = false
  expect((await get('/', PAGE)).status).toBe(503)
  expect(asked).toBe(2)
})
