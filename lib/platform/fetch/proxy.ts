import { isIP, type Socket } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FetchFailed } from './failed.ts'
import { bareHost } from './public-address.ts'
import { type Route, reachProxy } from './route.ts'
import { overTls } from './tls.ts'

/**
 * The ways through a proxy. Both hand it the name as it stands and let it resolve: this machine's resolver then never
 * hears of the host, and the host never of this machine. The price is that what the name leads to cannot be looked at
 * from here; keeping a name from leading into the proxy's own network is up to the proxy.
 */
export function proxyRoute(address: string, ca?: string): Route {
  const proxy = new URL(address)
  return proxy.protocol.startsWith('socks5') ? socksRoute(proxy) : tunnelRoute(proxy, ca)
}

const credentials = (proxy: URL) => [decodeURIComponent(proxy.username), decodeURIComponent(proxy.password)] as const

/** SOCKS 5 (RFC 1928), with a user name and password (RFC 1929) where the proxy's address has them. */
function socksRoute(proxy: URL): Route {
  return async ({ host, port }, life) => {
    const socket = await reachProxy(proxy, Number(proxy.port) || 1080, life)
    try {
      await greet(socket, proxy)
      socket.write(Buffer.concat([Buffer.from([5, 1, 0]), socksAddress(host), Buffer.from([port >> 8, port & 255])]))
      const [, reply = 1, , kind] = await take(socket, 4)
      if (reply !== 0)
        throw new FetchFailed(
          'unreachable',
          `The proxy could not reach “${host}”: ${SOCKS_REPLIES[reply] ?? 'failed'}.`,
        )
      // The address it went out by, of no use here: its length depends on its kind.
      const length = kind === 1 ? 4 : kind === 4 ? 16 : ((await take(socket, 1))[0] ?? 0)
      await take(socket, length + 2)
      return socket
    } catch (error) {
      socket.destroy()
      throw error
    }
  }
}

const SOCKS_REPLIES: Record<number, string> = {
  1: 'it failed without saying why',
  2: 'its rules forbid it',
  3: 'the network cannot be reached',
  4: 'the host cannot be reached, or its name is not known',
  5: 'the host refused the connection',
  6: 'it took too long',
}

async function greet(socket: Socket, proxy: URL): Promise<void> {
  const [name, word] = credentials(proxy).map((text) => Buffer.from(text).subarray(0, 255)) as [Buffer, Buffer]
  const isNamed = name.length > 0
  socket.write(Buffer.from(isNamed ? [5, 2, 0, 2] : [5, 1, 0]))
  const [version, method] = await take(socket, 2)
  if (version !== 5) throw new FetchFailed('unreachable', 'What ATTEST_FETCH_PROXY names is not a SOCKS 5 proxy.')
  if (method === 2 && isNamed) {
    socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([word.length]), word]))
    if ((await take(socket, 2))[1] === 0) return
  } else if (method === 0) return
  throw new FetchFailed(
    'unreachable',
    'The proxy wants a user name and password that ATTEST_FETCH_PROXY does not give.',
  )
}

function socksAddress(host: string): Buffer {
  const family = isIP(host)
  if (family !== 0) return Buffer.from([family === 4 ? 1 : 4, ...ipaddr.parse(host).toByteArray()])
  const name = Buffer.from(host)
  if (name.length > 255) throw new FetchFailed('refused', 'The name of the host is longer than any real one can be.')
  return Buffer.concat([Buffer.from([3, name.length]), name])
}

/**
 * HTTP CONNECT (RFC 9110, 9.3.6), for http addresses too: asked to fetch one itself, a proxy answers with its own error
 * pages, and those could not be told from what the source said.
 */
function tunnelRoute(proxy: URL, ca: string | undefined): Route {
  const isSecure = proxy.protocol === 'https:'
  return async ({ host, port }, life) => {
    const raw = await reachProxy(proxy, Number(proxy.port) || (isSecure ? 443 : 80), life)
    const socket = isSecure ? await overTls(raw, bareHost(proxy), ca) : raw
    try {
      const place = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`
      const [name, word] = credentials(proxy)
      const login = Buffer.from(`${name}:${word}`).toString('base64')
      const pass = name === '' ? '' : `Proxy-Authorization: Basic ${login}\r\n`
      socket.write(`CONNECT ${place} HTTP/1.1\r\nHost: ${place}\r\n${pass}\r\n`)
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(await takeHead(socket))?.[1] ?? 'no answer in HTTP'
      if (/^2/.test(status)) return socket
      throw new FetchFailed(
        'unreachable',
        `The proxy did not open a way to “${place}” (${status}). ` +
          (status === '407' ? 'It wants a user name and password.' : 'It must allow CONNECT to that port.'),
      )
    } catch (error) {
      socket.destroy()
      throw error
    }
  }
}

/** Exactly so many bytes; what follows stays for whoever reads next. */
async function take(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const chunk = socket.read(length) as Buffer | null
    if (chunk?.length === length) return chunk
    if (chunk !== null || socket.readableEnded || socket.destroyed) throw hungUp()
    await stirs(socket)
  }
}

function stirs(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ['readable', 'end', 'close']) socket.off(event, done)
      resolve()
    }
    for (const event of ['readable', 'end', 'close']) socket.on(event, done)
  })
}

async function takeHead(socket: Socket): Promise<string> {
  for (let head = ''; head.length < 16_384; ) {
    head += (await take(socket, 1)).toString('latin1')
    if (head.endsWith('\r\n\r\n')) return head
  }
  return ''
}

const hungUp = () => new FetchFailed('unreachable', 'The proxy hung up in the middle of the conversation.')
