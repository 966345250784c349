import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readWorking } from '@/lib/data/live/working.ts'
import { as, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { atOnce } from '@/lib/domain/text/step.ts'
import { blocksOfWorking, wordsByClaim } from '@/lib/exchange/working-text.ts'
import { freePort } from '@/lib/platform/postgres/ports.ts'
import { DeskClients } from './testing/desk-clients.ts'
import { KillableServer } from './testing/killable-server.ts'
import type { LiveClient } from './testing/live-client.ts'

const at = ownDatabase()
const PEOPLE = 6
const ROUNDS = 60
const KILLED_AT = [20, 45]

let desk: TestDesk
let port: string
let server: KillableServer
let pages: DeskClients

beforeAll(async () => {
  desk = await openDesk(at.db)
  port = String(await freePort())
  server = await KillableServer.start({ DATABASE_URL: at.url, PORT: port })
  pages = new DeskClients(server, desk)
})
afterAll(async () => {
  pages?.closeAll()
  await server?.kill()
})

/** The same numbers in every run; `ATTEST_SEED` tries others. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    // Park and Miller, "Random number generators: good ones are hard to find", 1988.
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

test('people who type, leave and return, on a server that is killed, end with one text that has every word', async () => {
  const seed = Number(process.env.ATTEST_SEED) || 20_261_124
  console.log(`seed ${seed}`)
  const roll = dice(seed)
  const people: LiveClient[] = []
  for (let n = 0; n < PEOPLE; n++) people.push(await pages.of(n % 2 === 0 ? 'editor' : 'checker'))
  const away = new Set<number>()
  const typed: string[] = []
  const safe = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, page] of people.entries()) {
      const word = `w${who}r${round} `
      page.insert(word, 3 + roll(8))
      typed.push(word)
      if (roll(50) === 0 && !away.has(who)) {
        page.disconnect()
        away.add(who)
      } else if (away.has(who) && roll(5) === 0) {
        await page.closedWith()
        page.reconnect()
        away.delete(who)
      }
    }
    // Messages travel between two rounds, as they do between two keys.
    await new Promise((resolve) => setImmediate(resolve))
    const here = people.filter((_, who) => !away.has(who))
    if (round % 10 === 9) {
      await Promise.all(here.map((page) => page.acknowledged()))
      for (const [who] of people.entries())
        if (!away.has(who)) for (let r = 0; r <= round; r++) safe.add(`w${who}r${r} `)
    }
    if (KILLED_AT.includes(round)) {
      await server.kill()
      server = await KillableServer.start({ DATABASE_URL: at.url, PORT: port })
      const text = await kept()
      for (const word of safe) expect(lettersOf(text, word), word).toBe(true)
    }
  }
  for (const who of away) {
    await people[who]?.closedWith()
    people[who]?.reconnect()
  }
  await Promise.all(people.map((page) => page.acknowledged()))
  await vi.waitFor(() => expect(new Set(people.map(({ words }) => words)).size).toBe(1), { timeout: 20_000 })
  const text = await kept()
  for (const word of typed) expect(lettersOf(text, word), word).toBe(true)
})

async function kept(): Promise<string> {
  const working = await readWorking(at.db, await as(at.db, desk, 'viewer'))
  return working ? (wordsByClaim(atOnce(blocksOfWorking(working))).get(2) ?? '') : ''
}

/** Others may type in the middle of a word, so it need not stand together; its letters stand in their order. */
function lettersOf(text: string, word: string): boolean {
  let at = 0
  for (const letter of word.trim()) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
