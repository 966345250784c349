import { Logger, runMigrations } from 'graphile-worker'
import { log } from './log.ts'

/** The queue's own words go into our log; what it says of every job would fill it. */
export const queueLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ queue: message }, 'the job queue')
})

/** Brings the tables of the job queue up to date; they lie in a schema of their own, beside the record. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: queueLogger })
}
