/** Milliseconds to wait after so many failures in a row: a second, then twice as long each time, half a minute at most. */
export function backOff(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.min(10, Math.max(0, failures - 1)))
}
