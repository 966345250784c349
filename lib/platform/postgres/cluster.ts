import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { PostgresUser } from './binaries.ts'
import { freePort, isFree } from './ports.ts'
import { identifyProcess, signalProcess } from './process-identity.ts'

/** One Postgres data folder and how to reach it. */
export interface Cluster {
  dataFolder: string
  programs: string
  password: string
  logFile: string
  user: PostgresUser | undefined
  /** For a database that is thrown away after a test run: no waiting for the disk. */
  throwaway: boolean
}

export interface RunningCluster {
  pid: number
  port: number
}

export function clusterUrl(cluster: Cluster, port: number, database = 'attest'): string {
  return `postgresql://attest:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`
}

/** Makes the data folder where there is none. One left half made by a kill is made again: it has never held anything. */
export function initialiseCluster(cluster: Cluster): void {
  const done = join(cluster.dataFolder, 'ATTEST_INITIALISED')
  if (existsSync(done)) return
  rmSync(cluster.dataFolder, { recursive: true, force: true })
  mkdirSync(cluster.dataFolder, { mode: 0o700 })
  const passwordFile = `${cluster.dataFolder}.password`
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  if (cluster.user !== undefined) {
    for (const place of [cluster.dataFolder, passwordFile]) chownSync(place, cluster.user.uid, cluster.user.gid)
  }
  const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=attest']
  const result = spawnSync(
    join(cluster.programs, 'bin', 'initdb'),
    [
      `--pgdata=${cluster.dataFolder}`,
      `--pwfile=${passwordFile}`,
      ...flags,
      ...(cluster.throwaway ? ['--no-sync'] : []),
    ],
    { ...cluster.user, cwd: '/', encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    throw new Error(
      `The database folder ${cluster.dataFolder} could not be made: ${result.error?.message ?? result.stderr}`,
    )
  }
  writeFileSync(done, '')
}

/** The server that runs on the data folder, by the note Postgres keeps there; notes left by a dead one don't count. */
export function findRunning(cluster: Cluster): RunningCluster | undefined {
  const note = join(cluster.dataFolder, 'postmaster.pid')
  const lines = existsSync(note) ? readFileSync(note, 'utf8').split('\n') : []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!(pid > 0) || !isPostgres(pid)) return undefined
  return { pid, port }
}

/** Starts the server on `port`, or on a free one where that is taken, and waits until it answers. */
export async function startCluster(cluster: Cluster, port: number | undefined): Promise<RunningCluster> {
  // After a crash the number in the note may belong to a stranger by now; Postgres would refuse to start beside it.
  if (findRunning(cluster) === undefined) rmSync(join(cluster.dataFolder, 'postmaster.pid'), { force: true })
  let lastWords = ''
  for (let attempt = 0; attempt < 5; attempt++) {
    const chosen = attempt === 0 && port !== undefined && (await isFree(port)) ? port : await freePort()
    const started = launch(cluster, chosen)
    const answer = await waitUntilReady(cluster, chosen, started)
    if (answer === undefined) return { pid: started, port: chosen }
    lastWords = answer
    await wait(300)
  }
  throw new Error(
    `The database in ${cluster.dataFolder} did not start; its data was left as it is. The last lines of ${cluster.logFile}:\n${lastWords}`,
  )
}

function launch(cluster: Cluster, port: number): number {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A row that is refused would be written to the log with all that someone typed into it.
    log_error_verbosity: 'terse',
    ...(cluster.throwaway
      ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' }
      : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(cluster.logFile, 'a', 0o600)
  try {
    // In a session of its own: Ctrl-C in the terminal must reach the web server first, and Postgres only through us.
    const child = spawn(
      join(cluster.programs, 'bin', 'postgres'),
      ['-D', cluster.dataFolder, '-p', String(port), ...flags],
      { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', log, log] },
    )
    child.on('error', () => undefined)
    child.unref()
    return child.pid ?? 0
  } finally {
    closeSync(log)
  }
}

/** Undefined once the server answers; the end of its log when it has given up. */
async function waitUntilReady(cluster: Cluster, port: number, pid: number): Promise<string | undefined> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(40)) {
    if (identifyProcess(pid) === undefined) break
    if (await answers(cluster, port)) return undefined
  }
  signalProcess(pid, 'SIGQUIT')
  return readFileSync(cluster.logFile, 'utf8').trim().split('\n').slice(-5).join('\n')
}

export async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new Client({ connectionString: clusterUrl(cluster, port, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0] !== undefined && realpathSync(rows[0].data_directory) === realpathSync(cluster.dataFolder)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Stops the server in an orderly way, by its process number; one that doesn't go in 20 seconds is stopped hard. */
export async function stopCluster(cluster: Cluster, pid: number): Promise<void> {
  // Postgres removes its note last; under an init that collects no children that is the only sign.
  const hasEnded = () => identifyProcess(pid) === undefined || !existsSync(join(cluster.dataFolder, 'postmaster.pid'))
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signalProcess(pid, signal)
    for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(20)) if (hasEnded()) return
  }
}

function isPostgres(pid: number): boolean {
  if (identifyProcess(pid) === undefined) return false
  if (process.platform !== 'linux') {
    return /postgres/.test(spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
  }
  return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
}
