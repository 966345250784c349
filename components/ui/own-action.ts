/** Milliseconds in which what is heard of was most likely done by this page itself. */
const ECHO = 4_000

let last = Number.NEGATIVE_INFINITY

/** Says that this page has just recorded something. */
export function noteOwnAction(): void {
  last = performance.now()
}

/** Has this page recorded something a moment ago? Then it reads itself again, and what it hears of is no news. */
export function isOwnAction(): boolean {
  return performance.now() - last < ECHO
}
