import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { type Accounts, keepAccounts, keptAccounts } from './kept.ts'
import { root } from './root.ts'

const side = 'attest_demo'

/**
 * Loads the demo at the first start; gives its accounts with the passwords made for this installation. The demo is
 * told step by step in a database of its own, which then takes the place of the empty one: cut off at any moment, it
 * is either not there or whole. A database that holds a desk already is never replaced, and gets no demo.
 */
export async function loadDemoOnce(databaseUrl: string, say: (line: string) => void): Promise<Accounts | undefined> {
  const kept = keptAccounts()
  const admin = new Client({ connectionString: onDatabase(databaseUrl, 'postgres') })
  await admin.connect()
  try {
    if (kept.accounts === undefined) {
      if (await hasDesk(databaseUrl)) return undefined
      say('Loading the demo article and its evidence …')
      await admin.query(`DROP DATABASE IF EXISTS ${side} WITH (FORCE)`)
      await admin.query(`CREATE DATABASE ${side}`)
      const sideUrl = onDatabase(databaseUrl, side)
      await migrate(sideUrl, join(root, 'prisma', 'migrations'))
      const { loadDemo } = await import('@/prisma/seed/demo.ts')
      kept.accounts = (await loadDemo({ databaseUrl: sideUrl, passwords: kept.passwords })).accounts
      keepAccounts(kept)
    }
    await takePlace(admin, databaseUrl)
    return kept
  } finally {
    await admin.end()
  }
}

/** Also finishes what an earlier start had begun. */
async function takePlace(admin: Client, databaseUrl: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [side])
  if (rowCount === 0 || (await hasDesk(databaseUrl))) return
  await admin.query('DROP DATABASE attest WITH (FORCE)')
  await admin.query(`ALTER DATABASE ${side} RENAME TO attest`)
}

async function hasDesk(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query('SELECT 1 FROM "Workspace" LIMIT 1')).rowCount !== 0
  } finally {
    await client.end()
  }
}

function onDatabase(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return url.href
}
