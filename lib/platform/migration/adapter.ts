import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { Client } from 'pg'

/**
 * The adapter that migrations run through. Prisma's own cuts a script at every semicolon, which breaks the body of a
 * function, a trigger or a DO block, and runs the pieces one by one, so a failure leaves half a migration behind. Here
 * the script goes to Postgres in one message: it is read by Postgres itself and is one transaction, together with the
 * note that it is done. Whatever is cut off, a migration has either happened and says so, or not happened at all.
 */
export function migrationAdapter(
  databaseUrl: string,
  migrations: string[],
  onFailure: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory & { close: () => Promise<void> } {
  const connected: SqlDriverAdapter[] = []
  const inner = new PrismaPg({ connectionString: databaseUrl })
  const connect = async (adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> => {
    adapter.executeScript = async (script) => {
      try {
        await runWhole(databaseUrl, migrations.includes(script) ? noteDone(script) : script)
      } catch (error) {
        // The engine passes on that something failed, but not what.
        onFailure(error)
        throw error
      }
    }
    connected.push(adapter)
    return adapter
  }
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => connect(await inner.connect()),
    connectToShadowDb: async () => connect(await inner.connectToShadowDb()),
    // The engine lets go of its connections without ending them; they would keep the process alive for ten seconds.
    close: async () => {
      for (const adapter of connected) await adapter.dispose()
    },
  }
}

function noteDone(script: string): string {
  return `${script}\n;UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`
}

async function runWhole(databaseUrl: string, script: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(script)
  } finally {
    await client.end()
  }
}
