import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** As many as can run at once; starting one takes longer than reading most pages, so they are kept. And how often one is used. */
const MOST_THREADS = Math.max(2, Math.min(8, availableParallelism()))
const MOST_USES = 50

const idle: { worker: Worker; memoryMb: number }[] = []
const uses = new WeakMap<Worker, number>()
const waiting: (() => void)[] = []
let taken = 0

/** A thread with this bound, an idle one if there is one; when as many run as may, the next that is free. Whoever takes it gives it back, or ends it. */
export async function takeThread(memoryMb: number): Promise<Worker> {
  while (taken >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve))
  taken += 1
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
  if (idle.length >= MOST_THREADS || used >= MOST_USES) {
    endThread(worker)
    return
  }
  // An idle thread doesn't keep its process alive.
  worker.unref()
  idle.push({ worker, memoryMb })
  free()
}

/** Ends a thread that was taken, whatever it is doing. */
export function endThread(worker: Worker): void {
  void worker.terminate()
  free()
}

/** Ends the threads that wait for the next content: whoever has read all there is to read can end then. */
export async function endIdleThreads(): Promise<void> {
  await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()))
}

function free(): void {
  taken -= 1
  waiting.shift()?.()
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
