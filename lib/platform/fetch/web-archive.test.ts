import { afterEach, describe, expect, test } from 'vitest'
import { openWeb, type TestServer, type TestWeb } from '../testing/web-server.ts'
import { savePage } from './web-archive.ts'

const open: TestServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const job = 'spn2-0123456789abcdef'
const page = 'https://example.org/a?b=c&d=e#f'

/** An archive that answers in this order, each a body or a status with one. */
async function archive(...answers: (object | string | number)[]): Promise<TestWeb> {
  const server = await openWeb((_, response) => {
    const answer = answers.shift() ?? 500
    if (typeof answer === 'number') response.writeHead(answer).end('{}')
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  open.push(server)
  return server
}

const waits: number[] = []
const asking = ({ url, place }: TestServer) => ({
  endpoint: url,
  fetch: { allow: [place] },
  wait: async (ms: number) => void waits.push(ms),
})

test('asks, waits, and gives the address of the copy', async () => {
  const site = await archive(
    { url: page, job_id: job },
    { status: 'pending', job_id: job, resources: [] },
    { status: 'pending' },
    { status: 'success', timestamp: '20260102030405', original_url: 'https://example.org/a?b=c&d=e' },
  )
  waits.length = 0
  const saved = await savePage(page, { ...asking(site), accessKey: 'name', secret: 'word' })
  expect(saved).toEqual({ address: `${site.url}web/20260102030405/https://example.org/a?b=c&d=e` })
  expect(waits).toEqual([5000, 5000, 5000])
  expect(site.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /save',
    ...Array<string>(3).fill(`GET /save/status/${job}`),
  ])
  const [first] = site.requests
  expect(Object.fromEntries(new URLSearchParams(first?.body))).toEqual({ url: page, skip_first_archive: '1' })
  expect(first?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  for (const { headers } of site.requests)
    expect([headers.authorization, headers.accept]).toEqual(['LOW name:word', 'application/json'])
})

test('without an account it comes as a stranger', async () => {
  const site = await archive({ job_id: job }, { status: 'success', timestamp: '20260102030405' })
  expect((await savePage(page, asking(site))).address).toContain('/web/20260102030405/https://example.org/a')
  expect(site.requests[0]?.headers).not.toHaveProperty('authorization')
})

describe('what does not work is said', () => {
  test.each([
    [[{ message: 'You have already\nreached the limit of active sessions.' }], 'already reached the limit'],
    [[{ job_id: job }, { status: 'error', message: 'Couldn’t resolve host', status_ext: 'error:x' }], 'resolve host'],
    [[{ job_id: job }, { status: 'error', status_ext: 'error:blocked-url' }], 'error:blocked-url'],
    [[{ job_id: job }, { status: 'error' }], 'no reason'],
    [[{ job_id: '../../x?y' }], 'no reason'],
    [[{ job_id: job }, { status: 'success', timestamp: '../x' }], 'no reason'],
    [['<html>'], 'not of its protocol (status 200)'],
    [['[]'], 'not of its protocol'],
    [[{ job_id: job }, 'null'], 'not of its protocol'],
    [[401], 'account'],
    [[403], 'account'],
    [[429], 'too often'],
    [[500], 'no reason'],
  ])('%j', async (answers, words) => {
    const site = await archive(...answers)
    await expect(savePage(page, asking(site))).rejects.toMatchObject({
      name: 'FetchFailed',
      message: expect.stringContaining(words),
    })
  })

  test('one that never comes to an end is asked so many times and no more', async () => {
    const site = await archive({ job_id: job }, ...Array<object>(10).fill({ status: 'pending' }))
    await expect(savePage(page, { ...asking(site), tries: 3 })).rejects.toMatchObject({ code: 'timeout' })
    expect(site.requests).toHaveLength(4)
  })

  test('the guard holds for an archive too', async () => {
    const site = await archive({ job_id: job })
    await expect(savePage(page, { ...asking(site), fetch: {} })).rejects.toMatchObject({ code: 'refused' })
    expect(site.connections()).toBe(0)
  })
})
