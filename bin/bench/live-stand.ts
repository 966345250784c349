import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { newId } from '@/lib/platform/ids.ts'
import { signalProcess } from '@/lib/platform/postgres/process-identity.ts'

/** A live server under test: a process that can be killed and started again, and documents that hold the demo article. */
export interface LiveStand {
  readonly name: string
  readonly url: string
  /** Of the server's process. */
  pid(): number
  start(): Promise<void>
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>
  /** The name of a document that no one has opened yet. */
  newDocument(): Promise<string>
  /** What the nth client sends along. */
  headersFor(n: number): Record<string, string>
  /** What the database holds of a document, in bytes, once all of it is in one piece; undefined until then. */
  storedBytes(documentName: string): Promise<number | undefined>
}

const program = fileURLToPath(new URL('./bare-live.ts', import.meta.url))

/** Hocuspocus as it comes. Without a database it keeps nothing. */
export class BareStand implements LiveStand {
  readonly name = 'bare Hocuspocus'
  readonly url: string
  private child: ChildProcess | undefined

  constructor(
    private readonly port: number,
    /** A file with the state a new document has. */
    private readonly beginning: string,
    private readonly databaseUrl?: string,
  ) {
    this.url = `ws://127.0.0.1:${port}/collab`
  }

  pid(): number {
    return this.child?.pid ?? 0
  }

  async start(): Promise<void> {
    const flags = ['--port', String(this.port), '--beginning', this.beginning]
    if (this.databaseUrl) flags.push('--database', this.databaseUrl)
    const child = spawn(process.execPath, [...process.execArgv, program, ...flags], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let told = ''
    child.stderr.on('data', (chunk: Buffer) => {
      told = `${told}${chunk}`.slice(-10_000)
    })
    this.child = child
    for (const deadline = Date.now() + 30_000; Date.now() < deadline && child.exitCode === null; await wait(20)) {
      const answers = await fetch(this.url.replace(/^ws/, 'http')).then(
        () => true,
        () => false,
      )
      if (answers) return
    }
    throw new Error(`bare Hocuspocus does not answer:\n${told}`)
  }

  async kill(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    signalProcess(this.pid(), 'SIGKILL')
    await gone
  }

  async newDocument(): Promise<string> {
    return newId()
  }

  headersFor(): Record<string, string> {
    return {}
  }

  async storedBytes(documentName: string): Promise<number | undefined> {
    const client = new Client({ connectionString: this.databaseUrl })
    await client.connect()
    try {
      const sql = 'SELECT octet_length(data) AS bytes FROM bare_document WHERE name = $1'
      return (await client.query<{ bytes: number }>(sql, [documentName])).rows[0]?.bytes
    } finally {
      await client.end()
    }
  }
}
