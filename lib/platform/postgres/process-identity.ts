import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells this run of a process from a later one that was given the same number: its number and the moment it
 * started. Undefined when no such process runs (one that has ended but was not yet collected by its parent has ended).
 */
export function identifyProcess(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform !== 'linux') return identifyByPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets and may hold anything, so the counting starts after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startTime] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : `${pid} ${startTime}`
  } catch {
    return undefined
  }
}

/** Whether the process that once had this identity still runs. */
export function isRunning(identity: string): boolean {
  return identifyProcess(Number.parseInt(identity, 10)) === identity
}

/** Sends a signal to a process; one that has ended meanwhile is no fault. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  // Zero and less mean whole groups of processes to the system, ours among them.
  if (!(pid > 0)) return
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function identifyByPs(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return started === '' ? undefined : `${pid} ${started}`
  } catch {
    return undefined
  }
}
