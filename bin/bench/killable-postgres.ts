import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { findRunning } from '@/lib/platform/postgres/cluster.ts'
import { openEmbeddedPostgres } from '@/lib/platform/postgres/embedded.ts'
import { openHome } from '@/lib/platform/postgres/home.ts'
import { identifyProcess, isRunning, signalProcess } from '@/lib/platform/postgres/process-identity.ts'

export interface KillablePostgres {
  url: string
  /** `kill -9`; resolves when it and all that worked for it are gone. */
  kill(): Promise<void>
  /** Starts it again on what it left, on the same port. */
  resume(): Promise<void>
  close(): Promise<void>
}

/** A Postgres that waits for the disk, as one that people rely on does, and that can be killed. */
export async function openKillablePostgres(folder: string): Promise<KillablePostgres> {
  const opened = [await openEmbeddedPostgres({ folder })]
  const kill = async () => {
    const running = findRunning(openHome({ folder }).cluster)
    if (!running) throw new Error('there is no Postgres to kill')
    // Its workers end by themselves when they notice; a new one beside the old workers would be no fair trial.
    const all = [running.pid, ...childrenOf(running.pid)].flatMap((pid) => identifyProcess(pid) ?? [])
    signalProcess(running.pid, 'SIGKILL')
    for (const deadline = Date.now() + 10_000; all.some(isRunning) && Date.now() < deadline; ) await wait(5)
  }
  const resume = async () => {
    const again = await openEmbeddedPostgres({ folder })
    if (again.url !== opened[0]?.url) throw new Error('Postgres came back on another port')
    opened.push(again)
  }
  const close = async () => {
    for (const { close } of opened) await close()
  }
  return { url: opened[0]?.url ?? '', kill, resume, close }
}

function childrenOf(pid: number): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return list.trim().split(/\s+/).map(Number)
  } catch {
    return []
  }
}
