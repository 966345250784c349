import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { identifyProcess, isRunning, signalProcess } from '@/lib/platform/postgres/process-identity.ts'
import { dataFolder, keep, recall } from './kept.ts'

/** What a running installation notes about itself, so that the next start can tell a running one from its remains. */
interface RunningServer {
  url: string
  /** This process, and the bin/boot.mjs that watches over it. */
  start: string
  boot: string
  web?: string
}

const name = 'server.json'

export function noteServer(url: string, webPid?: number): void {
  const web = webPid === undefined ? undefined : identifyProcess(webPid)
  const start = identifyProcess(process.pid) ?? ''
  keep(name, { url, start, boot: identifyProcess(process.ppid) ?? '', ...(web === undefined ? {} : { web }) })
}

export function forgetServer(): void {
  rmSync(join(dataFolder, name), { force: true })
}

/** The address of the installation that runs from this folder, as far as it noted one. */
export function runningAddress(): string | undefined {
  return recall<RunningServer>(name)?.url
}

/** Ends what a `kill -9` left behind of an earlier start. Gives the address of one that is in order and still runs. */
export async function clearRemains(): Promise<string | undefined> {
  const earlier = recall<RunningServer>(name)
  if (earlier === undefined) return undefined
  if (isRunning(earlier.start) && isRunning(earlier.boot)) return earlier.url
  // Without its start, the web server would hold the port; without its boot, the start is about to end by itself.
  for (const remains of [earlier.start, earlier.web]) if (remains !== undefined) await end(remains)
  forgetServer()
  return undefined
}

async function end(identity: string): Promise<void> {
  const pid = Number.parseInt(identity, 10)
  for (const [signal, patience] of [
    ['SIGTERM', 15_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isRunning(identity)) return
    signalProcess(pid, signal)
    for (const deadline = Date.now() + patience; Date.now() < deadline && isRunning(identity); ) await wait(50)
  }
}
