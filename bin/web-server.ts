import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder } from './kept.ts'
import { root } from './root.ts'

/** The pages and the live desk. */
export const webProgram = join(root, 'bin', 'web.ts')

export interface WebServer {
  pid: number
  /** Resolves when the server answers; fails with its own words when it doesn't. */
  ready: () => Promise<void>
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  stop: () => Promise<void>
}

export interface WebServerOptions {
  program?: string
  mode: 'start' | 'dev'
  host: string
  port: number
  env: Record<string, string>
}

/** Starts the web server as a process of its own, by the Node and the loader that run this one. */
export function launchWebServer({ program = webProgram, mode, host, port, env }: WebServerOptions): WebServer {
  const child = spawn(process.execPath, [...process.execArgv, program, mode, '-H', host, '-p', String(port)], {
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      // Snapshots lie with the rest of what the installation keeps, unless it says where.
      ATTEST_BLOBS: process.env.ATTEST_BLOBS || join(dataFolder, 'blobs'),
      // Where bounded processes find their programs: the bundler moves the files that start them.
      ATTEST_FOLDER: root,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      ...env,
    },
    // In a session of its own: on Ctrl-C it is told by us, and Postgres after it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-20_000)
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const ready = async () => {
    if (!(await answers(child, host, port))) {
      throw new Error(`${output.trim()}\n\nThe web server did not start (above: what it says). No data was touched.`)
    }
    // From here on people and logs may read along: faults of requests go to the terminal.
    child.stdout.off('data', collect).pipe(process.stdout, { end: false })
    child.stderr.off('data', collect).pipe(process.stderr, { end: false })
  }
  return { pid: child.pid ?? 0, ready, ended, stop: () => stop(child, ended) }
}

async function answers(child: ChildProcess, host: string, port: number): Promise<boolean> {
  const address = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(50)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return false
    try {
      await fetch(`http://${address}:${port}/api/health`, { signal: AbortSignal.timeout(30_000) })
      return true
    } catch {
      // Not listening yet.
    }
  }
  return false
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  if ((await Promise.race([ended.then(() => 'ended'), wait(5_000)])) === 'ended') return
  child.kill('SIGKILL')
  await ended
}
