import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
]

export const nextProgram = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Builds the web application into `dist` when its sources differ from those of the build there; says whether it did. */
export async function buildWhenChanged(
  dist: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const stamp = join(root, dist, 'attest-sources')
  const hash = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  say('Building the pages (about a minute; only when the sources have changed) …')
  await runBuild(dist, signal)
  writeFileSync(stamp, hash)
  return true
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(source)) {
      hash.update(`${file}\0`).update(
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`))
}

function runBuild(dist: string, signal: AbortSignal | undefined): Promise<void> {
  const env = { ...process.env, ATTEST_DIST: dist, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextProgram, 'build'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(
            `${output.trim()}\n\nThe pages could not be built (above: what Next.js says). No data was touched.`,
          ),
        )
    })
  })
}
