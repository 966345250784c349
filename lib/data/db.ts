import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client.ts'

export type Db = PrismaClient
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'>

export function connect(databaseUrl: string): Db {
  const pool = {
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 3_000,
    // A lost database is answered in words within seconds, not waited for.
    query_timeout: 30_000,
  }
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 60_000 } })
}

const names = new Map<string, string>()
/** Lists of many lengths make many statements; a connection remembers this many and no more. */
const MOST_NAMES = 500
const UNNAMED = ''

/** Named statements are read and planned once a connection, not once a call: a third of a save's time in Postgres. */
function statementName(sql: string): string {
  const known = names.get(sql)
  if (known || names.size >= MOST_NAMES) return known ?? UNNAMED
  const name = `attest_${names.size + 1}`
  names.set(sql, name)
  return name
}

// One client a process; kept across hot reloads.
const keep = globalThis as typeof globalThis & { attestDb?: Db }

export function db(): Db {
  if (!keep.attestDb) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: Attest does not know which database to use.')
    keep.attestDb = connect(url)
  }
  return keep.attestDb
}
