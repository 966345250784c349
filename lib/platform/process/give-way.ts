/** Milliseconds for which this process may work on one thing before others have their turn. */
const SHARE = 20

let since = performance.now()
const waiting: (() => void)[] = []

/** One of those that wait goes on in each turn of the event loop: all of them at once would be a stall again. */
function next(): void {
  since = performance.now()
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}

/**
 * Lets whatever else there is to do have its turn, if much was done since it last had. Work that asks no disk and no
 * network would otherwise go on to its end, however many messages it was begun by.
 */
export async function giveWay(): Promise<void> {
  if (waiting.length === 0 && performance.now() - since < SHARE) return
  await new Promise<void>((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(next)
  })
}

/** Runs work that pauses; at its pauses others have their turn. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await giveWay()
  }
}
