import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyShape } from './body-shape.ts'
import { answerInWords } from './plain-answer.ts'

export type GuardSettings = {
  /** How long a body may be, in bytes. */
  limitOf: (path: string, hasSession: boolean, kind: string) => number
  hasSession: (cookies: string | undefined) => Promise<boolean>
  tooLarge: (limit: number, hasSession: boolean) => string
  /** Where a body is a file, of which nothing is parsed here. */
  isFile: (path: string) => boolean
  /** What is said of a body that is divided into more than any page sends. */
  tooDivided: string
  /** Milliseconds that a large body waits for its turn, and may take to come. */
  patience?: number
  mostSending?: number
  /** The host that people reach Attest by: whoever forwards it (Next.js does, to itself) says nothing untrue. */
  publicHost: string | null
  /** Whether an address is that of a proxy of the installation's own, whose forwarded headers are believed. */
  trusts: (address: string | undefined) => boolean
}

/** What a proxy says of a request; from anyone else it is what a stranger says. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-for',
  'x-real-ip',
]
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])

/** A body of this size is one of few at a time: parsing takes many times its bytes. */
const LARGE = 1_000_000
const MOST_LARGE = 3
/** A body of this size is parsed in no time, whatever it says. */
const SMALL = 64_000
/** Milliseconds that a large one waits for its turn. */
const PATIENCE = 20_000
/** Milliseconds that a large one may take to come. */
const MOST_SENDING = 60_000
/** Milliseconds for which the rest of a refused body is read. */
const MOST_DROPPING = 10_000
/** Bytes that are read and dropped so that a sender hears the answer, which it may only do when it has sent all. */
const MOST_DROPPED = 64_000_000

/**
 * Stands before everything that parses: refuses what no page of ours sends, in words, and keeps a body within what its
 * sender may send. Nothing is kept of a body that is refused.
 */
export class RequestGuard {
  private readonly line: (() => void)[] = []
  private large = 0

  constructor(private readonly settings: GuardSettings) {}

  /** False where the request has been answered here. */
  async admits(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!METHODS.has(request.method ?? '')) {
      response.setHeader('Allow', [...METHODS].join(', '))
      return refuse(request, response, 405, 'Attest does not know this kind of request.')
    }
    const path = request.url ?? '/'
    if (!path.startsWith('/'))
      return refuse(request, response, 400, 'This request names no page of Attest, so nothing was done.')
    if (!isOrigin(request.headers.origin))
      return refuse(request, response, 400, 'This request has a malformed Origin, so nothing was done.')
    const { limitOf, tooLarge, hasSession, trusts, isFile, tooDivided } = this.settings
    if (!trusts(request.socket.remoteAddress)) forget(request, this.settings.publicHost)
    const length = lengthOf(request)
    if (length === 0) return true
    let isMember = false
    // Before anything is awaited: what comes in meanwhile counts too.
    const shape = isFile(path) || (length !== null && length <= SMALL) ? null : new BodyShape()
    const bound =
      length === null || shape
        ? boundChunks(request, shape, (limit) => {
            if (limit === null) refuse(request, response, 413, tooDivided)
            else refuse(request, response, 413, tooLarge(limit, isMember))
          })
        : null
    const kind = request.headers['content-type'] ?? ''
    let limit = limitOf(path, false, kind)
    if (length === null || length > limit) {
      isMember = await hasSession(request.headers.cookie).catch(() => false)
      limit = limitOf(path, isMember, kind)
    }
    if (length !== null && length > limit) return refuse(request, response, 413, tooLarge(limit, isMember))
    if (bound && !bound(limit)) return false
    if ((length ?? limit) <= LARGE) return true
    if (await this.turn(response)) {
      hurry(request, response, this.settings.mostSending ?? MOST_SENDING)
      return true
    }
    return refuse(request, response, 503, 'Attest is taking in other large texts. Nothing was recorded; try again.')
  }

  /** Waits for a place among the large ones, which ends with its answer. */
  private async turn(response: ServerResponse): Promise<boolean> {
    if (this.large >= MOST_LARGE) {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const go = () => resolve(true)
      this.line.push(go)
      const timer = setTimeout(() => resolve(false), this.settings.patience ?? PATIENCE)
      response.once('close', () => resolve(false))
      const came = await promise
      clearTimeout(timer)
      if (!came || response.closed) {
        const at = this.line.indexOf(go)
        // Its turn came in the same moment: it is passed on.
        if (at < 0) this.next()
        else this.line.splice(at, 1)
        return false
      }
    } else {
      // Whoever hung up while their session was asked for will never say so again.
      if (response.closed) return false
      this.large += 1
    }
    response.once('close', () => this.next())
    return true
  }

  private next(): void {
    const next = this.line.shift()
    if (next) next()
    else this.large -= 1
  }
}

function forget({ headers }: IncomingMessage, publicHost: string | null): void {
  for (const name of FORWARDED) if (name !== 'x-forwarded-host' || headers[name] !== publicHost) delete headers[name]
}

/** A large body that does not come in time gives its place to another. */
function hurry(request: IncomingMessage, response: ServerResponse, withinMs: number): void {
  const timer = setTimeout(() => {
    if (request.complete) return
    refuse(request, response, 408, 'This took too long to arrive. Nothing was recorded; try again.')
    // Whoever is slow is not waited for again.
    setTimeout(() => request.destroy(), 100)
  }, withinMs)
  response.once('close', () => clearTimeout(timer))
}

/** The bytes a body is said to have; null where it comes in pieces of unknown number. */
function lengthOf({ headers }: IncomingMessage): number | null {
  if (headers['transfer-encoding'] !== undefined) return null
  const length = Number(headers['content-length'] ?? 0)
  return Number.isSafeInteger(length) && length >= 0 ? length : null
}

/** As the Fetch Standard has it: "null", or a scheme, a host and perhaps a port. */
function isOrigin(origin: string | undefined): boolean {
  if (origin === undefined || origin === 'null') return true
  try {
    return new URL(origin).origin === origin.toLowerCase() && origin.length <= 300
  } catch {
    return false
  }
}

/**
 * Counts the pieces as they come in, by whoever reads them. Gives a function that sets the limit: false where it is
 * passed already.
 * @param refused with the limit that was passed; null where it is the shape that no page sends
 */
function boundChunks(
  request: IncomingMessage,
  shape: BodyShape | null,
  refused: (limit: number | null) => void,
): (limit: number) => boolean {
  let length = request.readableLength
  let limit: number | null = null
  let isDivided = false
  let isOver = false
  const push = request.push.bind(request)
  const check = () => {
    if (limit === null || isOver || (length <= limit && !isDivided)) return !isOver
    isOver = true
    refused(isDivided ? null : limit)
    return false
  }
  request.push = (chunk: Buffer | null, ...rest) => {
    length += chunk?.length ?? 0
    if (chunk && shape && !isDivided && !isOver) isDivided = !shape.admits(chunk)
    if (check() || chunk === null) return push(chunk, ...rest)
    // Nothing more of it reaches anyone.
    if (length > MOST_DROPPED) request.destroy()
    return true
  }
  return (given) => {
    limit = given
    return check()
  }
}

/** Answers in words, and reads on for a while, so that whoever sends hears them: some only listen when they have sent all. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, words: string): false {
  if (response.headersSent) {
    request.destroy()
    return false
  }
  const whenSent = new Promise<void>((resolve) => {
    if (request.complete) resolve()
    for (const end of ['end', 'close', 'error'] as const) request.once(end, () => resolve())
  })
  answerInWords(request, response, status, words, whenSent)
  const late = setTimeout(() => request.destroy(), MOST_DROPPING)
  void whenSent.then(() => clearTimeout(late))
  let dropped = 0
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length
    if (dropped > MOST_DROPPED) request.destroy()
  })
  return false
}
