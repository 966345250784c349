/**
 * The one thing a bare machine can run: plain JavaScript, Node 20, nothing installed. It installs what is missing and
 * hands over to bin/<command>.ts, run by the Node that the project itself depends on.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = '', ...args] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `Attest needs Node 20 or newer; this is Node ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
  )
}
if (!/^[a-z]+$/.test(command) || !existsSync(join(root, 'bin', `${command}.ts`))) {
  stop('Usage: node bin/boot.mjs start|dev|test|attest|bench|migration [arguments]', 2)
}

/** Who runs Attest needs neither its tests' browser nor its linter. */
const LIGHT = ['start', 'attest', 'migration']

install(LIGHT.includes(command))
run()

function install(isLight) {
  if (isInstalled(isLight)) return
  const isMore = !isLight && isInstalled(true)
  say(
    isMore
      ? 'Installing what the tests need besides (npm) …'
      : 'Installing what Attest needs (npm; about a minute the first time) …',
  )
  const lockfile = join(root, 'package-lock.json')
  const locked = readFileSync(lockfile)
  const what = isLight ? ['--omit=dev'] : []
  let result = npm(isMore ? 'install' : 'ci', ...what)
  // The lockfile may lack optional packages for other kinds of machines (npm leaves out what a registry didn't offer
  // when it was written), and then `npm ci` refuses it everywhere. `npm install` keeps to all versions it does name.
  if (result.status !== 0 && result.told.includes('EUSAGE')) result = npm('install', ...what)
  if (!readFileSync(lockfile).equals(locked)) writeFileSync(lockfile, locked)
  if (result.status !== 0 || !isInstalled(isLight)) {
    stop(
      `${result.told}\n\nnpm could not install what Attest needs. Nothing of yours was changed; put right what it says above, and try again.`,
    )
  }
}

function npm(command, ...what) {
  // stdout is kept for the command's own output.
  const result = spawnSync('npm', [command, ...what, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return { status: result.status, told: result.error?.message ?? `${result.stdout}\n${result.stderr}`.trim() }
}

/** Whether node_modules holds what the lockfile asks for: npm writes down there what it installed, when it is done. */
function isInstalled(isLight) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, dev }]) =>
      path === '' ||
      (isLight && dev) ||
      ((optional || devOptional) && !present[path]) ||
      present[path]?.version === version,
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

function run() {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const tsx = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }
  const child = spawn(
    existsSync(node) ? node : process.execPath,
    ['--import', tsx, join(root, 'bin', `${command}.ts`), ...args],
    {
      stdio: 'inherit',
      env,
    },
  )
  // Ctrl-C reaches the child by the terminal as well; it must take a second signal of the same press calmly.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  watchNpm(() => child.kill('SIGTERM'))
  child.on('error', (error) => stop(`The command could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/**
 * npm that was killed can't pass on any signal, and what it started would run on unseen. Between it and us there is
 * often a shell. Without npm nothing is watched: whoever typed `node bin/boot.mjs … &` may leave it running on purpose.
 */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const lineage = () => `${process.ppid} ${parentOf(process.ppid)}`
  const atFirst = lineage()
  setInterval(() => lineage() !== atFirst && onGone(), 500).unref()
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(words, code = 1) {
  say(words)
  process.exit(code)
}
