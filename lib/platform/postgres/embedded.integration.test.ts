import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countUsers, openEmbeddedPostgres, pausePostgres, resumePostgres } from './embedded.ts'
import { identifyProcess, signalProcess } from './process-identity.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-home-'))
})

afterEach(async () => {
  await pausePostgres(folder)
  rmSync(folder, { recursive: true })
})

const open = (throwaway = true) => openEmbeddedPostgres({ folder, throwaway })
const serverPid = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('one server for all who need it; the last to leave stops it', async () => {
  const [first, second] = await Promise.all([open(), open()])
  expect([first.started, second.started].sort()).toEqual([false, true])
  expect(second.url).toBe(first.url)
  const pid = serverPid()
  await first.close()
  expect(identifyProcess(pid)).toBeDefined()
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await second.close()
  expect(countUsers(folder)).toBe(0)
  // It takes its note away first, and ends a moment later.
  await expect.poll(() => identifyProcess(pid)).toBeUndefined()
})

test('its password is for its owner alone, and it listens on this machine only', async () => {
  const postgres = await open()
  expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
  expect(await query(postgres.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await query(postgres.url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  await expect(query(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/)
  await postgres.close()
})

test('what was recorded is there after the server was killed', async () => {
  const before = await open(false)
  await query(before.url, 'CREATE TABLE kept AS SELECT 7 AS n')
  signalProcess(serverPid(), 'SIGKILL')
  await before.close()
  const after = await open(false)
  expect(await query(after.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  await after.close()
})

test('a note that names a stranger does not keep it from starting', async () => {
  await (await open()).close()
  const stranger = spawn('sleep', ['60'])
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${stranger.pid}\n${folder}\n1\n5432\n\n127.0.0.1\n`)
  const postgres = await open()
  expect(postgres.started).toBe(true)
  expect(stranger.exitCode).toBeNull()
  stranger.kill()
  await postgres.close()
})

test('a user that was killed does not keep the server alive', async () => {
  const postgres = await open()
  const killed = spawn('sleep', ['60'])
  writeFileSync(join(folder, 'users', 'killed'), identifyProcess(killed.pid ?? 0) ?? '')
  expect(countUsers(folder)).toBe(2)
  killed.kill('SIGKILL')
  while (killed.signalCode === null) await wait(10)
  expect(countUsers(folder)).toBe(1)
  await postgres.close()
})

test('paused and resumed, it is back on the same port', async () => {
  const postgres = await open()
  await pausePostgres(folder)
  await expect(query(postgres.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
  await resumePostgres(folder)
  expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await postgres.close()
})

test('a database that has vanished is told, and not replaced by an empty one', async () => {
  await (await open()).close()
  rmSync(join(folder, 'postgres'), { recursive: true })
  await expect(open()).rejects.toThrow(/not there any more.*Nothing was made in its place/s)
  rmSync(join(folder, 'postgres.json'))
})
