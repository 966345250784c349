import { Logger, runMigrations } from 'graphile-worker'
import { Pool } from 'pg'
import { log } from '../log.ts'

/** The queue's own words go into our log; what it says of every job would fill it. */
export const queueLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ queue: message }, 'the job queue')
})

/** Brings the tables of the job queue up to date; they lie in a schema of their own, beside the record. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  // A pool of our own, so that it is closed when this returns: the queue's would linger.
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger })
  } finally {
    await pool.end()
  }
}
