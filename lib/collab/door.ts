import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { SessionClaim } from '@/lib/data/access.ts'
import { sessionOfCookies } from '@/lib/platform/auth/session-cookie.ts'

/** Connections one person may have on one server: many windows, and then some. */
export const MOST_OF_A_PERSON = 40
/** Connections of one server. */
const MOST_OF_ALL = 5_000

/**
 * Who may come in at all: a page of our own (a browser says where a script is from and no script can lie about it), with
 * a session, in a number that one person needs. What they may do is asked of the database, after this.
 */
export class Door {
  private readonly inside = new Map<string, number>()
  private all = 0
  shut = false

  constructor(private readonly publicUrl: string | undefined) {}

  /** Whose connection this is; or null where it was refused, and told so. */
  async admit(request: IncomingMessage, socket: Duplex): Promise<SessionClaim | null> {
    if (this.shut) return refuse(socket, 503, 'Service Unavailable')
    if (!this.isOurs(request)) return refuse(socket, 403, 'Forbidden')
    const session = await sessionOfCookies(request.headers.cookie)
    if (!session) return refuse(socket, 401, 'Unauthorized')
    if (this.all >= MOST_OF_ALL || (this.inside.get(session.userId) ?? 0) >= MOST_OF_A_PERSON)
      return refuse(socket, 429, 'Too Many Requests')
    return session
  }

  /** Counts a connection in, and gives what counts it out again. */
  enter({ userId }: SessionClaim): () => void {
    this.all += 1
    this.inside.set(userId, (this.inside.get(userId) ?? 0) + 1)
    let gone = false
    return () => {
      if (gone) return
      gone = true
      this.all -= 1
      const left = (this.inside.get(userId) ?? 1) - 1
      if (left > 0) this.inside.set(userId, left)
      else this.inside.delete(userId)
    }
  }

  private isOurs({ headers }: IncomingMessage): boolean {
    const from = originOf(headers.origin)
    if (!from || !headers.host) return false
    return from.host === headers.host || from.origin === originOf(this.publicUrl)?.origin
  }
}

function originOf(address: string | undefined): URL | null {
  return address && URL.canParse(address) ? new URL(address) : null
}

function refuse(socket: Duplex, status: number, words: string): null {
  socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  return null
}
