import { afterEach, describe, expect, test } from 'vitest'
import { openRaw, openWeb, openWords, type TestServer } from '../testing/web-server.ts'
import { fetchPublic } from './fetch.ts'
import { FETCH_LIMITS, type FetchSettings } from './settings.ts'

const open: TestServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
async function kept<T extends TestServer>(server: Promise<T>): Promise<T> {
  const opened = await server
  open.push(opened)
  return opened
}
const allowing = (...servers: TestServer[]): FetchSettings => ({ allow: servers.map(({ place }) => place) })

describe('an answer', () => {
  test('comes whole, with its headers as they were sent', async () => {
    const site = await kept(
      openWords(
        Buffer.from(
          'HTTP/1.1 200 Fine\r\nContent-Type: Text/HTML; Charset="Windows-1251"\r\nX-Note: a\r\nSet-Cookie: a=1\r\n' +
            'set-cookie: b=2\r\nX-note: \xe9\r\nContent-Length: 3\r\n\r\n\xef\xf0\xe8',
          'latin1',
        ),
      ),
    )
    const progress: unknown[] = []
    const fetched = await fetchPublic(`${site.url}a%20b?c#d`, allowing(site), { onProgress: (p) => progress.push(p) })
    expect(fetched).toMatchObject({
      requestedUrl: `${site.url}a%20b?c#d`,
      finalUrl: `${site.url}a%20b?c#d`,
      redirects: [],
      status: 200,
      mediaType: 'text/html',
      charset: 'windows-1251',
    })
    expect(fetched.headers.slice(0, 5)).toEqual([
      ['Content-Type', 'Text/HTML; Charset="Windows-1251"'],
      ['X-Note', 'a'],
      ['Set-Cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['X-note', 'é'],
    ])
    expect(fetched.body).toEqual(new Uint8Array([0xef, 0xf0, 0xe8]))
    expect(fetched.at).toBeInstanceOf(Date)
    expect(progress.at(-1)).toMatchObject({ expected: 3 })
  })

  test.each([404, 410, 500, 503, 403, 304, 204])('of status %i is a result', async (status) => {
    const site = await kept(openWeb((_, response) => response.writeHead(status, { etag: '"x"' }).end()))
    const fetched = await fetchPublic(site.url, allowing(site))
    expect([fetched.status, fetched.body.length, fetched.mediaType, fetched.charset]).toEqual([status, 0, '', null])
  })

  test.each(['gzip', 'br', 'deflate'])('of status 304 may say %s and have no body', async (encoding) => {
    const site = await kept(openWords(`HTTP/1.1 304 Same\r\nContent-Encoding: ${encoding}\r\n\r\n`))
    expect((await fetchPublic(site.url, allowing(site))).body).toHaveLength(0)
  })

  test.each([
    ['', '', null],
    ['nonsense', '', null],
    ['text/plain;charset=', 'text/plain', null],
    ['TEXT/plain ; x=y; charset=UTF-8', 'text/plain', 'utf-8'],
    ["text/html; charset='utf-8'", 'text/html', "'utf-8'"],
  ])('with Content-Type %j', async (sent, mediaType, charset) => {
    const site = await kept(openWords(`HTTP/1.1 200 OK\r\nContent-Type: ${sent}\r\nContent-Length: 0\r\n\r\n`))
    expect(await fetchPublic(site.url, allowing(site))).toMatchObject({ mediaType, charset })
  })

  test('without a length ends with the connection', async () => {
    const site = await kept(openWords('HTTP/1.0 200 OK\r\n\r\nall of it'))
    expect(`${Buffer.from((await fetchPublic(site.url, allowing(site))).body)}`).toBe('all of it')
  })
})

describe('what a site learns', () => {
  test('is what any browser says, and nothing from the step before', async () => {
    const site = await kept(
      openWeb((request, response) => {
        if (request.url === '/one') response.writeHead(302, { location: '/two', 'set-cookie': 'who=you' }).end()
        else response.end('there')
      }),
    )
    await fetchPublic(`${site.url}one`, allowing(site))
    expect(site.requests.map(({ url }) => url)).toEqual(['/one', '/two'])
    for (const { headers } of site.requests) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'accept-language',
        'connection',
        'host',
        'user-agent',
      ])
      expect(headers['user-agent']).toMatch(/^Mozilla\/5\.0 /)
      expect(JSON.stringify(headers)).not.toMatch(/attest|undici|node/i)
    }
  })

  test('an account’s key goes to the service alone, not where it redirects', async () => {
    const other = await kept(openWeb((_, response) => response.end()))
    const site = await kept(
      openWeb((request, response) => {
        const location = request.url === '/' ? '/again' : other.url
        response.writeHead(307, { location }).end()
      }),
    )
    const asked = { method: 'POST', body: 'a=b', authorization: 'LOW a:b', accept: 'application/json' } as const
    await fetchPublic(site.url, allowing(site, other), asked)
    expect(site.requests.map(({ headers, body }) => [headers.authorization, body])).toEqual([
      ['LOW a:b', 'a=b'],
      ['LOW a:b', 'a=b'],
    ])
    expect(other.requests[0]).toMatchObject({ method: 'POST', body: 'a=b' })
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('a form answered by 303 becomes a plain look', async () => {
    const site = await kept(
      openWeb((request, response) => {
        if (request.method === 'POST') response.writeHead(303, { location: '/done' }).end()
        else response.end('done')
      }),
    )
    const fetched = await fetchPublic(site.url, allowing(site), { method: 'POST', body: 'a=b', contentType: 'x/y' })
    expect(fetched.redirects).toEqual([{ status: 303, from: site.url, to: `${site.url}done` }])
    expect(site.requests[0]).toMatchObject({ body: 'a=b', headers: { 'content-type': 'x/y' } })
    expect(site.requests[1]).toMatchObject({ method: 'GET', body: '' })
  })
})

describe('time', () => {
  const limits = { headMs: 200, totalMs: 400 }

  test('a head that does not come', async () => {
    const site = await kept(openRaw(() => undefined))
    const settings = { ...allowing(site), limits: { headMs: 100 } }
    await expect(fetchPublic(site.url, settings)).rejects.toMatchObject({ name: 'FetchFailed', code: 'timeout' })
  })

  test('a head that comes letter by letter', async () => {
    const site = await kept(
      openRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX-Slow: ')
        const drip = setInterval(() => socket.write('a'), 10)
        socket.on('close', () => clearInterval(drip))
      }),
    )
    await expect(fetchPublic(site.url, { ...allowing(site), limits })).rejects.toMatchObject({ code: 'timeout' })
  })

  test('a body that comes letter by letter', async () => {
    const site = await kept(
      openWeb((_, response) => {
        const drip = setInterval(() => response.write('a'), 10)
        response.on('close', () => clearInterval(drip))
      }),
    )
    await expect(fetchPublic(site.url, { ...allowing(site), limits })).rejects.toMatchObject({ code: 'timeout' })
  })

  test('a name that is never resolved', async () => {
    const settings = { limits, lookup: () => new Promise<never>(() => undefined) }
    await expect(fetchPublic('http://site.example.org/', settings)).rejects.toMatchObject({ code: 'timeout' })
  })

  test('whoever asked may call it off', async () => {
    const caller = new AbortController()
    const site = await kept(openRaw(() => caller.abort(new Error('enough'))))
    await expect(fetchPublic(site.url, allowing(site), { signal: caller.signal })).rejects.toThrow('enough')
    await expect(fetchPublic(site.url, allowing(site), { signal: caller.signal })).rejects.toThrow('enough')
  })

  test('nothing waits for ever unless it is told to', () => {
    expect(Object.values(FETCH_LIMITS).every((limit) => limit > 0 && Number.isFinite(limit))).toBe(true)
  })
})

describe('answers that are none', () => {
  const overlong = `HTTP/1.1 200 OK\r\n${`X-Long: ${'a'.repeat(1000)}\r\n`.repeat(100)}\r\n`
  test.each([
    ['garbage', 'SSH-2.0-OpenSSH_9.6\r\n', 'broken'],
    ['zeros', Buffer.alloc(1000), 'broken'],
    ['nothing', '', 'broken'],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le', 'broken'],
    ['less than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort', 'broken'],
    ['more than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlonger', 'broken'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 6\r\n\r\nlonger', 'broken'],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'broken',
    ],
    ['a length below zero', 'HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nlonger', 'broken'],
    ['chunks that break off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel', 'broken'],
    ['chunks of no size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhel', 'broken'],
    ['another protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n', 'broken'],
    ['a head too large', overlong, 'too_large'],
  ])('%s', async (_, words, code) => {
    const site = await kept(openWords(words))
    const failed = fetchPublic(site.url, { ...allowing(site), limits: { headMs: 5000 } })
    await expect(failed).rejects.toMatchObject({ name: 'FetchFailed', code })
  })

  test('a door slammed at once', async () => {
    const site = await kept(openRaw((socket) => socket.destroy()))
    await expect(fetchPublic(site.url, allowing(site))).rejects.toMatchObject({ code: 'broken' })
  })

  test('no one there', async () => {
    const site = await openRaw(() => undefined)
    await site.close()
    await expect(fetchPublic(site.url, allowing(site))).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('a body without end', async () => {
    const site = await kept(
      openWeb((_, response) => {
        const more = () => {
          while (response.write('a'.repeat(65_536)));
          response.once('drain', more)
        }
        more()
      }),
    )
    const settings = { ...allowing(site), limits: { bytes: 1_000_000 } }
    await expect(fetchPublic(site.url, settings)).rejects.toMatchObject({ code: 'too_large' })
  })

  test('an announcement of too much is enough', async () => {
    const site = await kept(openWords('HTTP/1.1 200 OK\r\nContent-Length: 20000001\r\n\r\n', { end: false }))
    await expect(fetchPublic(site.url, allowing(site))).rejects.toThrow('20 MB')
  })
})

describe('a page that only leads on', () => {
  const leadsTo = (target: string) => `<meta http-equiv="refresh" content="0; url=${target}"><title>Moved</title>`
  const html = { 'content-type': 'text/html' }

  test('is followed, and the chain shows it', async () => {
    const site = await kept(
      openWeb((request, response) =>
        response.writeHead(200, html).end(request.url === '/end' ? 'the end' : leadsTo('/end')),
      ),
    )
    const fetched = await fetchPublic(site.url, allowing(site))
    expect(`${Buffer.from(fetched.body)}`).toBe('the end')
    expect(fetched).toMatchObject({ finalUrl: `${site.url}end`, redirects: [{ status: 200, to: `${site.url}end` }] })
  })

  test('does not lead past the guard', async () => {
    const site = await kept(
      openWeb((_, response) => response.writeHead(200, html).end(leadsTo('http://127.0.0.1:1/private'))),
    )
    await expect(fetchPublic(site.url, allowing(site))).rejects.toMatchObject({ code: 'refused' })
  })

  test('counts among the redirects', async () => {
    let count = 0
    const site = await kept(openWeb((_, response) => response.writeHead(200, html).end(leadsTo(`/${count++}`))))
    await expect(fetchPublic(site.url, allowing(site))).rejects.toMatchObject({ code: 'redirects' })
    expect(count).toBeLessThanOrEqual(FETCH_LIMITS.redirects + 2)
  })

  test.each([
    ['that is shown anew', leadsTo('')],
    ['of another kind than the web', leadsTo('javascript:alert(1)')],
    ['that is one to read', `${leadsTo('/end')}${'<p>Words of a page to read. '.repeat(40)}`],
  ])('but not one %s', async (_, body) => {
    const site = await kept(openWeb((_request, response) => response.writeHead(200, html).end(body)))
    expect((await fetchPublic(site.url, allowing(site))).redirects).toEqual([])
  })
})
