import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { checkPassword } from '@/lib/platform/auth/password.ts'
import { countUsers, pausePostgres } from '@/lib/platform/postgres/embedded.ts'
import { openHome } from '@/lib/platform/postgres/home.ts'
import { freePort } from '@/lib/platform/postgres/ports.ts'
import { identifyProcess, signalProcess } from '@/lib/platform/postgres/process-identity.ts'
import { attest, type Child, type Ended, endChildren, start } from './testing/child.ts'

/** The life of one installation, from its first start on; all of it is real but the pages (see testing/stub-web.mjs). */

let folder: string
let first: { port: number; stub: Stub; ended: Ended; modes: number[] }

type Stub = { pid: number; DATABASE_URL: string; NEXTAUTH_SECRET: string; NEXTAUTH_URL: string }

const inFolder = (name: string) => join(folder, name)
const modeOf = (name: string) => statSync(inFolder(name)).mode & 0o777
const accounts = () => readFileSync(inFolder('accounts.json'), 'utf8')
const passwords = () => Object.entries((JSON.parse(accounts()) as { passwords: Record<string, string> }).passwords)
const postgresLog = () => readFileSync(inFolder('postgres.log'), 'utf8')

function postgresPid(home = folder): number | undefined {
  try {
    const { place } = openHome({ folder: home })
    return Number(readFileSync(join(place, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

/** They outlive a start that is killed. */
const stubs: number[] = []

async function endAll(): Promise<void> {
  await endChildren()
  for (const pid of stubs.splice(0)) if (isStub(pid)) signalProcess(pid, 'SIGKILL')
}

/** The number of one that has ended may belong to a stranger by now. */
function isStub(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('stub-web.mjs')
  } catch {
    return false
  }
}

/** Starts, and waits until the address was told. */
async function up(port: number, home = folder): Promise<{ child: Child; stub: Stub }> {
  const child = start({ ATTEST_DATA: home, PORT: String(port) })
  await child.says('Attest is at ')
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } })
  const stub = (await response.json()) as Stub
  stubs.push(stub.pid)
  return { child, stub }
}

async function down(child: Child): Promise<Ended> {
  child.kill('SIGTERM')
  return child.ended
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

/** All that is on the desk, by its own digests (each clock stands where its chain of changes ends), and its people. */
const record = async (url: string) => ({
  clocks: await query(url, 'SELECT "id", "seq", "hash" FROM "Clock" ORDER BY "id"'),
  people: await query(url, 'SELECT "email", "passwordHash" FROM "User" ORDER BY "email"'),
})

function expectNothingRuns(...pids: number[]): void {
  expect(pids.filter((pid) => identifyProcess(pid) !== undefined)).toEqual([])
  expect(postgresPid()).toBeUndefined()
  expect(countUsers(folder)).toBe(0)
}

async function remove(home: string): Promise<void> {
  const { place, cluster } = openHome({ folder: home })
  await pausePostgres(home)
  // Run by root, Postgres may have got a place of its own, or programs of its own, elsewhere.
  const programs = cluster.programs.endsWith('programs') ? dirname(cluster.programs) : place
  for (const gone of [home, place, programs]) rmSync(gone, { recursive: true, force: true })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-start-'))
  const port = await freePort()
  const { child, stub } = await up(port)
  // Run by root, Postgres is another user, whose group may pass through.
  expect(modeOf('.')).toBe(process.getuid?.() === 0 ? 0o710 : 0o700)
  const modes = ['accounts.json', 'session-secret.json', 'server.json', 'postgres.json'].map(modeOf)
  const pid = postgresPid() ?? 0
  expect(identifyProcess(pid)).toBeDefined()
  first = { port, stub, modes, ended: await down(child) }
  expectNothingRuns(pid, stub.pid, child.pid)
})

afterEach(endAll)

afterAll(async () => {
  await endAll()
  await remove(folder)
})

test('the first start makes the passwords and the demo, says each step, and ends in order', async () => {
  const { code, stdout, stderr } = first.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '\nStopping …\n' })
  const steps = [
    'Starting Postgres in ',
    'Brought the database up to date',
    'Loading the demo article and its evidence …',
    'Starting the web server …',
    `Attest is at http://localhost:${first.port} `,
  ]
  const places = steps.map((step) => stdout.indexOf(step))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(first.modes).toEqual([0o600, 0o600, 0o600, 0o600])
  expect(passwords().map(([role]) => role)).toEqual(['owner', 'editor', 'checker'])
  for (const [role, password] of passwords())
    expect(stdout).toMatch(new RegExp(`^ {2}${role} +${role}@attest\\.example +${password}$`, 'm'))
  expect(stdout).toContain(`kept in ${inFolder('accounts.json')}.`)
  expect(first.stub.NEXTAUTH_URL).toBe(`http://localhost:${first.port}`)
  expect(postgresLog()).toMatch(/database system is shut down\n$/)
})

test('a second start keeps passwords, secret and data, and loads nothing again', async () => {
  const kept = accounts()
  const { child, stub } = await up(first.port)
  const before = await record(stub.DATABASE_URL)
  const users = await query<{ email: string; passwordHash: string }>(
    stub.DATABASE_URL,
    'SELECT "email", "passwordHash" FROM "User"',
  )
  for (const [role, password] of passwords()) {
    const user = users.find(({ email }) => email === `${role}@attest.example`)
    expect(await checkPassword(user?.passwordHash ?? '', password)).toBe(true)
  }
  const { code, stdout } = await down(child)
  expect(code).toBe(0)
  expect(stdout).not.toMatch(/Loading|Brought/)
  for (const [, password] of passwords()) expect(stdout).toContain(password)
  expect(stub.NEXTAUTH_SECRET).toBe(first.stub.NEXTAUTH_SECRET)
  expect(accounts()).toBe(kept)

  const again = await up(first.port)
  expect(await record(again.stub.DATABASE_URL)).toEqual(before)
  await down(again.child)
})

test('a busy port is said in words, and nothing is left running', async () => {
  const busy = createServer()
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = busy.address() as { port: number }
    const { code, stdout, stderr } = await start({ ATTEST_DATA: folder, PORT: String(port) }).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`Port ${port} is in use by another program, so nothing was started.`)
    expect(stderr).toContain(`PORT=${port + 1} npm start`)
    expectNothingRuns()
  } finally {
    await new Promise((resolve) => busy.close(resolve))
  }
})

test('a port that is none is refused', async () => {
  const { code, stdout, stderr } = await start({ ATTEST_DATA: folder, PORT: 'http' }).ended
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('PORT is "http", which is not a port')
})

test('started twice, the second says where the first is and leaves it alone', async () => {
  const { child } = await up(first.port)
  const { code, stderr } = await start({ ATTEST_DATA: folder, PORT: String(await freePort()) }).ended
  expect(code).toBe(1)
  expect(stderr).toContain(`Attest is already running from this folder, at http://localhost:${first.port}.`)
  expect((await fetch(`http://127.0.0.1:${first.port}/`, { headers: { connection: 'close' } })).status).toBe(200)
  expect((await down(child)).code).toBe(0)
  expectNothingRuns(child.pid)
})

test('commands work beside it, and without it', async () => {
  const { child } = await up(first.port)
  const pid = postgresPid() ?? 0
  const beside = await attest(['list', '--json'], { ATTEST_DATA: folder })
  expect(beside).toMatchObject({ code: 0, stderr: '' })
  expect(beside.stdout).toContain('"slug":"belarusian-partisan-movement')
  expect(identifyProcess(pid)).toBeDefined()
  await down(child)
  expect(await attest(['list', '--json'], { ATTEST_DATA: folder })).toEqual(beside)
  expectNothingRuns(pid)
})

/** What an address answers, once it answers what is waited for. */
async function answer(port: number, wanted: (status: number, text: string) => boolean) {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } }).catch(() => null)
    const text = (await response?.text().catch(() => '')) ?? ''
    if (response && wanted(response.status, text)) return { status: response.status, text }
    await wait(20)
  }
}

test('pages that end by themselves are started again, and whoever comes meanwhile is told so', async () => {
  const { child, stub } = await up(first.port)
  const another = (last: number) => async () => {
    const { text } = await answer(first.port, (status, words) => status === 200 && !words.includes(`"pid":${last},`))
    const { pid } = JSON.parse(text) as Stub
    stubs.push(pid)
    return pid
  }
  signalProcess(stub.pid, 'SIGKILL')
  const second = await another(stub.pid)()
  signalProcess(second, 'SIGKILL')
  const told = await answer(first.port, (status) => status === 503)
  expect(told.text).toContain('Attest is being started again. Nothing that was recorded is lost')
  const third = await another(second)()
  const { code, stderr } = await down(child)
  expect(code).toBe(0)
  expect(stderr).toContain('The web server ended unexpectedly. What was recorded is safe')
  expect(stderr).toContain('starting it again in 1 s')
  expectNothingRuns(child.pid, third)
})

test('a Postgres that ends by itself is started again, with the same data and the same pages', async () => {
  const { child, stub } = await up(first.port)
  const before = await record(stub.DATABASE_URL)
  const pid = postgresPid() ?? 0
  signalProcess(pid, 'SIGKILL')
  while (identifyProcess(pid) !== undefined) await wait(10)
  const after = async () => {
    for (;;) {
      const found = await record(stub.DATABASE_URL).catch(() => null)
      if (found) return found
      await wait(50)
    }
  }
  expect(await after()).toEqual(before)
  expect(postgresPid()).not.toBe(pid)
  expect(identifyProcess(stub.pid)).toBeDefined()
  const { code, stderr } = await down(child)
  expect(code).toBe(0)
  expect(stderr).toContain('Postgres ended unexpectedly. What was recorded is safe on the disk; starting it again')
  expectNothingRuns(child.pid, stub.pid)
})

test('after a kill -9 of it and of Postgres, the next start recovers with the same data', async () => {
  const killed = await up(first.port)
  const added = await attest(['user', 'add', 'ann@desk.example', '--role', 'checker'], { ATTEST_DATA: folder })
  expect(added).toMatchObject({ code: 0, stderr: '' })
  const before = await record(killed.stub.DATABASE_URL)
  expect(before.people).toHaveLength(4)
  const pid = postgresPid() ?? 0
  killed.child.kill('SIGKILL')
  signalProcess(pid, 'SIGKILL')
  while (identifyProcess(pid) !== undefined) await wait(10)
  // The pages outlive it and hold the port: the next start has to end them.
  expect(identifyProcess(killed.stub.pid)).toBeDefined()
  const crashedAt = postgresLog().length

  const next = await up(first.port)
  expect(identifyProcess(killed.stub.pid)).toBeUndefined()
  expect(next.stub.pid).not.toBe(killed.stub.pid)
  expect(postgresLog().slice(crashedAt)).toContain('automatic recovery in progress')
  expect(await record(next.stub.DATABASE_URL)).toEqual(before)
  const audit = await attest(['audit', 'verify'], { ATTEST_DATA: folder })
  expect(audit).toMatchObject({ code: 0, stderr: '' })
  const { code, stdout } = await down(next.child)
  expect(code).toBe(0)
  expect(stdout).not.toContain('Loading')
  expectNothingRuns(pid, next.stub.pid)
})

test('killed while it loads the demo, the next start has it whole', async () => {
  const home = mkdtempSync(join(tmpdir(), 'attest-start-'))
  try {
    const port = await freePort()
    const killed = start({ ATTEST_DATA: home, PORT: String(port) })
    await killed.says('Loading the demo')
    const pid = postgresPid(home) ?? 0
    killed.kill('SIGKILL')
    signalProcess(pid, 'SIGKILL')
    await killed.ended
    while (identifyProcess(pid) !== undefined) await wait(10)

    const { child, stub } = await up(port, home)
    const [list, audit] = await Promise.all([
      attest(['list', '--json'], { ATTEST_DATA: home }),
      attest(['audit', 'verify'], { ATTEST_DATA: home }),
    ])
    expect(JSON.parse(list.stdout)).toMatchObject({ articles: [{ revision: 2 }] })
    expect(audit.code).toBe(0)
    const names = await query<{ datname: string }>(stub.DATABASE_URL, 'SELECT datname FROM pg_database ORDER BY 1')
    expect(names.map(({ datname }) => datname)).toEqual(['attest', 'postgres', 'template0', 'template1'])
    expect((await down(child)).code).toBe(0)
  } finally {
    await endAll()
    await remove(home)
  }
})
