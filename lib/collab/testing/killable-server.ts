import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { SessionClaim } from '@/lib/data/access.ts'
import { cookieOf } from './live-server.ts'

const program = fileURLToPath(new URL('./live-process.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../', import.meta.url))
const loader = new URL('../../../node_modules/tsx/dist/loader.mjs', import.meta.url).href

/** A live server in a process of its own, which a test may kill. */
export class KillableServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(env: {
    DATABASE_URL: string
    REDIS_URL?: string
    PORT?: string
    AHEAD_MS?: string
  }): Promise<KillableServer> {
    const child = spawn(process.execPath, ['--import', loader, program], {
      cwd: root,
      env: { ...process.env, ...env, TSX_TSCONFIG_PATH: `${root}tsconfig.json` },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    for await (const line of createInterface({ input: child.stdout ?? process.stdin }))
      if (line.startsWith('ws:')) return new KillableServer(child, line)
    throw new Error('The live server ended before it served.')
  }

  async headersOf(session: SessionClaim): Promise<Record<string, string>> {
    return { Origin: this.url.replace(/^ws/, 'http').replace(/\/collab$/, ''), Cookie: await cookieOf(session) }
  }

  /** As a power cut would: nothing is finished, no one is told. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.kill('SIGKILL')
    await once(this.child, 'exit')
  }
}
