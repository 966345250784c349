import { afterAll, beforeAll, expect, test } from 'vitest'
import { RECORDED } from '../recorded.ts'
import { splitClaim } from '../revision/structure.ts'
import { as, claimNow } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { Tampering } from '../testing/tampering.ts'

/** Each column of each table, one at a time, in one row: is a change of it found? Nothing is left out by oversight. */

const at = ownDatabase()
let tampering: Tampering

beforeAll(async () => {
  const desk = await openFurnishedDesk(at.db)
  const toll = await claimNow(at.db, desk, 2)
  const cuts = ['At least 12 people were killed '.length]
  await splitClaim(at.db, await as(at.db, desk, 'editor'), { ...toll, cuts, reason: 'Two things' })
  tampering = await Tampering.open(at.url)
  // Whoever has the keys can take away what the database refuses, too.
  await tampering.client.query(`SET session_replication_role = replica;
    DO $$ DECLARE gone record; BEGIN
      FOR gone IN SELECT conrelid::regclass AS "table", conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', gone."table", gone.conname); END LOOP;
      FOR gone IN SELECT conrelid::regclass AS "table", conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('u', 'p')
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', gone."table", gone.conname); END LOOP;
      FOR gone IN SELECT indexrelid::regclass AS "index" FROM pg_index JOIN pg_class c ON c.oid = indrelid
        WHERE c.relnamespace = 'public'::regnamespace AND indisunique AND NOT indisprimary
      LOOP EXECUTE format('DROP INDEX %s', gone."index"); END LOOP;
    END $$`)
})
afterAll(() => tampering?.close())

/** What changes by ways of its own, or follows from what is vouched for, or says nothing of the record. */
const APART = new Set([
  'User.passwordHash',
  'User.endedAt',
  'Notification.readAt',
  'Mention.readAt',
  'Snapshot.search',
  'Clock.newestSeq',
  // Kept so that a command is done once; and the number before, which the database holds to.
  'AuditEvent.commandId',
  'AuditEvent.commandDigest',
  'AuditEvent.previousSeq',
])
const TABLES = [...Object.keys(RECORDED), 'User', 'Workspace', 'Article', 'Clock', 'AuditEvent']

/** Another value of the column's own type. */
function other(type: string, column: string): string {
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'boolean') return `NOT coalesce("${column}", false)`
  if (type === 'jsonb') return `'{"changed": true}'`
  if (type === 'text[]') return `coalesce("${column}", '{}') || '{x}'::text[]`
  if (type === 'integer[]') return `coalesce("${column}", '{}') || 7`
  if (type.startsWith('timestamp')) return `"${column}" + interval '1 day'`
  if (type === 'text')
    return /hash|sha256/i.test(column) ? `repeat('a', 64)` : `left(coalesce("${column}", 'x'), 20) || 'x'`
  if (type === 'integer' || type === 'smallint') return `coalesce("${column}", 0) + 1`
  return `(SELECT e FROM unnest(enum_range(NULL::${type})) e WHERE e IS DISTINCT FROM "${column}" LIMIT 1)`
}

/** Alters one column of one row, looks, and puts it back. Null where there is no such row. */
async function foundAfter(table: string, column: string, type: string, where: string): Promise<string[] | null> {
  const { client } = tampering
  const key = table === 'AuditEvent' ? `"hash"` : `"id"`
  const { rows } = await client.query<{ key: string; row: object }>(
    `SELECT ${key} AS key, to_jsonb(t) AS row FROM "${table}" t WHERE ${where} ORDER BY ${key} LIMIT 1`,
  )
  const [one] = rows
  if (!one) return null
  const changed = await client.query<{ key: string }>(
    `UPDATE "${table}" SET "${column}" = ${other(type, column)} WHERE ${key} = $1 RETURNING ${key} AS key`,
    [one.key],
  )
  const found = await breaksOf(at.url)
  await client.query(
    `UPDATE "${table}" SET "${column}" = (jsonb_populate_record(NULL::"${table}", $2::jsonb))."${column}" WHERE ${key} = $1`,
    [changed.rows[0]?.key, JSON.stringify(one.row)],
  )
  return found
}

test('every column of every table of the record', { timeout: 240_000 }, async () => {
  const { rows: columns } = await tampering.client.query<{ table: string; column: string; type: string }>(
    `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS "type"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname = ANY($1) ORDER BY 1, 2`,
    [TABLES],
  )
  const unseen: string[] = []
  const looked = columns.filter(({ table, column }) => !APART.has(`${table}.${column}`))
  let alterations = 0
  for (const { table, column, type } of looked) {
    // A row that has something there, and one that has not: what no row says is a lie, too.
    for (const where of [`"${column}" IS NOT NULL`, `"${column}" IS NULL`]) {
      if (where.endsWith('IS NULL') && type.startsWith('timestamp')) continue
      const found = await foundAfter(table, column, type, where)
      alterations += found === null ? 0 : 1
      if (found?.length === 0) unseen.push(`${table}: ${where}`)
    }
  }
  expect(unseen).toEqual([])
  expect(looked).toHaveLength(columns.length - APART.size)
  expect(looked.length).toBeGreaterThan(380)
  expect(alterations).toBeGreaterThan(looked.length)
  expect(await breaksOf(at.url)).toEqual([])
})
