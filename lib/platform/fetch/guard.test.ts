import type { LookupAddress } from 'node:dns'
import { request } from 'undici'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../testing/certificate.ts'
import { openRaw, openWeb, type TestServer } from '../testing/web-server.ts'
import { fetchPublic } from './fetch.ts'
import { guardedAgent } from './guard.ts'
import type { FetchSettings } from './settings.ts'

/** Listens beside every test on a port that no test allows: whoever gets there got too far. */
let canary: TestServer
const open: TestServer[] = []
beforeEach(async () => {
  canary = await openRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ncaw!'))
  open.push(canary)
})
afterEach(async () => {
  expect(canary.connections()).toBe(0)
  await Promise.all(open.splice(0).map((server) => server.close()))
})
async function kept<T extends TestServer>(server: Promise<T>): Promise<T> {
  const opened = await server
  open.push(opened)
  return opened
}
const allowing = (...servers: TestServer[]): FetchSettings => ({ allow: servers.map(({ place }) => place) })
const answering = (...addresses: string[]) =>
  addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }))
const refused = { name: 'FetchFailed', code: 'refused' }

describe('nothing inside is reached', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    'localhost',
    'a.localhost',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'example.org@127.0.0.1',
    '127.0.0.1.',
  ])('by its address: %s', async (host) => {
    await expect(fetchPublic(`http://${host}:${canary.port}/`, {})).rejects.toMatchObject(refused)
  })

  test.each([
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['fd00:ec2::254'],
    ['64:ff9b::7f00:1'],
    ['93.184.216.34', '127.0.0.1'],
    ['127.0.0.1', '93.184.216.34'],
    ['2606:4700:4700::1111', 'fe80::1%eth0'],
  ])('by a name that resolves to %s %s', async (...addresses) => {
    const settings = { lookup: async () => answering(...addresses.filter((address) => typeof address === 'string')) }
    await expect(fetchPublic(`http://inner.example.org:${canary.port}/`, settings)).rejects.toMatchObject(refused)
  })

  test('not by TLS either', async () => {
    await expect(fetchPublic(`https://127.0.0.1:${canary.port}/`, {})).rejects.toMatchObject(refused)
  })

  test.each(['no answer', 'an error'])('a name with %s is unreachable', async (kind) => {
    const lookup = async () => {
      if (kind === 'an error') throw Object.assign(new Error('no'), { code: 'ENOTFOUND' })
      return []
    }
    await expect(fetchPublic('http://gone.example.org/', { lookup })).rejects.toMatchObject({ code: 'unreachable' })
  })
})

test('the door itself holds, whoever forgot to look before', async () => {
  for (const settings of [{}, { proxy: `http://${canary.place}` }, { proxy: `socks5://${canary.place}` }])
    for (const host of [canary.place, `localhost:${canary.port}`, '169.254.169.254', 'db.internal', '[::1]']) {
      const life = new AbortController()
      const { agent } = guardedAgent(settings, life.signal)
      await expect(request(`http://${host}/`, { dispatcher: agent })).rejects.toMatchObject(refused)
      life.abort()
      await agent.destroy()
    }
})

describe('allowed is one place, not what stands beside it', () => {
  test('the same host at another port', async () => {
    const site = await kept(openWeb((_, response) => response.end('in')))
    expect((await fetchPublic(site.url, allowing(site))).status).toBe(200)
    await expect(fetchPublic(canary.url, allowing(site))).rejects.toMatchObject(refused)
  })

  test('another name for the same place, though it resolves to it', async () => {
    const site = await kept(openWeb((_, response) => response.end('in')))
    const settings = { ...allowing(site), lookup: async () => answering('127.0.0.1') }
    await expect(fetchPublic(`http://x.example.org:${site.port}/`, settings)).rejects.toMatchObject(refused)
    await expect(fetchPublic(`http://localhost:${site.port}/`, settings)).rejects.toMatchObject(refused)
    expect(site.connections()).toBe(0)
  })

  test('still only http and https, and no login', async () => {
    const allow = ['127.0.0.1:80', '127.0.0.1:21', '127.0.0.1:443']
    for (const address of ['ftp://127.0.0.1/', 'http://a:b@127.0.0.1/', 'file:///x', 'nonsense'])
      await expect(fetchPublic(address, { allow })).rejects.toMatchObject(refused)
  })
})

test('a name is resolved once, and what was looked at is what is connected to', async () => {
  const site = await kept(openWeb((_, response) => response.end('the first')))
  const place = `rebind.example.org:${site.port}`
  const asked: string[] = []
  const settings = {
    allow: [place],
    lookup: async (host: string) => {
      asked.push(host)
      // The second answer is another address of this machine, where no one listens.
      return answering(asked.length === 1 ? '127.0.0.1' : '127.0.0.2')
    },
  }
  expect(`${Buffer.from((await fetchPublic(`http://${place}/`, settings)).body)}`).toBe('the first')
  expect(asked).toEqual(['rebind.example.org'])
})

describe('redirects', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:CANARY/',
    '//127.0.0.1:CANARY/',
    'http://localhost:CANARY/',
    'http://2130706433:CANARY/',
    'http://[::ffff:7f00:1]:CANARY/',
    'http://user@127.0.0.1:CANARY/',
    'https://127.0.0.1:CANARY/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'gopher://127.0.0.1:CANARY/_',
    'data:text/html,x',
  ])('into %s', async (to) => {
    const location = to.replace('CANARY', String(canary.port))
    const site = await kept(openWeb((_, response) => response.writeHead(302, { location }).end()))
    await expect(fetchPublic(site.url, allowing(site))).rejects.toMatchObject(refused)
    expect(site.requests).toHaveLength(1)
  })

  test('into a name that resolves inside', async () => {
    const location = `http://inner.example.org:${canary.port}/`
    const site = await kept(openWeb((_, response) => response.writeHead(301, { location }).end()))
    const settings = { ...allowing(site), lookup: async () => answering('127.0.0.1') }
    await expect(fetchPublic(site.url, settings)).rejects.toMatchObject(refused)
  })

  test('in a circle', async () => {
    const site = await kept(
      openWeb((request, response) => {
        response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end()
      }),
    )
    await expect(fetchPublic(`${site.url}a#x`, allowing(site))).rejects.toMatchObject({ code: 'redirects' })
    expect(site.requests).toHaveLength(2)
  })

  test('ten steps, and not eleven', async () => {
    const site = await kept(
      openWeb((request, response) => {
        const left = Number(request.url?.slice(1))
        if (left === 0) response.end('there')
        else response.writeHead(308, { location: `/${left - 1}` }).end('a word on the way')
      }),
    )
    const fetched = await fetchPublic(`${site.url}10#part`, allowing(site))
    expect(fetched.redirects).toHaveLength(10)
    expect(fetched.redirects[9]).toEqual({ status: 308, from: `${site.url}1#part`, to: `${site.url}0#part` })
    expect(fetched).toMatchObject({ requestedUrl: `${site.url}10#part`, finalUrl: `${site.url}0#part` })
    await expect(fetchPublic(`${site.url}11`, allowing(site))).rejects.toThrow('more than 10 times')
  })

  test('to nowhere, and one that names nothing', async () => {
    const site = await kept(
      openWeb((request, response) => {
        response.writeHead(302, request.url === '/' ? {} : { location: 'http://[' }).end('see below')
      }),
    )
    expect((await fetchPublic(site.url, allowing(site))).status).toBe(302)
    await expect(fetchPublic(`${site.url}x`, allowing(site))).rejects.toMatchObject({ code: 'redirects' })
  })

  test('in letters beyond ASCII', async () => {
    const site = await kept(
      openRaw((socket) => {
        socket.once('data', (head) => {
          const isStart = `${head}`.startsWith('GET / ')
          socket.end(isStart ? 'HTTP/1.1 302 Go\r\nLocation: /слово\r\n\r\n' : 'HTTP/1.1 200 OK\r\n\r\n')
        })
      }),
    )
    expect((await fetchPublic(site.url, allowing(site))).finalUrl).toBe(`${site.url}${encodeURIComponent('слово')}`)
  })

  test('from https down to http, kept to be seen', async () => {
    const certificate = makeCertificate()
    const plain = await kept(openWeb((_, response) => response.end('plain')))
    const safe = await kept(
      openWeb((_, response) => response.writeHead(301, { location: plain.url }).end(), { certificate }),
    )
    const from = `https://site.example.org:${safe.port}/`
    const fetched = await fetchPublic(from, {
      allow: [plain.place, `site.example.org:${safe.port}`],
      ca: certificate.cert,
      lookup: async () => answering('127.0.0.1'),
    })
    expect(fetched.redirects).toEqual([{ status: 301, from, to: plain.url }])
  })
})

describe('TLS', () => {
  test.each([
    ['signed by itself', {}, false, 'no authority that this machine trusts'],
    ['expired', { to: '20210101' }, true, 'not valid at this time'],
    ['of the future', { from: '20980101' }, true, 'not valid at this time'],
    ['of another name', { name: 'other.example.org' }, true, 'another name'],
    ['good', {}, true, null],
  ])('a certificate %s', async (_, traits, isTrusted, words) => {
    const certificate = makeCertificate(traits)
    const site = await kept(openWeb((_request, response) => response.end('safe'), { certificate }))
    const fetched = fetchPublic(`https://site.example.org:${site.port}/`, {
      allow: [`site.example.org:${site.port}`],
      ...(isTrusted ? { ca: certificate.cert } : {}),
      lookup: async () => answering('127.0.0.1'),
    })
    if (words === null) await expect(fetched).resolves.toMatchObject({ status: 200 })
    else await expect(fetched).rejects.toMatchObject({ code: 'tls', message: expect.stringContaining(words) })
    expect(site.requests).toHaveLength(words === null ? 1 : 0)
  })

  test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', ''])('a server that speaks none: %j', async (words) => {
    const site = await kept(openRaw((socket) => socket.end(words)))
    await expect(fetchPublic(`https://${site.place}/`, allowing(site))).rejects.toMatchObject({ code: 'tls' })
  })

  test('a handshake that never ends', async () => {
    const site = await kept(openRaw(() => undefined))
    const settings = { ...allowing(site), limits: { headMs: 100 } }
    await expect(fetchPublic(`https://${site.place}/`, settings)).rejects.toMatchObject({ code: 'timeout' })
  })
})
