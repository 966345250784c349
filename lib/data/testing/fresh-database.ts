import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { signingKey } from '@/lib/platform/auth/signing-key.ts'
import { type AuditOptions, type ChainReport, verifyAudit } from '../audit/audit.ts'
import { connect, type Db } from '../db.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

/** A database of the file's own, connected, and a key to sign with: call it at the top of a test file. */
export function ownDatabase(): { db: Db; url: string } {
  const opened = {} as { db: Db; url: string }
  let database: FreshDatabase | undefined
  beforeAll(async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    process.env.ATTEST_SIGNING_KEY ??= privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    database = await freshDatabase()
    Object.assign(opened, { url: database.url, db: connect(database.url) })
  })
  afterAll(async () => {
    await opened.db?.$disconnect()
    await database?.drop()
  })
  return opened
}

/** Every break of every chain, as one line each: "article … 12: what"; and what is wrong beside the chains. */
export async function breaksOf(url: string, options?: AuditOptions): Promise<string[]> {
  const lines = ({ what, breaks }: ChainReport) => breaks.map((found) => `${what} ${found.seq}: ${found.what}`)
  const { chains, faults } = await verifyAudit(url, { keys: ownKeys(), ...options })
  return [...chains.flatMap(lines), ...faults]
}

/** The public key by which redactions of this file's database are signed. */
export function ownKeys(): string[] {
  const key = signingKey(process.env)
  return key ? [key.publicKey] : []
}
