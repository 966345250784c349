import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { identifyProcess, isRunning } from './process-identity.ts'

const patience = 120_000

/**
 * Runs `work` while holding a lock that other processes respect. The file names its holder, so one left behind by a
 * killed process is taken over. Waits for a living holder, up to two minutes, and then fails in words.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await take(file)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<void> {
  const me = identifyProcess(process.pid) ?? String(process.pid)
  // Written beside and linked into place: no one ever sees a lock without its holder's name.
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  await writeFile(mine, me, { mode: 0o600 })
  try {
    for (const deadline = Date.now() + patience; ; ) {
      if (await linked(mine, file)) return
      const holder = await readFile(file, 'utf8').catch(() => undefined)
      if (holder !== undefined && !isRunning(holder)) await takeAway(file, holder)
      else if (Date.now() > deadline) {
        throw new Error(
          `Another Attest process (${holder?.split(' ')[0] ?? 'unknown'}) has been starting or stopping the database for two minutes. ` +
            `Nothing was changed. If that process hangs, end it and try again.`,
        )
      } else await wait(50)
    }
  } finally {
    await rm(mine, { force: true })
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

/** Removes a dead holder's lock; where someone else was quicker and has it already, theirs is put back. */
async function takeAway(file: string, deadHolder: string): Promise<void> {
  const aside = `${file}.dead.${process.pid}`
  await rename(file, aside).catch(() => undefined)
  const found = await readFile(aside, 'utf8').catch(() => undefined)
  if (found !== undefined && found !== deadHolder) await linked(aside, file)
  await rm(aside, { force: true })
}
