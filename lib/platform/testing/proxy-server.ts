import { connect, type Socket } from 'node:net'
import type { Certificate } from './certificate.ts'
import { openRaw, type TestServer } from './web-server.ts'

export interface TestProxy extends TestServer {
  /** What it was asked to reach, as it was written to it. */
  targets: string[]
  /** The local ports of its own connections, by which a server can tell them. */
  ports: number[]
}

type Options = {
  /** Where each target really is: the port on this machine. */
  port: number
  login?: { name: string; word: string }
  /** The code of a refusal instead of a connection. */
  refuse?: number
  /** With one, the way to an HTTP proxy is itself TLS. */
  certificate?: Certificate
}

/** A SOCKS 5 proxy that resolves every name to this machine. */
export async function openSocks(options: Options): Promise<TestProxy> {
  const seen = { targets: [] as string[], ports: [] as number[] }
  const server = await openRaw((client) => void serveSocks(client, options, seen))
  return { ...server, ...seen }
}

async function serveSocks(client: Socket, options: Options, seen: Pick<TestProxy, 'targets' | 'ports'>): Promise<void> {
  const bytes = reader(client)
  const [, count = 0] = await bytes(2)
  const methods = await bytes(count)
  const wants = options.login ? 2 : 0
  client.write(Buffer.from([5, methods.includes(wants) ? wants : 255]))
  if (options.login) {
    const [, length = 0] = await bytes(2)
    const name = `${await bytes(length)}`
    const word = `${await bytes((await bytes(1))[0] ?? 0)}`
    client.write(Buffer.from([1, name === options.login.name && word === options.login.word ? 0 : 1]))
  }
  const [, , , kind] = await bytes(4)
  const host =
    kind === 3
      ? `name ${await bytes((await bytes(1))[0] ?? 0)}`
      : `address ${[...(await bytes(kind === 4 ? 16 : 4))].join('.')}`
  seen.targets.push(`${host}:${(await bytes(2)).readUInt16BE()}`)
  if (options.refuse !== undefined) client.end(Buffer.from([5, options.refuse, 0, 1, 0, 0, 0, 0, 0, 0]))
  else join(client, options.port, seen, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
}

/** An HTTP proxy that knows only CONNECT. */
export async function openTunnel(options: Options): Promise<TestProxy> {
  const seen = { targets: [] as string[], ports: [] as number[] }
  const server = await openRaw((client) => {
    client.once('data', (chunk: Buffer) => {
      const [line = '', ...rest] = `${chunk}`.split('\r\n')
      seen.targets.push(line)
      const { login } = options
      const pass = login && Buffer.from(`${login.name}:${login.word}`).toString('base64')
      if (pass !== undefined && !rest.includes(`Proxy-Authorization: Basic ${pass}`))
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      else if (options.refuse !== undefined) client.end(`HTTP/1.1 ${options.refuse} No\r\n\r\n`)
      else join(client, options.port, seen, Buffer.from('HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n'))
    })
  }, options.certificate)
  return { ...server, ...seen }
}

function join(client: Socket, port: number, seen: Pick<TestProxy, 'ports'>, welcome: Buffer): void {
  const far = connect({ host: '127.0.0.1', port }, () => {
    seen.ports.push(far.localPort ?? 0)
    client.write(welcome)
    client.pipe(far).pipe(client)
  })
  far.on('error', () => client.destroy())
  client.on('close', () => far.destroy())
}

function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let held = Buffer.alloc(0)
  return async (length) => {
    while (held.length < length) {
      const chunk = socket.read() as Buffer | null
      if (chunk !== null) held = Buffer.concat([held, chunk])
      else await new Promise((resolve) => socket.once('readable', resolve))
    }
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
}
