export interface Stopper {
  /** Aborted from the moment a stop was asked for. */
  signal: AbortSignal
  /** What to undo at the end; the last that was begun goes first. */
  undo: (step: () => Promise<void> | void) => void
  /** Undoes everything, says its last words and ends the process. */
  now: (code: number, lastWords?: () => void) => Promise<void>
}

/** Ends this process in order: on Ctrl-C, when it is told to, and when the process that watches over it was killed. */
export function stopper(signalCode = 0): Stopper {
  const steps: (() => Promise<void> | void)[] = []
  const abort = new AbortController()
  const now = async (code: number, lastWords?: () => void) => {
    // A second signal may come while the first is being followed.
    if (abort.signal.aborted) return
    abort.abort()
    for (const step of steps.reverse()) {
      try {
        await step()
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
      }
    }
    lastWords?.()
    process.exit(code)
  }
  const onSignal = () => {
    if (!abort.signal.aborted) console.error('\nStopping …')
    void now(signalCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // A killed parent can't pass on any signal, and no one would know that this still runs.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void now(1), 500).unref()
  return { signal: abort.signal, undo: (step) => void steps.push(step), now }
}
