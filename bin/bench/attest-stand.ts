import { Client } from 'pg'
import { signalProcess } from '@/lib/platform/postgres/process-identity.ts'
import { testDist } from '../e2e-stand.ts'
import { launchWebServer, type WebServer } from '../web-server.ts'
import type { LiveStand } from './live-stand.ts'

export interface AttestStandOptions {
  port: number
  databaseUrl: string
  /** What signs the session cookies. */
  secret: string
  /** One cookie for each of the desk's editors; a person may have only so many windows open. */
  cookies: readonly string[]
  addArticle: () => Promise<string>
}

/** The product as it is served: pages and live desk in one process. */
export class AttestStand implements LiveStand {
  readonly name = 'Attest'
  readonly url: string
  private readonly origin: string
  private server: WebServer | undefined

  constructor(private readonly options: AttestStandOptions) {
    this.origin = `http://127.0.0.1:${options.port}`
    this.url = `ws://127.0.0.1:${options.port}/collab`
  }

  pid(): number {
    return this.server?.pid ?? 0
  }

  async start(): Promise<void> {
    const { port, databaseUrl, secret } = this.options
    const env = {
      ATTEST_DIST: testDist,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: this.origin,
      NEXTAUTH_SECRET: secret,
    }
    this.server = launchWebServer({ mode: 'start', host: '127.0.0.1', port, env })
    await this.server.ready()
  }

  async kill(): Promise<void> {
    if (!this.server) return
    signalProcess(this.server.pid, 'SIGKILL')
    await this.server.ended
    this.server = undefined
  }

  newDocument(): Promise<string> {
    return this.options.addArticle()
  }

  headersFor(n: number): Record<string, string> {
    const { cookies } = this.options
    return { Origin: this.origin, Cookie: cookies[n % cookies.length] ?? '' }
  }

  async storedBytes(documentName: string): Promise<number | undefined> {
    const client = new Client({ connectionString: this.options.databaseUrl })
    await client.connect()
    try {
      // The newest thousand changes stay apart while something differs from the record, and are counted too.
      const sql = `SELECT octet_length(w."state") + coalesce(sum(octet_length(u."update")), 0)::int AS bytes
        FROM "Working" w LEFT JOIN "WorkingUpdate" u ON u."articleId" = w."articleId"
        WHERE w."articleId" = $1 GROUP BY w."articleId" HAVING count(u."id") <= 1000`
      return (await client.query<{ bytes: number }>(sql, [documentName])).rows[0]?.bytes
    } finally {
      await client.end()
    }
  }
}
