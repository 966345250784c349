import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { getState } from 'yjs'
import { LiveClient } from '@/lib/collab/testing/live-client.ts'
import { Crowd } from './crowd.ts'
import type { LiveStand } from './live-stand.ts'

/** Milliseconds until a client that was away for so many edits has them, from the moment it connects again. */
export async function catchUp(stand: LiveStand, edits: number): Promise<number> {
  const documentName = await stand.newDocument()
  const [busy, away] = await open(stand, documentName, 2)
  if (!busy || !away) throw new Error('no clients')
  away.disconnect()
  await away.closedWith()
  await type([busy], edits)
  const upTo = getState(busy.doc.store, busy.doc.clientID)
  const equal = new Promise<void>((resolve) => {
    away.doc.on('update', () => {
      if (getState(away.doc.store, busy.doc.clientID) >= upTo) resolve()
    })
  })
  const began = performance.now()
  away.reconnect()
  await equal
  const taken = performance.now() - began
  if (away.words !== busy.words) throw new Error(`${stand.name}: the client that came back says something else`)
  for (const client of [busy, away]) client.close()
  return taken
}

/** Bytes that a document takes in the database after so many edits by four people, and those of its words alone. */
export async function storedSize(stand: LiveStand, edits: number): Promise<{ stored: number; plain: number }> {
  const documentName = await stand.newDocument()
  const people = await open(stand, documentName, 4)
  await type(people, edits)
  const plain = Buffer.byteLength(people[0]?.words ?? '')
  for (const client of people) client.close()
  // What is young is kept in pieces for a while; the next who opens it finds it old enough to be put together.
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(22_000)) {
    const [reader] = await open(stand, documentName, 1)
    await wait(1_000)
    reader?.close()
    await wait(500)
    const stored = await stand.storedBytes(documentName)
    if (stored !== undefined) return { stored, plain }
  }
  throw new Error(`${stand.name}: the document was not put together within two minutes`)
}

/** kB of the server's memory for each client that is there and does nothing. */
export async function memoryPerClient(stand: LiveStand, clients: number): Promise<number> {
  const documentName = await stand.newDocument()
  // The first ones bring in code and buffers that stay.
  const first = await Crowd.enter(stand, documentName, 100)
  await wait(3_000)
  const before = residentMemory(stand.pid())
  const more = await Crowd.enter(stand, documentName, clients, 0, 100)
  await wait(3_000)
  const after = residentMemory(stand.pid())
  await Promise.all([first.leave(), more.leave()])
  return (after - before) / clients
}

async function open(stand: LiveStand, documentName: string, count: number): Promise<LiveClient[]> {
  const clients = Array.from({ length: count }, (_, n) =>
    LiveClient.open({ url: stand.url, documentName, headers: stand.headersFor(n) }),
  )
  await Promise.all(clients.map((client) => client.acknowledged()))
  return clients
}

/** Words of eight letters and a space, letter by letter, each begun at another place; one letter in ten is taken back. */
async function type(people: readonly LiveClient[], edits: number): Promise<void> {
  const hands = people.map((client, n) => ({ client, at: n * 7, typed: 0 }))
  for (let done = 0; done < edits; ) {
    for (const hand of hands)
      for (let n = 0; n < 25 && done < edits; n++, done++) {
        const letter = hand.typed++ % 10
        if (letter === 0) hand.at = (hand.at + 211) % 400
        if (letter === 9) remove(hand.client, --hand.at)
        else hand.client.insert(letter === 8 ? ' ' : 'etaoinsh'.charAt(letter), hand.at++)
      }
    // A server may take a client that types faster than this for a broken one.
    await wait(100)
  }
  await Promise.all(people.map((client) => client.acknowledged()))
  const everything = () => people.every((client) => client.words === people[0]?.words)
  while (!everything()) await wait(10)
}

function remove(client: LiveClient, at: number): void {
  const text = client.paragraph
  if (at < text.length) text.delete(at, 1)
}

function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
}
