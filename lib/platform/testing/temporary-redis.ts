import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '../postgres/ports.ts'
import { findRedis, type RedisProgram } from './redis-program.ts'

export interface TemporaryRedis {
  url: string
  pid: number
  close(): Promise<void>
}

/**
 * Starts the program given to it, tells its process number, and ends it when its own input ends: at close, and also
 * when the process that held the other end was killed and could close nothing.
 */
const WARDEN = `exec 3<&0
"$@" </dev/null & redis=$!
echo "pid $redis"
(read -r word <&3; kill "$redis" 2>/dev/null) & watch=$!
wait "$redis"
kill "$watch" 2>/dev/null`

/** A Redis for one test run: on a port of its own, for this machine alone, keeping nothing. */
export async function openTemporaryRedis(): Promise<TemporaryRedis> {
  const program = await findRedis()
  let lastWords = ''
  for (let attempt = 0; attempt < 5; attempt++) {
    // Another process may take the port first; Redis then says so and ends.
    const started = await start(program, await freePort())
    if (typeof started !== 'string') return started
    lastWords = started
  }
  throw new Error(`Redis (${program.path}) did not start. What it said last:\n${lastWords}`)
}

/** @returns the running server, or what it said before it ended */
function start(program: RedisProgram, port: number): Promise<TemporaryRedis | string> {
  const flags = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--daemonize', 'no']
  const child = spawn('/bin/sh', ['-c', WARDEN, 'sh', program.path, ...flags], {
    env: { ...process.env, ...program.env },
    // In a session of its own: Ctrl-C must reach whoever uses it first.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.stdin.on('error', () => undefined)
  return new Promise((resolve) => {
    let told = ''
    const listen = (chunk: Buffer) => {
      told = `${told}${chunk}`.slice(-10_000)
      const pid = Number(/^pid (\d+)$/m.exec(told)?.[1])
      if (!/Ready to accept connections/.test(told) || !(pid > 0)) return
      for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume()
      letGo(child)
      const close = async () => {
        child.ref()
        child.stdin.end()
        await ended
      }
      resolve({ url: `redis://127.0.0.1:${port}`, pid, close })
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', listen)
    void ended.then(() => resolve(told))
  })
}

/** Whoever forgets to close it can still come to an end, and Redis with it. */
function letGo(child: ChildProcess): void {
  child.unref()
  for (const stream of child.stdio) (stream as { unref?: () => void } | null)?.unref?.()
}
