import type { IncomingMessage, ServerResponse } from 'node:http'

/** Milliseconds that an answer about the database holds. */
const FRESH = 1_000

/**
 * Gives the page that says that the database is away the status 503: to what renders it, it is an error like any other.
 * Commands say it themselves, and are sent again.
 */
export class PageGate {
  private asked: Promise<boolean> | undefined
  private until = 0

  /** @param isReachable asks the database, and gives up by itself */
  constructor(
    private readonly isReachable: () => Promise<boolean>,
    private readonly now: () => number = Date.now,
  ) {}

  async mark(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isForPage(request) || (await this.isUp())) return
    response.setHeader('Retry-After', '5')
    Object.defineProperty(response, 'statusCode', { get: () => 503, set: () => undefined })
  }

  private isUp(): Promise<boolean> {
    if (this.asked === undefined || this.now() >= this.until) {
      this.until = Number.POSITIVE_INFINITY
      this.asked = this.isReachable().finally(() => {
        this.until = this.now() + FRESH
      })
    }
    return this.asked
  }
}

function isForPage({ method, url = '/', headers }: IncomingMessage): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || /^\/(?:_next|api)\//.test(url)) return false
  return headers.rsc !== undefined || headers.accept?.includes('text/html') === true
}
