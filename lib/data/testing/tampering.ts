import { expect } from 'vitest'
import type { AuditOptions } from '../audit/audit.ts'
import { Attempts } from './attempt.ts'
import { breaksOf } from './fresh-database.ts'

/** Someone with the database's keys, past triggers and foreign keys; what they did is undone after it was looked at. */
export class Tampering {
  private constructor(
    private readonly url: string,
    readonly client: Attempts['client'],
  ) {}

  static async open(url: string): Promise<Tampering> {
    return new Tampering(url, (await Attempts.open(url)).client)
  }

  close(): Promise<void> {
    return this.client.end()
  }

  /** What the audit says after these statements, each of which has to reach a row. */
  async found(statements: readonly string[], options?: AuditOptions): Promise<string[]> {
    return this.during(
      async () => {
        for (const statement of statements) {
          const { rowCount } = await this.client.query(statement)
          expect(rowCount, statement).toBeGreaterThan(0)
        }
      },
      () => breaksOf(this.url, options),
    )
  }

  /** Does `deed`, looks, and puts the whole database back as it was. */
  async during<T>(deed: () => Promise<void>, look: () => Promise<T>): Promise<T> {
    const { client } = this
    const tables = (
      await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
    ).rows.map(({ name }) => name)
    await client.query(`SET session_replication_role = replica; CREATE SCHEMA kept`)
    for (const table of tables) await client.query(`CREATE TABLE kept."${table}" AS TABLE public."${table}"`)
    try {
      await deed()
      return await look()
    } finally {
      for (const table of tables) {
        // What the database makes itself it makes again.
        const { rows } = await client.query<{ columns: string }>(
          `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
           WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
          [table],
        )
        const columns = rows[0]?.columns
        await client.query(
          `DELETE FROM public."${table}"; INSERT INTO public."${table}" (${columns}) SELECT ${columns} FROM kept."${table}"`,
        )
      }
      await client.query('DROP SCHEMA kept CASCADE; SET session_replication_role = DEFAULT')
    }
  }
}
