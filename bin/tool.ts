import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.ts'

interface ToolOptions {
  env?: Record<string, string>
  signal?: AbortSignal
}

/** Runs a tool of node_modules with the project's own Node, its output in the terminal; gives its exit code. */
export function runTool(script: string, args: string[], { env = {}, signal }: ToolOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const stop = () => child.kill('SIGTERM')
    signal?.addEventListener('abort', stop)
    child.on('error', (error) => {
      console.error(`${script} could not be run: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })
}
