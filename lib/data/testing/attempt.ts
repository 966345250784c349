import { Client, type DatabaseError } from 'pg'
import { recordedColumns } from '../recorded.ts'

export type Statement = [sql: string, ...values: unknown[]]

/** A bare connection that tries statements out and takes them back: what does the database itself say to them? */
export class Attempts {
  private constructor(readonly client: Client) {}

  static async open(url: string): Promise<Attempts> {
    const client = new Client({ connectionString: url })
    await client.connect()
    return new Attempts(client)
  }

  /**
   * Has this database take rows at any moment of its clocks, and not only the change in progress: for cases about what
   * else it refuses. That it does is shown in past.integration.test.ts.
   */
  async atAnyMoment(): Promise<void> {
    const { rows } = await this.client.query<{ table: string; name: string }>(
      `SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name FROM pg_trigger
       WHERE NOT tgisinternal AND tgname ~ '_(recorded_now|recorded_whole|ended_now|accepted_now)$'`,
    )
    for (const { table, name } of rows) await this.client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`)
  }

  /** @returns the name of the constraint that refused, else the words of the trigger; '' when all would be committed */
  async refusal(...statements: Statement[]): Promise<string> {
    await this.client.query('BEGIN')
    try {
      for (const [sql, ...values] of statements) await this.client.query(sql, values)
      await this.client.query('SET CONSTRAINTS ALL IMMEDIATE')
      return ''
    } catch (error) {
      const { constraint, column, message } = error as DatabaseError
      return constraint ?? column ?? message
    } finally {
      await this.client.query('ROLLBACK')
    }
  }

  /** The first row of a query. */
  async row<T extends Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<T> {
    const [row] = (await this.client.query(sql, values)).rows
    if (!row) throw new Error(`no row: ${sql}`)
    return row as T
  }

  close(): Promise<void> {
    return this.client.end()
  }
}

const SNAPSHOT = [...recordedColumns('Snapshot'), 'workspaceId', 'createdSeq']

/** Inserts a copy of a row that was recorded properly, under a new id and with other values in some columns. */
export function copyOf(table: string, where: string, changes: Record<string, unknown> = {}): Statement {
  // A column that the database makes itself is not inserted.
  const columns = table === 'Snapshot' ? SNAPSHOT.map((column) => `"${column}"`).join(', ') : null
  const sql = `INSERT INTO "${table}" ${columns ? `(${columns})` : ''} SELECT ${columns ?? 'c.*'} FROM (
      SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(t)
      || jsonb_build_object('id', gen_random_uuid()) || $1::jsonb)).* FROM "${table}" t WHERE ${where} LIMIT 1) c`
  return [sql, JSON.stringify(changes)]
}
