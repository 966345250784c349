import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

/** Why a bounded process gave no answer. */
export type BoundedFaultCode = 'too_long' | 'too_much_memory' | 'died' | 'failed'

export class BoundedFault extends Error {
  override readonly name = 'BoundedFault'
  constructor(readonly code: BoundedFaultCode) {
    super(`a bounded process gave no answer: ${code}`)
  }
}

/** What comes back over the channel; `failed` is an exception of the program's own. */
export type BoundedAnswer = ({ answer: unknown } | { fault: 'failed' | 'too_much_memory' }) & {
  /** What the process holds now, in bytes. */
  held: number
}

/**
 * What Node itself maps for writing before it runs anything, in MB, most of it never touched (VmData of an empty Node
 * 24 is 574 MB). The operating system counts it, so it comes on top of the memory a process is given.
 */
const NODE_ITSELF_MB = 620
/** Seconds of processor time after which the operating system ends a process that no one is left to end. */
const MOST_SECONDS = 900
/** Lower than the server's: whoever waits for a page is served first. */
const PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL
const MOST_SAID = 4_096

/**
 * Where the project lies. A bundler moves this file, so the web server is told by its environment (bin/web-server.ts).
 */
function projectFolder(): string {
  return process.env.ATTEST_FOLDER || join(import.meta.dirname, '..', '..', '..')
}

/**
 * One process of ours that reads what is foreign, one question after another. It may write no file and start no
 * process, gets no environment, and on Linux the operating system ends it when it takes more memory than it was given
 * (RLIMIT_DATA; elsewhere only V8's own limit holds). What it prints goes nowhere: it could be the foreign file's words.
 */
export class BoundedProcess {
  uses = 0
  /** Milliseconds spent on answers. */
  spent = 0
  /** Bytes of memory it held after the last answer. */
  held = 0
  private said = ''
  private readonly gone: Promise<void>

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.on('data', (chunk: Buffer) => {
      this.said = `${this.said}${chunk.toString('latin1')}`.slice(-MOST_SAID)
    })
    this.gone = new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    // A message that could not be sent is seen by the process being gone.
    child.on('error', () => undefined)
  }

  /** @param program a TypeScript file below the project's folder, with only types that can be stripped */
  static start(program: string, memoryMb: number): BoundedProcess {
    const folder = projectFolder()
    const node = [
      process.execPath,
      `--max-old-space-size=${memoryMb}`,
      '--disable-warning=ExperimentalWarning',
      '--permission',
      '--allow-fs-read=*',
      '--import',
      join(folder, 'lib', 'platform', 'process', 'bounded-loader.ts'),
      join(folder, program),
    ]
    const kilobytes = Math.round((NODE_ITSELF_MB + memoryMb) * 1_024)
    const bound = `ulimit -c 0; ulimit -t ${MOST_SECONDS}; ulimit -d ${kilobytes}; exec "$@"`
    const [command = '', ...args] = process.platform === 'linux' ? ['/bin/sh', '-c', bound, 'sh', ...node] : node
    const child = spawn(command, args, {
      cwd: folder,
      env: { NODE_ENV: 'production' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    if (child.pid !== undefined) lower(child.pid)
    return new BoundedProcess(child)
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.child.connected
  }

  /** @throws BoundedFault where there is no answer; the process is then of no more use */
  async ask(question: unknown, milliseconds: number): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<BoundedAnswer>()
    const began = performance.now()
    const timer = setTimeout(() => reject(new BoundedFault('too_long')), milliseconds)
    const onMessage = (answer: unknown) => resolve(answer as BoundedAnswer)
    this.child.once('message', onMessage)
    void this.gone.then(() => reject(new BoundedFault(this.ranOut() ? 'too_much_memory' : 'died')))
    this.child.send(question as object, (error) => error && reject(new BoundedFault('died')))
    try {
      const answer = await promise
      this.held = answer.held
      if ('fault' in answer) throw new BoundedFault(answer.fault)
      return answer.answer
    } finally {
      clearTimeout(timer)
      this.child.off('message', onMessage)
      this.uses += 1
      this.spent += performance.now() - began
    }
  }

  /** An idle process does not keep its parent alive. */
  rest(): void {
    this.child.unref()
    this.child.channel?.unref()
    ;(this.child.stderr as { unref?: () => void } | null)?.unref?.()
  }

  wake(): void {
    this.child.ref()
    this.child.channel?.ref()
  }

  /** Ends it, whatever it is doing. */
  async end(): Promise<void> {
    this.wake()
    this.child.kill('SIGKILL')
    await this.gone
  }

  /** V8 says so before it ends itself; the C library throws bad_alloc; the system's own killer says nothing and kills. */
  private ranOut(): boolean {
    return /memory|bad_alloc|Allocation failed/i.test(this.said) || this.child.signalCode === 'SIGKILL'
  }
}

function lower(pid: number): void {
  try {
    setPriority(pid, PRIORITY)
  } catch {
    // It has ended already, or this system does not let us: it reads all the same.
  }
}
