import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from '../postgres/lock-file.ts'

/** A redis-server that starts on this machine, and what its environment must add. */
export interface RedisProgram {
  path: string
  env: Record<string, string>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'attest-redis')
const HELP = 'Install redis-server, or name one in ATTEST_REDIS.'

/**
 * The one named in ATTEST_REDIS (a path, or a name on the PATH), else an installed one, else, on Debian and its kin,
 * the distribution's own package, unpacked once into a folder of the project: nothing of the system is changed.
 */
export async function findRedis(wish = process.env.ATTEST_REDIS): Promise<RedisProgram> {
  const installed = { path: onPath(wish || 'redis-server') ?? '', env: {} }
  if (starts(installed)) return installed
  if (wish) throw new Error(`ATTEST_REDIS names "${wish}", and no Redis starts there. Name another, or unset it.`)
  if (!onPath('apt-get') || !onPath('dpkg-deb')) throw new Error(`There is no Redis on this machine. ${HELP}`)
  mkdirSync(cache, { recursive: true })
  return withLock(`${cache}.lock`, async () => unpackedRedis(cache))
}

function unpackedRedis(folder: string): RedisProgram {
  const asked = new Set<string>()
  for (;;) {
    const redis = redisIn(folder)
    if (starts(redis)) {
      rmSync(join(folder, 'apt'), { recursive: true, force: true })
      return redis
    }
    const libraries = existsSync(redis.path) ? missingPackages(redis) : []
    // One that lacks nothing and still does not start was cut short while it was unpacked.
    const missing = libraries.length > 0 ? libraries : ['redis-server', 'redis-tools']
    // A package that was fetched and did not help will not help the next time either.
    const wanted = missing.filter((name) => !asked.has(name))
    if (wanted.length === 0) throw new Error(`The Redis unpacked in ${folder} does not start here. ${HELP}`)
    for (const name of wanted) asked.add(name)
    fetchPackages(folder, wanted)
  }
}

function redisIn(folder: string): RedisProgram {
  const places = [join(folder, 'lib'), join(folder, 'usr', 'lib')]
  const libraries = places.flatMap((place) =>
    existsSync(place) ? [place, ...readdirSync(place).map((name) => join(place, name))] : [],
  )
  return { path: join(folder, 'usr', 'bin', 'redis-server'), env: { LD_LIBRARY_PATH: libraries.join(delimiter) } }
}

/** Debian names the package of libjemalloc.so.2 libjemalloc2, and that of libfoo2.so.1 libfoo2-1. */
function missingPackages({ path, env }: RedisProgram): string[] {
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8', env: { ...process.env, ...env } })
  return [...(stdout ?? '').matchAll(/^\s*(\S+)\.so\.(\d+)\S* => not found/gm)].map(([, name = '', version]) =>
    /\d$/.test(name) ? `${name}-${version}` : `${name}${version}`,
  )
}

function fetchPackages(folder: string, names: string[]): void {
  const download = (...settings: string[]) => spawnSync('apt-get', [...settings, 'download', ...names], options)
  const options = { cwd: folder, encoding: 'utf8', timeout: 300_000 } as const
  let result = download()
  if (result.status !== 0) {
    // The machine's lists of packages are missing or old. They are its own affair: these are kept apart.
    const [lists, packages] = [join(folder, 'apt', 'lists'), join(folder, 'apt', 'cache')]
    mkdirSync(join(lists, 'partial'), { recursive: true })
    const own = ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${packages}`, '-o', 'APT::Sandbox::User=root']
    spawnSync('apt-get', [...own, 'update'], options)
    result = download(...own)
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.deb'))
  for (const file of files) {
    spawnSync('dpkg-deb', ['-x', file, '.'], options)
    rmSync(join(folder, file))
  }
  if (files.length === 0) {
    throw new Error(`Redis could not be fetched (${names.join(', ')}): ${result.stderr?.trim()} ${HELP}`)
  }
}

function starts({ path, env }: RedisProgram): boolean {
  if (path === '') return false
  const result = spawnSync(path, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 30_000 })
  return result.status === 0 && /redis/i.test(result.stdout)
}

function onPath(name: string): string | undefined {
  if (name.includes('/')) return existsSync(name) ? name : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
