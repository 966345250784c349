import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { grantServerRights, prepareServerRole, serverRoleProblem } from '@/lib/platform/postgres/server-role.ts'
import { connect } from './db.ts'
import { type FreshDatabase, freshDatabase } from './testing/database.ts'
import { openDesk, type TestDesk } from './testing/desk.ts'

let database: FreshDatabase
let desk: TestDesk
let server: Client

beforeAll(async () => {
  database = await freshDatabase()
  await migrate(database.url, join(import.meta.dirname, '../../prisma/migrations'))
  const db = connect(database.url)
  desk = await openDesk(db, 'Roles')
  await db.$disconnect()
  server = new Client({ connectionString: await prepareServerRole(database.url, 'one') })
  await server.connect()
})
afterAll(async () => {
  await server?.end()
  await database?.drop()
})

const refusal = (sql: string) =>
  server.query(sql).then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const FORBIDDEN = '42501'

describe('the running server’s role', () => {
  test('reads what is recorded', async () => {
    const { rows } = await server.query('SELECT "name" FROM "Workspace" WHERE "id" = $1', [desk.workspaceId])
    expect(rows).toHaveLength(1)
  })
  test.each([
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL',
    'ALTER TABLE "ClaimRevision" DISABLE TRIGGER USER',
    "SET session_replication_role = 'replica'",
    'DROP TABLE "AuditEvent"',
    'TRUNCATE "AuditEvent" CASCADE',
    'DELETE FROM "AuditEvent"',
    'DELETE FROM "Assessment"',
    'DELETE FROM "User"',
    'CREATE TABLE public.mine (id int)',
    'UPDATE "_prisma_migrations" SET "migration_name" = \'x\'',
    'ALTER ROLE attest_server SUPERUSER',
    'CREATE ROLE other SUPERUSER',
    'COPY "User" TO PROGRAM \'true\'',
    "SELECT pg_read_file('/etc/passwd')",
    'SET ROLE attest',
  ])('may not %s', async (sql) => {
    expect(await refusal(sql)).toBe(FORBIDDEN)
  })
  test('works at the queue', async () => {
    await server.query(`SELECT graphile_worker.add_job('nothing', '{}'::json)`)
    const { rows } = await server.query(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'nothing'`)
    expect(rows).toHaveLength(1)
    await server.query(`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`)
  })
  test('is given its rights again without harm, and with another password', async () => {
    const [first, second] = await Promise.all([
      prepareServerRole(database.url, 'two'),
      prepareServerRole(database.url, 'two'),
    ])
    expect(first).toBe(second)
    const again = new Client({ connectionString: first })
    await again.connect()
    await again.end()
    await grantServerRights(database.url, 'attest_server')
  })
})

test('a role that could rewrite the record is named at the start; the server’s own is not', async () => {
  expect(await serverRoleProblem(database.url)).toMatch(
    /^Warning: the server works as the database role "attest", which may do anything/,
  )
  expect(await serverRoleProblem(await prepareServerRole(database.url, 'three'))).toBeNull()
})
