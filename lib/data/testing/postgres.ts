import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../platform/migration/migrate.ts'
import { generatePrismaClient } from '../../platform/migration/prisma-client.ts'
import { openTemporaryPostgres } from '../../platform/testing/temporary-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The administrative database of the run's own Postgres. */
    postgresUrl: string
  }
}

export const templateName = 'attest'

/**
 * One Postgres for the whole run of the integration tests. Its migrated, empty database is a template from which each
 * test file copies its own in some 50 ms: see freshDatabase.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
  await generatePrismaClient(root)
  const postgres = await openTemporaryPostgres()
  try {
    await migrate(postgres.url, join(root, 'prisma', 'migrations'))
    const adminUrl = postgres.url.replace(/\/attest$/, '/postgres')
    await closeToVisitors(adminUrl)
    project.provide('postgresUrl', adminUrl)
    return postgres.close
  } catch (error) {
    await postgres.close()
    throw error
  }
}

/** Postgres copies a template only while no one is connected to it. */
async function closeToVisitors(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`ALTER DATABASE ${templateName} ALLOW_CONNECTIONS false`)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [templateName])
  await client.end()
}
