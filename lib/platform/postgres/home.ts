import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type PostgresUser, postgresUser, runnablePostgres } from './binaries.ts'
import type { Cluster } from './cluster.ts'

/**
 * The folder in which an embedded Postgres is kept: `.data` of an installation, or a temporary one of a test run.
 * postgres.json in it (readable by its owner alone) remembers the password, the port, and where the data really lies:
 * run by root, Postgres works as another user, and that user can't pass through, say, /root.
 */
export interface Home {
  folder: string
  /** The folder that holds `postgres/`, the data. */
  place: string
  cluster: Cluster
  memory: Memory
}

interface Memory {
  password: string
  /** Of the running server's role. */
  serverPassword?: string
  /** The folder that holds the data, where that is not the home itself (which may be moved together with its data). */
  place?: string
  port?: number
  /** Set once the data folder was made: from then on a missing one is a loss to be told, not a thing to be made again. */
  initialised?: boolean
}

export interface HomeOptions {
  folder: string
  throwaway?: boolean
  say?: (line: string) => void
}

export function openHome({ folder, throwaway = false, say = () => undefined }: HomeOptions): Home {
  const user = postgresUser()
  makeFolder(folder, user)
  const memory = recall(folder) ?? {
    password: randomBytes(24).toString('base64url'),
    ...choosePlace(folder, user, throwaway, say),
  }
  const place = memory.place ?? resolve(folder)
  makeFolder(place, user)
  const dataFolder = join(place, 'postgres')
  if (memory.initialised && !existsSync(dataFolder)) {
    throw new Error(
      `The database of this installation lay in ${dataFolder}, and is not there any more. Nothing was made in its place. ` +
        `Put it back from a copy, or, to begin with an empty desk, remove ${folder}.`,
    )
  }
  const { folder: programs, copied } = runnablePostgres(user, throwaway ? place : persistentFallback(folder))
  if (copied && memory.initialised !== true) {
    say(`The Postgres user may not enter node_modules, so its programs were copied to ${programs}.`)
  }
  const cluster = {
    dataFolder,
    programs,
    password: memory.password,
    logFile: join(folder, 'postgres.log'),
    user,
    throwaway,
  }
  const home = { folder, place, cluster, memory }
  remember(home, {})
  return home
}

/** Keeps what changed about the home, whole or not at all. */
export function remember(home: Home, change: Partial<Memory>): void {
  Object.assign(home.memory, change)
  const file = join(home.folder, 'postgres.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(home.memory, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function recall(folder: string): Memory | undefined {
  const file = join(folder, 'postgres.json')
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory
  } catch (cause) {
    throw new Error(`${file} can't be read as JSON. It holds the database's password: put it back from a copy.`, {
      cause,
    })
  }
}

function choosePlace(
  folder: string,
  user: PostgresUser | undefined,
  throwaway: boolean,
  say: (line: string) => void,
): { place?: string } {
  if (user === undefined || canEnter(folder, user)) return {}
  const place = throwaway ? join(tmpdir(), `attest-${randomBytes(6).toString('hex')}`) : persistentFallback(folder)
  say(
    `The Postgres user may not enter ${resolve(folder)}, so the database is kept in ${place} (noted in postgres.json).`,
  )
  return { place }
}

/** A temporary folder may be emptied at the next boot; what is recorded must outlive that. */
function persistentFallback(folder: string): string {
  const name = `attest-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12)}`
  return join(existsSync('/var/lib') ? '/var/lib' : tmpdir(), name)
}

/** Private to its owner, except that Postgres, when it runs as another user, may pass through. */
function makeFolder(folder: string, user: PostgresUser | undefined): void {
  mkdirSync(folder, { recursive: true })
  if (user === undefined) chmodSync(folder, 0o700)
  else {
    // Run by root, Postgres is another user, who has to pass through; no one else may.
    chownSync(folder, process.getuid?.() ?? 0, user.gid)
    chmodSync(folder, 0o710)
  }
}

function canEnter(folder: string, user: PostgresUser): boolean {
  for (let place = resolve(folder); ; place = dirname(place)) {
    const { mode, uid, gid } = statSync(place)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (place === dirname(place)) return true
  }
}
