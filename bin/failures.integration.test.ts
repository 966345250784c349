import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DeskClients } from '@/lib/collab/testing/desk-clients.ts'
import { LiveServer } from '@/lib/collab/testing/live-server.ts'
import { Repeated } from '@/lib/data/command.ts'
import { connect, type Db } from '@/lib/data/db.ts'
import { readWorking } from '@/lib/data/live/working.ts'
import { recordWording } from '@/lib/data/revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { breaksOf } from '@/lib/data/testing/fresh-database.ts'
import { documentOfShared, sharedOf } from '@/lib/editor/shared-document.ts'
import { newId } from '@/lib/platform/ids.ts'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { type KillablePostgres, openKillablePostgres } from './bench/killable-postgres.ts'
import { root } from './root.ts'

// A Postgres of their own that waits for the disk, on a file system of their own that can be full.

const TRIALS = 20
const DISK = '260m'

const folder = mkdtempSync(join(tmpdir(), 'attest-failures-'))
// Only root may mount; elsewhere the disk is whole, and what needs a full one is not run.
const hasOwnDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'none', folder]).status === 0

let postgres: KillablePostgres
let db: Db
let desk: TestDesk
let server: LiveServer
let pages: DeskClients

beforeAll(async () => {
  chmodSync(folder, 0o755)
  postgres = await openKillablePostgres(folder)
  await migrate(postgres.url, join(root, 'prisma', 'migrations'))
  db = connect(postgres.url)
  desk = await openDesk(db, 'Failures')
  server = await LiveServer.open({ databaseUrl: postgres.url })
  pages = new DeskClients(server, desk)
})
afterAll(async () => {
  pages?.closeAll()
  await server?.close()
  await db?.$disconnect()
  await postgres?.close()
  if (hasOwnDisk) spawnSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})

/** Sends one command; asked again with the same id until it was heard. @returns how many answers were faults */
async function untilHeard(send: () => Promise<{ outcome: string }>): Promise<number> {
  for (let faults = 0; faults < 200; faults++) {
    const heard = await send().then(
      ({ outcome }) => outcome === 'recorded' || `unexpected: ${outcome}`,
      (error: unknown) => error instanceof Repeated,
    )
    if (typeof heard === 'string') throw new Error(heard)
    if (heard) return faults
    await wait(50)
  }
  throw new Error('never heard')
}

async function recorder(text: string): Promise<() => Promise<{ outcome: string }>> {
  const [editor, claim] = [await whenBack(() => as(db, desk, 'editor')), await whenBack(() => claimNow(db, desk, 3))]
  const command = { ...claim, text, reason: 'Map', commandId: newId() }
  return () => recordWording(db, editor, command)
}

/** A connection of the pool that died shows at its next use. */
async function whenBack<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 200; tries++)
    try {
      return await ask()
    } catch {
      await wait(50)
    }
  return ask()
}

const numbers = async () =>
  (await db.revision.findMany({ where: { articleId: desk.articleId }, orderBy: { number: 'asc' } })).map(
    ({ number }) => number,
  )

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

async function keptWords(): Promise<string> {
  const working = await readWorking(db, await as(db, desk, 'viewer'))
  if (!working) return ''
  const shared = sharedOf([working.state, ...working.updates.map(({ update }) => update)])
  return JSON.stringify(documentOfShared(shared))
}

describe(`${TRIALS} times, the database is killed in the midst of a change`, { timeout: 240_000 }, () => {
  test('all of it is there or nothing, a retry counts once, and nothing acknowledged is lost', async () => {
    const before = (await numbers()).length
    const page = await pages.of('checker')
    const typed: string[] = []
    let faults = 0
    for (let trial = 0; trial < TRIALS; trial++) {
      page.insert(`§a${trial} `, 3)
      await page.acknowledged()
      const record = await recorder(`The mill stood by pond ${trial}.`)
      const holder = new Client({ connectionString: postgres.url })
      holder.on('error', () => {})
      await holder.connect()
      // Every second time it is held open in its midst, so that it is cut off for sure; else it dies wherever it is.
      if (trial % 2 === 0) {
        await holder.query('BEGIN')
        await holder.query('SELECT 1 FROM "Clock" WHERE "id" = $1 FOR UPDATE', [desk.articleId])
      }
      const heard = untilHeard(record)
      await wait(trial % 2 === 0 ? 60 : trial)
      await postgres.kill()
      page.insert(`§b${trial} `, 3)
      await wait(20)
      await postgres.resume()
      faults += await heard
      await page.acknowledged()
      typed.push(`§a${trial} `, `§b${trial} `)
      await holder.end().catch(() => {})
    }
    expect(faults).toBeGreaterThanOrEqual(TRIALS / 2)
    expect(await whenBack(numbers)).toEqual(upTo(before + TRIALS))
    const kept = await keptWords()
    expect(typed.filter((word) => !kept.includes(word.trim()))).toEqual([])
    expect(await breaksOf(postgres.url)).toEqual([])
  })
})

describe.skipIf(!hasOwnDisk)(`${TRIALS} times, the disk is full`, { timeout: 240_000 }, () => {
  test('what was not kept is a fault, what was acknowledged is there, and a retry counts once', async () => {
    const before = (await whenBack(numbers)).length
    const page = await pages.of('checker')
    const typed: string[] = []
    let faults = 0
    let landed = 0
    let unkept = 0
    for (let trial = 0; trial < TRIALS; trial++) {
      const ballast = fillDisk()
      // What fits in pages that are there already is kept; a page more than those is not.
      let record = await recorder(longText(trial, 0))
      let heard = false
      for (let n = 1; n <= 60 && !heard; n++) {
        heard = await record().then(
          () => false,
          () => true,
        )
        if (heard) break
        landed += 1
        record = await recorder(longText(trial, n))
      }
      expect(heard, `trial ${trial} met a full disk`).toBe(true)
      faults += 1
      const word = `§d${trial} `
      page.insert(word, 3)
      page.insert('x'.repeat(200_000), 0)
      await wait(100)
      if (!page.isAcknowledged) unkept += 1
      rmSync(ballast)
      await postgres.resume()
      await untilHeard(record)
      landed += 1
      await page.acknowledged()
      typed.push(word)
    }
    expect(faults).toBe(TRIALS)
    expect(unkept).toBeGreaterThan(0)
    expect(await whenBack(numbers)).toEqual(upTo(before + landed))
    const kept = await keptWords()
    expect(typed.filter((word) => !kept.includes(word.trim()))).toEqual([])
    expect(await breaksOf(postgres.url)).toEqual([])
  })
})

/** Takes every byte that is left. */
function fillDisk(): string {
  const file = join(folder, 'ballast')
  const handle = openSync(file, 'w')
  try {
    for (const size of [1 << 20, 4_096]) {
      const block = Buffer.alloc(size)
      try {
        while (writeSync(handle, block) === size);
      } catch {
        // It is full.
      }
    }
  } finally {
    closeSync(handle)
  }
  return file
}

/** Words that compress badly, so that they take the room that they seem to. */
function longText(trial: number, n: number): string {
  const words = Array.from({ length: 300 }, (_, at) => ((trial + 1) * 7_919 * (n + 3) * (at + 11)).toString(36))
  return `Mill ${trial} ${n} ${words.join(' ')}.`
}
