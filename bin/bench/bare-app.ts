import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { nextProgram } from '../build.ts'
import { root } from '../root.ts'
import type { Stopper } from '../stopper.ts'

const folder = join(root, 'node_modules', '.cache', 'attest-bare-app')

const PAGE = `import { createElement as h } from 'react'
import texts from '../../texts.json'
export const dynamic = 'force-dynamic'
export default async function Page({ params }) {
  const { name } = await params
  return h('main', null, texts[name].map((paragraph, at) => h('p', { key: at }, paragraph)))
}
`
const LAYOUT = `import { createElement as h } from 'react'
export default function Layout({ children }) {
  return h('html', { lang: 'en' }, h('body', null, children))
}
`

/** The least that Next.js can do with the same texts: one page a text, rendered on each request, no data behind it. */
export async function openBareApp(texts: Record<string, string[]>, port: number, stop: Stopper): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'app', '[name]'), { recursive: true })
  const files = {
    'package.json': '{ "name": "bare", "private": true, "type": "module" }\n',
    'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } }\n`,
    'texts.json': JSON.stringify(texts),
    'app/layout.js': LAYOUT,
    'app/[name]/page.js': PAGE,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const build = run('build', [])
  stop.undo(() => void build.child.kill('SIGKILL'))
  if ((await build.ended) !== 0) throw new Error(`the bare app could not be built:\n${build.told()}`)
  const server = run('start', ['-H', '127.0.0.1', '-p', String(port)])
  stop.undo(async () => {
    server.child.kill('SIGTERM')
    await Promise.race([server.ended, wait(5_000).then(() => server.child.kill('SIGKILL'))])
    rmSync(folder, { recursive: true, force: true })
  })
  const base = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 600; attempt++, await wait(50)) {
    const answered = await fetch(`${base}/${Object.keys(texts)[0]}`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return base
  }
  throw new Error(`the bare app does not answer:\n${server.told()}`)
}

function run(
  command: string,
  args: string[],
): { child: ChildProcess; ended: Promise<number | null>; told: () => string } {
  const child = spawn(process.execPath, [nextProgram, command, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-10_000)
    })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, ended, told: () => output }
}
