import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const BETWEEN = 100

export type Watched = { health: number[]; failed: number; megabytes: number }

/** Asks a server for its health ten times a second, and adds up the memory that it and all its processes hold. */
export function watchServer(url: string, pid: number): { end: () => Promise<Watched> } {
  const watched: Watched = { health: [], failed: 0, megabytes: 0 }
  let over = false
  const asking = (async () => {
    while (!over) {
      const began = performance.now()
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
      await answer?.arrayBuffer()
      watched.health.push(performance.now() - began)
      if (answer?.status !== 200) watched.failed += 1
      watched.megabytes = Math.max(watched.megabytes, heldBy(pid, watched.megabytes))
      await wait(BETWEEN)
    }
  })()
  return {
    end: async () => {
      over = true
      await asking
      return watched
    },
  }
}

/**
 * Megabytes that a process and all it started hold: their private parts, and what they share (Node itself, say) counted
 * once among all that share it (PSS). That is dear to ask, so it is asked only where they may hold more than `before`.
 */
function heldBy(root: number, before: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null
    if (parent !== null) parents.set(Number(name), parent)
  }
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true
    return false
  }
  const ours = [...parents.keys()].filter(isOurs)
  const resident = sumOf(ours, 'status', /VmRSS:\s+(\d+)/)
  return resident <= before ? resident : sumOf(ours, 'smaps_rollup', /^Pss:\s+(\d+)/m)
}

function parentOf(pid: string): number | null {
  const stat = read(`/proc/${pid}/stat`)
  return stat === '' ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function sumOf(pids: readonly number[], file: string, kilobytes: RegExp): number {
  return pids.reduce((sum, pid) => sum + Number(kilobytes.exec(read(`/proc/${pid}/${file}`))?.[1] ?? 0) / 1_024, 0)
}

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
