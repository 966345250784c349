import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../testing/certificate.ts'
import { openSocks, openTunnel } from '../testing/proxy-server.ts'
import { openRaw, openWeb, openWords, type TestServer, type TestWeb } from '../testing/web-server.ts'
import { fetchPublic } from './fetch.ts'

const open: TestServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
async function kept<T extends TestServer>(server: Promise<T>): Promise<T> {
  const opened = await server
  open.push(opened)
  return opened
}

/** A site that tells from which port it was asked. */
const openSite = (certificate?: ReturnType<typeof makeCertificate>): Promise<TestWeb> =>
  kept(openWeb((request, response) => response.end(String(request.socket.remotePort)), certificate && { certificate }))
const lookup = () => Promise.reject(new Error('This machine’s resolver was asked.'))
const login = { name: 'desk', word: 'p@ss' }

describe.each([
  ['socks5', openSocks, (place: string) => `name ${place}`],
  ['socks5h', openSocks, (place: string) => `name ${place}`],
  ['http', openTunnel, (place: string) => `CONNECT ${place} HTTP/1.1`],
] as const)('through %s', (scheme, openProxy, asked) => {
  test('the site sees the proxy, and the proxy gets the name unresolved', async () => {
    const site = await openSite()
    const proxy = await kept(openProxy({ port: site.port }))
    const settings = { proxy: `${scheme}://${proxy.place}`, lookup }
    const { body } = await fetchPublic('http://site.example.org/page', settings)
    expect(proxy.ports.map(String)).toEqual([`${Buffer.from(body)}`])
    expect(proxy.targets).toEqual([asked('site.example.org:80')])
    expect(site.requests[0]).toMatchObject({ url: '/page', headers: { host: 'site.example.org' } })
    expect(JSON.stringify(site.requests[0]?.headers)).not.toMatch(/proxy|forwarded|via/i)
  })

  test('TLS goes from end to end', async () => {
    const certificate = makeCertificate()
    const site = await openSite(certificate)
    const proxy = await kept(openProxy({ port: site.port }))
    const settings = { proxy: `${scheme}://${proxy.place}`, lookup, ca: certificate.cert }
    expect((await fetchPublic('https://site.example.org/', settings)).status).toBe(200)
    expect(proxy.targets).toEqual([asked('site.example.org:443')])
    await expect(fetchPublic('https://other.example.org/', settings)).rejects.toMatchObject({ code: 'tls' })
  })

  test('each step of a redirect goes the same way, and none inside', async () => {
    const site = await kept(
      openWeb((request, response) => {
        const location = request.url === '/' ? 'http://second.example.org/x' : 'http://127.0.0.1/'
        response.writeHead(302, { location }).end()
      }),
    )
    const proxy = await kept(openProxy({ port: site.port }))
    const failed = fetchPublic('http://first.example.org/', { proxy: `${scheme}://${proxy.place}`, lookup })
    await expect(failed).rejects.toMatchObject({ code: 'refused' })
    expect(proxy.targets).toEqual([asked('first.example.org:80'), asked('second.example.org:80')])
  })

  test.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://localhost/',
    'http://db.internal/',
    'http://169.254.169.254/',
  ])('never asked for %s', async (url) => {
    const proxy = await kept(openProxy({ port: 9 }))
    await expect(fetchPublic(url, { proxy: `${scheme}://${proxy.place}` })).rejects.toMatchObject({ code: 'refused' })
    expect(proxy.connections()).toBe(0)
  })

  test('with a user name and password, or not at all', async () => {
    const site = await openSite()
    const proxy = await kept(openProxy({ port: site.port, login }))
    const through = (user: string) =>
      fetchPublic('http://site.example.org/', { proxy: `${scheme}://${user}${proxy.place}` })
    expect((await through('desk:p%40ss@')).status).toBe(200)
    await expect(through('desk:wrong@')).rejects.toMatchObject({ code: 'unreachable' })
    await expect(through('')).rejects.toMatchObject({ code: 'unreachable' })
    expect(site.requests).toHaveLength(1)
  })

  test('a refusal, in words', async () => {
    const proxy = await kept(openProxy({ port: 9, refuse: scheme === 'http' ? 403 : 4 }))
    const failed = fetchPublic('http://site.example.org/', { proxy: `${scheme}://${proxy.place}` })
    await expect(failed).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('site.example'),
    })
  })

  test.each(['', 'SSH-2.0\r\n\r\n', 'HTTP/1.1 200'])('what is no such proxy: %j', async (words) => {
    const proxy = await kept(openWords(words))
    const failed = fetchPublic('http://site.example.org/', { proxy: `${scheme}://${proxy.place}` })
    await expect(failed).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('a proxy that is silent, or gone', async () => {
    const proxy = await openRaw(() => undefined)
    const settings = { proxy: `${scheme}://${proxy.place}`, limits: { headMs: 100 } }
    await expect(fetchPublic('http://site.example.org/', settings)).rejects.toMatchObject({ code: 'timeout' })
    await proxy.close()
    await expect(fetchPublic('http://site.example.org/', settings)).rejects.toThrow('ATTEST_FETCH_PROXY')
  })
})

test('SOCKS gets addresses as addresses, and onion names at all', async () => {
  const site = await openSite()
  const proxy = await kept(openSocks({ port: site.port }))
  const settings = { proxy: `socks5://${proxy.place}` }
  for (const host of ['93.184.216.34', '[2606:4700::1111]', 'abcdef.onion'])
    await fetchPublic(`http://${host}/`, settings)
  expect(proxy.targets).toEqual([
    'address 93.184.216.34:80',
    'address 38.6.71.0.0.0.0.0.0.0.0.0.0.0.17.17:80',
    'name abcdef.onion:80',
  ])
})

test('the way to an HTTP proxy may be TLS, if its certificate is good', async () => {
  const certificate = makeCertificate({ name: 'localhost' })
  const site = await openSite()
  const proxy = await kept(openTunnel({ port: site.port, certificate }))
  const settings = { proxy: `https://localhost:${proxy.port}`, lookup }
  await fetchPublic('http://site.example.org/', { ...settings, ca: certificate.cert })
  expect(proxy.targets).toEqual(['CONNECT site.example.org:80 HTTP/1.1'])
  await expect(fetchPublic('http://site.example.org/', settings)).rejects.toMatchObject({ code: 'tls' })
  expect(site.requests).toHaveLength(1)
})
