import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Threads kept for the next content, for starting one takes longer than reading most pages; and how often one is used. */
const MOST_IDLE = 2
const MOST_USES = 50

const idle: { worker: Worker; memoryMb: number }[] = []
const uses = new WeakMap<Worker, number>()

/** A thread with this bound, an idle one if there is one. Whoever takes it gives it back, or ends it. */
export function takeThread(memoryMb: number): Worker {
  const at = idle.findIndex((thread) => thread.memoryMb === memoryMb)
  const [found] = at < 0 ? [] : idle.splice(at, 1)
  const worker = found?.worker ?? startThread(memoryMb)
  uses.set(worker, (uses.get(worker) ?? 0) + 1)
  worker.ref()
  return worker
}

/** Only after a good answer: what failed may have left anything behind. */
export function giveBack(worker: Worker, memoryMb: number): void {
  const used = uses.get(worker) ?? MOST_USES
  if (idle.length >= MOST_IDLE || used >= MOST_USES) {
    void worker.terminate()
    return
  }
  // An idle thread doesn't keep its process alive.
  worker.unref()
  idle.push({ worker, memoryMb })
}

/**
 * The thread reads TypeScript by tsx wherever it is started, for a test runner's own loader doesn't reach into it. It
 * is given no environment but what tsx needs, and its words go nowhere: they could be the foreign file's.
 */
function startThread(memoryMb: number): Worker {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { TSX_TSCONFIG_PATH: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  const forget = () => {
    const at = idle.findIndex((thread) => thread.worker === worker)
    if (at >= 0) idle.splice(at, 1)
  }
  // Without a listener an error of an idle thread would end the process.
  worker.on('error', forget).on('exit', forget)
  return worker
}
