import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { templateName } from './postgres.ts'

export interface FreshDatabase {
  url: string
  drop: () => Promise<void>
}

/** A migrated, empty database of a test's own. `drop` also ends connections that a test forgot. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  // Copies of one template are made one after the other: Postgres refuses when two are made at the same moment.
  await administer('SELECT pg_advisory_lock(1)', `CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY file_copy`)
  return {
    url: inject('postgresUrl').replace(/\/postgres$/, `/${name}`),
    drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function administer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
