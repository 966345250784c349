import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CrowdOrder } from './live-crowd.ts'
import type { LiveStand } from './live-stand.ts'

const program = fileURLToPath(new URL('./live-crowd.ts', import.meta.url))

/** So many clients of a stand, in another process. */
export class Crowd {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when all of them have the document. Client n has the headers of `from + n`. */
  static async enter(stand: LiveStand, documentName: string, count: number, edits = 0, from = 0): Promise<Crowd> {
    const child = spawn(process.execPath, [...process.execArgv, program], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const headers = Array.from({ length: count }, (_, n) => stand.headersFor(from + n))
    child.send({ url: stand.url, documentName, headers, edits } satisfies CrowdOrder)
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the crowd has ended by itself')))
    await Promise.race([once(child, 'message'), ended])
    ended.catch(() => undefined)
    return new Crowd(child)
  }

  type(): void {
    this.child.send('type')
  }

  async leave(): Promise<void> {
    const gone = once(this.child, 'exit')
    this.child.send('leave')
    await gone
  }
}
