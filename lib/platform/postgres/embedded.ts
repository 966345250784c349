import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import {
  answers,
  clusterUrl,
  findRunning,
  initialiseCluster,
  type RunningCluster,
  startCluster,
  stopCluster,
} from './cluster.ts'
import { type Home, type HomeOptions, openHome, remember } from './home.ts'
import { withLock } from './lock-file.ts'
import { identifyProcess, isRunning } from './process-identity.ts'

/**
 * An embedded Postgres shared by whoever needs it: `npm start`, and commands typed beside it or without it. Each notes
 * itself in `users/`; the last to leave stops the server. A server left behind by a `kill -9` has no living user: the
 * next to come takes it over as it is, and stops it in the end like its own.
 */
export interface OpenPostgres {
  url: string
  port: number
  /** The password of the running server's own role, kept with the rest. */
  serverPassword: string
  /** Whether it was started for this caller (and not found running). */
  started: boolean
  close: () => Promise<void>
}

let opened = 0

export async function openEmbeddedPostgres(options: HomeOptions): Promise<OpenPostgres> {
  const folder = options.folder
  mkdirSync(folder, { recursive: true })
  return withLock(lockIn(folder), async () => {
    const home = openHome(options)
    const entry = join(folder, 'users', `${process.pid}-${++opened}`)
    mkdirSync(join(folder, 'users'), { recursive: true, mode: 0o700 })
    writeFileSync(entry, identifyProcess(process.pid) ?? '')
    try {
      const found = await usable(home)
      const running = found ?? (await start(home))
      await ensureDatabase(clusterUrl(home.cluster, running.port, 'postgres'))
      const close = async () => {
        await withLock(lockIn(folder), async () => {
          rmSync(entry, { force: true })
          if (countUsers(folder) === 0) await stop(home)
        })
      }
      if (!home.memory.serverPassword) remember(home, { serverPassword: randomBytes(24).toString('base64url') })
      return {
        url: clusterUrl(home.cluster, running.port),
        serverPassword: home.memory.serverPassword ?? '',
        port: running.port,
        started: found === undefined,
        close: once(close),
      }
    } catch (error) {
      rmSync(entry, { force: true })
      if (countUsers(folder) === 0) await stop(home)
      throw error
    }
  })
}

/** Stops the server under the feet of those who use it, for a test of just that. */
export async function pausePostgres(folder: string): Promise<void> {
  await withLock(lockIn(folder), () => stop(openHome({ folder, throwaway: true })))
}

/** Starts it again, on the same port where that is still free. */
export async function resumePostgres(folder: string, throwaway = true): Promise<{ port: string }> {
  return withLock(lockIn(folder), async () => {
    const home = openHome({ folder, throwaway })
    const { port } = (await usable(home)) ?? (await start(home))
    return { port: String(port) }
  })
}

/** Whether the Postgres of a folder runs, which says nothing of whether it answers yet. */
export function isPostgresUp(folder: string): boolean {
  return findRunning(openHome({ folder }).cluster) !== undefined
}

/** Whether any living process uses the Postgres of this folder. */
export function countUsers(folder: string): number {
  const users = join(folder, 'users')
  let living = 0
  for (const name of listFolder(users)) {
    if (isRunning(readFileSync(join(users, name), 'utf8'))) living++
    else rmSync(join(users, name), { force: true })
  }
  return living
}

/** A server that already runs on the data, once it answers; one that never does is stopped. */
async function usable(home: Home): Promise<RunningCluster | undefined> {
  const running = findRunning(home.cluster)
  if (running === undefined) return undefined
  // It may be going through its log after a crash, which takes as long as it takes; two minutes is beyond any such.
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(50)) {
    if (findRunning(home.cluster)?.pid !== running.pid) return undefined
    if (await answers(home.cluster, running.port)) return running
  }
  await stopCluster(home.cluster, running.pid)
  return undefined
}

async function start(home: Home): Promise<RunningCluster> {
  if (!home.memory.initialised) initialiseCluster(home.cluster)
  const running = await startCluster(home.cluster, home.memory.port)
  remember(home, { port: running.port, initialised: true })
  return running
}

async function stop(home: Home): Promise<void> {
  const running = findRunning(home.cluster)
  if (running !== undefined) await stopCluster(home.cluster, running.pid)
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'attest'")
    if (rowCount === 0) await client.query('CREATE DATABASE attest')
  } finally {
    await client.end()
  }
}

function lockIn(folder: string): string {
  return join(folder, 'postgres.lock')
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The terminal's Ctrl-C and an ordinary end may both ask for it. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
