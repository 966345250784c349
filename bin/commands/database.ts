import { join } from 'node:path'
import type { Db } from '@/lib/data/db.ts'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { generatePrismaClient } from '@/lib/platform/migration/prisma-client.ts'
import { openEmbeddedPostgres } from '@/lib/platform/postgres/embedded.ts'
import { dataFolder } from '../kept.ts'
import { root } from '../root.ts'
import { stopper } from '../stopper.ts'

/**
 * Runs `use` with the installation's database: the one in DATABASE_URL, or the embedded one. That may be running under
 * `npm start`, and goes on running; where it isn't, it is started for this command and stopped after it.
 */
export async function withDatabase<T>(use: (db: Db, databaseUrl: string) => Promise<T>): Promise<T> {
  await generatePrismaClient(root)
  const own = process.env.DATABASE_URL
  if (own) return withClient(own, use)
  const stop = stopper(130)
  const opening = openEmbeddedPostgres({ folder: dataFolder, say: (line) => console.error(line) })
  stop.undo(async () => (await opening).close())
  const postgres = await opening
  try {
    return await withClient(postgres.url, use)
  } catch (error) {
    // Whoever pressed Ctrl-C knows why it failed; the stopper ends the process.
    if (stop.signal.aborted) return new Promise(() => undefined)
    throw error
  } finally {
    await postgres.close()
  }
}

async function withClient<T>(databaseUrl: string, use: (db: Db, databaseUrl: string) => Promise<T>): Promise<T> {
  await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
  const { connect } = await import('@/lib/data/db.ts')
  const db = connect(databaseUrl)
  try {
    return await use(db, databaseUrl)
  } finally {
    await db.$disconnect()
  }
}
