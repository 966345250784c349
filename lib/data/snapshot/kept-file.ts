import type { Db, Tx } from '../db.ts'
import { addJob } from '../job.ts'

// A file of the store is named by the hash of its bytes, and may be named by any number of snapshots, of any desk. Whoever
// comes to name one, and whoever erases one that nothing names any more, take turns: by a lock of the database on the hash.

/** Puts a file into the store where it is not there (any more). */
export type KeepFile = () => Promise<unknown>

/**
 * Call it in the transaction that records a name of a file: the file is there when the transaction commits, and stays.
 * @param keep without one the caller knows that it is there, because something else names it until then
 */
export async function holdFile(tx: Tx, sha256: string, keep?: KeepFile): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${sha256}, ${LOCK}::bigint))::text`
  await keep?.()
}

/**
 * Asks for a file to be erased if nothing names it. Part of a transaction that takes a name away; or (`later`) of the time
 * before bytes are put into the store, for the case that whoever does so never comes to name them.
 */
export async function askErasure(tx: Tx, sha256: string, later = false): Promise<void> {
  await addJob(
    tx,
    'erase_file',
    { sha256 },
    later ? { after: '1 hour', key: `erase later ${sha256}` } : { key: `erase ${sha256}` },
  )
}

/** `named`: a snapshot has the file. `wanted`: a capture may come to name it, and it is asked again when that has ended. */
export type Erased = 'erased' | 'named' | 'wanted'

/** Erases a file that no snapshot of any desk names and no capture is about to. */
export async function eraseUnnamed(db: Db, sha256: string, erase: () => Promise<void>): Promise<Erased> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, ${LOCK}::bigint))::text`
      // In one statement: a capture ends when its snapshot is there, and must not slip between two questions.
      const [row] = await tx.$queryRaw<{ named: boolean; wanted: boolean }[]>`
        SELECT EXISTS (SELECT FROM "Snapshot" WHERE "sha256" = ${sha256}) AS "named",
          EXISTS (SELECT FROM "Capture" WHERE "sha256" = ${sha256} AND "endedAt" IS NULL) AS "wanted"`
      if (row?.named) return 'named'
      if (row?.wanted) {
        await addJob(tx, 'erase_file', { sha256 }, { after: '10 minutes', key: `erase ${sha256}` })
        return 'wanted'
      }
      await erase()
      return 'erased'
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

/** Sets these locks apart from others of the database. */
const LOCK = 4177010
