import { setTimeout as wait } from 'node:timers/promises'
import { isPostgresUp, resumePostgres } from '@/lib/platform/postgres/embedded.ts'
import { backOff } from './back-off.ts'

const LOOK = 500

/**
 * Starts the embedded Postgres again whenever it has ended without having been told to. `moved` is called where it could
 * only come back on another port.
 */
export async function watchPostgres(
  folder: string,
  port: string,
  { signal, say, moved }: { signal: AbortSignal; say: (line: string) => void; moved: (port: string) => void },
): Promise<void> {
  const pause = (milliseconds: number) => wait(milliseconds, undefined, { signal }).catch(() => undefined)
  let current = port
  for (let failures = 0; !signal.aborted; ) {
    await pause(LOOK)
    if (signal.aborted || isPostgresUp(folder)) continue
    say('Postgres ended unexpectedly. What was recorded is safe on the disk; starting it again …')
    try {
      const again = await resumePostgres(folder, false)
      failures = 0
      say('Postgres is back.')
      if (again.port !== current) moved(again.port)
      current = again.port
    } catch (error) {
      failures += 1
      say(`Postgres did not start: ${error instanceof Error ? error.message : error}`)
      say(`Trying again in ${backOff(failures) / 1_000} s.`)
      await pause(backOff(failures))
    }
  }
}
