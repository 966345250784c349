import { Client } from 'pg'
import { migrationAdapter } from './adapter.ts'
import { type Migration, readLockfile, readMigrations } from './folder.ts'
import { migrateQueue } from './job-queue.ts'
import { noFilters, withSchemaEngine } from './schema-engine.ts'

/** Any number of our own: two starts at once must not apply one migration twice. Prisma's own lock is another number. */
const lockKey = 4_177_001

const postgresSchema = [{ path: 'schema.prisma', content: 'datasource db {\n  provider = "postgresql"\n}\n' }]

/**
 * Brings a database up to the newest migration, as `prisma migrate deploy` does: it fills `_prisma_migrations` the same
 * way, so an installation can go on with the ordinary command line. Gives the names of the migrations it applied.
 * Fails, naming the migration, when one doesn't apply: that one has then changed nothing, and the next call tries again.
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const lockHolder = new Client({ connectionString: databaseUrl })
  // A connection that breaks makes the query at hand fail; there is nothing more to say about it.
  lockHolder.on('error', () => undefined)
  await lockHolder.connect()
  try {
    await lockHolder.query('SELECT pg_advisory_lock($1)', [lockKey])
    // Loading the engine costs half a second; most starts have nothing to apply.
    const applied = (await isUpToDate(lockHolder, migrations)) ? [] : await apply(databaseUrl, folder, migrations)
    await migrateQueue(databaseUrl)
    return applied
  } catch (error) {
    const unfinished = await forgetUnfinished(lockHolder).catch(() => undefined)
    if (unfinished === undefined) throw error
    throw new Error(
      `The database could not be brought up to date: the migration ${unfinished} did not apply, and changed nothing. ` +
        `What was recorded before is untouched. Postgres says: ${messageOf(error)}`,
      { cause: error },
    )
  } finally {
    await lockHolder.end()
  }
}

async function apply(databaseUrl: string, folder: string, migrations: Migration[]): Promise<string[]> {
  let failure: unknown
  const scripts = migrations.map(({ sql }) => sql)
  const adapter = migrationAdapter(databaseUrl, scripts, (error) => {
    failure = error
  })
  const migrationsList = {
    baseDir: folder,
    lockfile: await readLockfile(folder),
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  try {
    const { appliedMigrationNames } = await withSchemaEngine(adapter, postgresSchema, (engine) =>
      engine.applyMigrations({ migrationsList, filters: noFilters }),
    )
    return appliedMigrationNames
  } catch (error) {
    throw failure ?? error
  } finally {
    await adapter.close()
  }
}

/**
 * Whether every migration has been applied. A row without an end is one that was cut off by a kill: migrationAdapter
 * writes the end in the migration's own transaction, so without it nothing of the migration happened.
 */
async function isUpToDate(client: Client, migrations: Migration[]): Promise<boolean> {
  await forgetUnfinished(client)
  if (!(await hasHistory(client))) return migrations.length === 0
  const applied = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const names = new Set(applied.rows.map((row) => row.migration_name))
  return migrations.every(({ name }) => names.has(name))
}

async function forgetUnfinished(client: Client): Promise<string | undefined> {
  if (!(await hasHistory(client))) return undefined
  const result = await client.query<{ migration_name: string }>(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name`,
  )
  return result.rows[0]?.migration_name
}

async function hasHistory(client: Client): Promise<boolean> {
  const table = await client.query<{ found: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`)
  return table.rows[0]?.found === true
}

/** The engine's own message goes on with a trace through its source, which helps no one here. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n   0: ')[0] ?? message
}
