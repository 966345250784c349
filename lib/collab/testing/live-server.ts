import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SessionClaim } from '@/lib/data/access.ts'
import { signedCookie } from '@/lib/platform/auth/session-cookie.ts'
import { LiveDesk, type LiveDeskOptions } from '../live-desk.ts'

const SECRET = 'a secret of the tests alone'

/** A live desk on a port of its own, as `bin/web.ts` sets it up, without the pages. */
export class LiveServer {
  private constructor(
    readonly desk: LiveDesk,
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(options: LiveDeskOptions, wantedPort = 0): Promise<LiveServer> {
    process.env.NEXTAUTH_SECRET = SECRET
    const desk = await LiveDesk.open(options)
    const server = createServer((_, response) => response.writeHead(404).end())
    server.on('upgrade', (request, socket, head) => void desk.upgrade(request, socket, head))
    await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return new LiveServer(desk, server, `ws://127.0.0.1:${port}/collab`)
  }

  /** What a browser sends along: the address of the page, and the session's cookie. */
  async headersOf(session: SessionClaim): Promise<Record<string, string>> {
    return { Origin: this.origin, Cookie: await cookieOf(session) }
  }

  get origin(): string {
    return this.url.replace(/^ws/, 'http').replace(/\/collab$/, '')
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await this.desk.close()
  }
}

/** A session's cookie, signed as the sign-in page signs it. */
export function cookieOf(session: SessionClaim, secret = SECRET, maxAge = 3_600): Promise<string> {
  return signedCookie(session, secret, maxAge)
}
