import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../data/testing/database.ts'
import { writeMigration } from './folder.ts'
import { migrate } from './migrate.ts'

const migrationsOfAttest = 'prisma/migrations'

let database: FreshDatabase
let folder: string
let client: Client

beforeEach(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'attest-migrations-'))
  client = new Client({ connectionString: database.url })
  await client.connect()
  // The template holds the tables of Attest; these tests begin with none.
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
})

afterEach(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const add = (name: string, sql: string) => writeMigration(folder, { name, sql, schema: undefined })
const history = async () =>
  (await client.query('SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations')).rows

describe('migrate', () => {
  test('applies what is new, in order, and then has nothing to do', async () => {
    await add('1_one', 'CREATE TABLE one (n int);')
    await add('2_two', 'ALTER TABLE one ADD COLUMN m int;')
    expect(await migrate(database.url, folder)).toEqual(['1_one', '2_two'])
    expect(await migrate(database.url, folder)).toEqual([])
    await add('3_three', 'DROP TABLE one;')
    expect(await migrate(database.url, folder)).toEqual(['3_three'])
  })

  test('leaves semicolons inside a function body alone', async () => {
    await add(
      '1_function',
      'CREATE FUNCTION f() RETURNS int AS $$ BEGIN PERFORM 1; RETURN 2; END; $$ LANGUAGE plpgsql; -- a; b',
    )
    await migrate(database.url, folder)
    expect((await client.query('SELECT f() AS answer')).rows).toEqual([{ answer: 2 }])
  })

  test('a migration that fails changes nothing, is named, and is tried again once it is put right', async () => {
    await add('1_bad', 'CREATE TABLE kept (n int); SELECT * FROM nowhere;')
    await expect(migrate(database.url, folder)).rejects.toThrow(/1_bad did not apply, and changed nothing.*"nowhere"/s)
    expect((await client.query(`SELECT to_regclass('kept') AS found`)).rows).toEqual([{ found: null }])
    await rm(join(folder, '1_bad'), { recursive: true })
    await add('1_bad', 'CREATE TABLE kept (n int);')
    expect(await migrate(database.url, folder)).toEqual(['1_bad'])
  })

  test('goes on after a kill in the middle of a migration', async () => {
    await add('1_one', 'CREATE TABLE one (n int);')
    await migrate(database.url, folder)
    await client.query('DROP TABLE one')
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL')
    expect(await migrate(database.url, folder)).toEqual(['1_one'])
    expect(await history()).toContainEqual({ migration_name: '1_one', finished: true })
  })

  test('two at once apply each migration once', async () => {
    await add('1_one', 'CREATE TABLE one (n int);')
    const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)])
    expect(applied.flat()).toEqual(['1_one'])
  })
})

test('the database of the tests is at the newest migration of Attest', async () => {
  const other = await freshDatabase()
  expect(await migrate(other.url, migrationsOfAttest)).toEqual([])
  await other.drop()
})
