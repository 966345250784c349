import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../root.ts'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Child {
  pid: number
  /** Resolves once it has said this on standard output; fails with all it said when it ends before. */
  says: (words: string) => Promise<void>
  ended: Promise<Ended>
  kill: (signal: NodeJS.Signals) => void
}

type Env = Record<string, string>

const living = new Set<ChildProcess>()

/** A command as it is typed: bin/boot.mjs finds the project's own Node and hands over. Gives how it ended. */
export function attest(args: readonly string[], env: Env): Promise<Ended> {
  return launch([join(root, 'bin', 'boot.mjs'), 'attest', ...args], env).ended
}

/** `npm start` with a stub in place of the pages: see stub-start.ts. */
export function start(env: Env): Child {
  const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href
  return launch(['--import', tsx, join(root, 'bin', 'testing', 'stub-start.ts')], {
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    ...env,
  })
}

/** For afterAll: a test that failed half-way leaves nothing running. */
export async function endChildren(): Promise<void> {
  for (const child of living) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
}

function launch(args: string[], env: Env): Child {
  const child = spawn(process.execPath, args, { cwd: root, env: surroundings(env), stdio: ['ignore', 'pipe', 'pipe'] })
  living.add(child)
  child.once('exit', () => living.delete(child))
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.stdout.includes(words) && resolve()
      child.stdout.on('data', look)
      look()
      ended.then(() => reject(new Error(`It never said “${words}”, but:\n${said.stdout}${said.stderr}`)), reject)
    })
  return { pid: child.pid ?? 0, says, ended, kill: (signal) => child.kill(signal) }
}

/** Nothing of whoever runs the tests but the way to the programs and the temporary folder. */
function surroundings(env: Env): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, HOME, NODE_ENV } = process.env
  return { PATH, TMPDIR, HOME, NODE_ENV, ...env }
}
