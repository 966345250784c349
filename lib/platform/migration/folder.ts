import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A migrations folder as the Prisma command line keeps it (`<time>_<name>/migration.sql`, `migration_lock.toml`), and
 * beside the newest migration the schema it leads to. That copy lets the next migration be a difference of two texts: no
 * shadow database and no version control is asked what the last schema was.
 */

export interface Migration {
  name: string
  sql: string
  /** The schema the migration leads to; beside the newest alone, unless that was written by another tool. */
  schema: string | undefined
}

const lockfile = 'migration_lock.toml'
const lockfileText = '# Kept by Prisma: the kind of database these migrations are for.\nprovider = "postgresql"\n'

/** The migrations in the order in which they apply. A missing folder holds none. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(orMissing([]))
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
      schema: await readFile(join(folder, name, 'schema.prisma'), 'utf8').catch(orMissing(undefined)),
    })),
  )
}

export async function readLockfile(folder: string): Promise<{ path: string; content: string | null }> {
  return { path: lockfile, content: await readFile(join(folder, lockfile), 'utf8').catch(orMissing(null)) }
}

/** Writes a migration into the folder and gives the path of its SQL. */
export async function writeMigration(folder: string, migration: Migration): Promise<string> {
  const place = join(folder, migration.name)
  const earlier = (await readMigrations(folder)).map(({ name }) => name)
  await mkdir(place, { recursive: true })
  await writeFile(join(folder, lockfile), lockfileText)
  if (migration.schema !== undefined) {
    for (const name of earlier) await rm(join(folder, name, 'schema.prisma'), { force: true })
    await writeFile(join(place, 'schema.prisma'), migration.schema)
  }
  const file = join(place, 'migration.sql')
  await writeFile(file, migration.sql, { flag: 'wx' })
  return file
}

function orMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
