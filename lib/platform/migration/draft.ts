import { readMigrations, writeMigration } from './folder.ts'
import { noDatabase } from './no-database.ts'
import { noFilters, withSchemaEngine } from './schema-engine.ts'

/** The SQL that leads from one Prisma schema to another; empty when they are the same. No database is asked. */
export async function diffSchemas(from: string | undefined, to: string): Promise<string> {
  const file = (content: string) => ({ path: 'schema.prisma', content })
  const result = await withSchemaEngine(noDatabase, [file(to)], (engine) =>
    engine.diff({
      from: from === undefined ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [file(from)] },
      to: { tag: 'schemaDatamodel', files: [file(to)] },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  )
  const sql = result.stdout ?? ''
  return sql.includes('This is an empty migration') ? '' : sql
}

/**
 * Writes the next migration: the difference between the schema beside the last migration and `schema`. Where they are
 * the same it writes an empty one, for SQL by hand (checks, triggers, partial indexes: what Prisma's language can't
 * say). Gives the path of the SQL.
 */
export async function draftMigration(folder: string, name: string, schema: string, now: Date): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(`"${name}" can't name a migration: use small letters, digits and _, such as add_sources.`)
  }
  const last = (await readMigrations(folder)).at(-1)
  if (last !== undefined && last.schema === undefined) {
    throw new Error(
      `prisma/migrations/${last.name} has no schema.prisma beside it, so there is nothing to compare with.`,
    )
  }
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14)
  // Migrations apply in the order of their names: a clock that went back must not put this one before the last.
  const prefix = last !== undefined && time <= last.name.slice(0, 14) ? `${BigInt(last.name.slice(0, 14)) + 1n}` : time
  const sql =
    (await diffSchemas(last?.schema, schema)) || '-- The schema has not changed: this migration is SQL by hand.\n'
  return writeMigration(folder, { name: `${prefix}_${name}`, sql, schema })
}
