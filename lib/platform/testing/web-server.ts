import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createRawServer, type Socket, type Server as SocketServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from './certificate.ts'

export interface TestServer {
  port: number
  /** `127.0.0.1:port`, as the list of allowed places wants it. */
  place: string
  url: string
  /** How many connections it has seen. */
  connections(): number
  close(): Promise<void>
}

export interface TestWeb extends TestServer {
  requests: { method: string; url: string; headers: IncomingMessage['headers']; raw: string[]; body: string }[]
}

/** A web server on this machine that remembers what it was asked. */
export async function openWeb(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { certificate }: { certificate?: Certificate } = {},
): Promise<TestWeb> {
  const requests: TestWeb['requests'] = []
  const listen: RequestListener = (request, response) => {
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      raw: request.rawHeaders,
      body: '',
    }
    requests.push(seen)
    response.on('error', () => undefined)
    request.on('data', (chunk) => {
      seen.body += chunk
    })
    request.on('end', () => answer(request, response))
  }
  const server = certificate === undefined ? createServer(listen) : createSecureServer(certificate, listen)
  return { ...(await opened(server, certificate ? 'https' : 'http')), requests }
}

/** A server of nothing but bytes. */
export async function openRaw(answer: (socket: Socket) => void, certificate?: Certificate): Promise<TestServer> {
  return opened(certificate ? createTlsServer(certificate, answer) : createRawServer(answer), 'http')
}

/** Says, after a request has come, exactly these bytes; then ends, or stays. */
export function openWords(words: string | Uint8Array, { end = true } = {}): Promise<TestServer> {
  return openRaw((socket) => {
    socket.once('data', () => (end ? socket.end(words) : socket.write(words)))
  })
}

async function opened(server: Server | SocketServer, scheme: string): Promise<TestServer> {
  const host = '127.0.0.1'
  const sockets = new Set<Socket>()
  let count = 0
  server.on('connection', (socket: Socket) => {
    count++
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    place: `${host}:${port}`,
    url: `${scheme}://${host}:${port}/`,
    connections: () => count,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
