import { setTimeout as wait } from 'node:timers/promises'
import type * as Y from 'yjs'
import { LiveClient } from '@/lib/collab/testing/live-client.ts'
import type { LiveStand } from './live-stand.ts'

export interface Soaked {
  clients: number
  edits: number
  away: number
  kills: number
  acknowledged: number
  /** Acknowledged edits that are not in the document at the end. */
  lost: number
  /** Whether everyone, and someone new, says the same in the end. */
  converged: boolean
}

const PATIENCE = 60_000

/** People who write, go away and come back for so long, over a server that is killed now and then. */
export async function soak(stand: LiveStand, seconds: number, clients = 20): Promise<Soaked> {
  const documentName = await stand.newDocument()
  const open = (n: number) => LiveClient.open({ url: stand.url, documentName, headers: stand.headersFor(n) })
  const people = Array.from({ length: clients }, (_, n) => new Person(open(n), n))
  await Promise.all(people.map(({ client }) => client.acknowledged()))
  const until = Date.now() + seconds * 1_000
  const result = { clients, edits: 0, away: 0, kills: 0 }
  const killing = (async () => {
    for (;;) {
      const pause = 3_000 + Math.random() * 12_000
      if (Date.now() + pause > until) return
      await wait(pause)
      await stand.kill()
      result.kills += 1
      await wait(Math.random() * 500)
      await stand.start()
    }
  })()
  await Promise.all([killing, ...people.map((person) => person.live(until, result))])
  for (const { client } of people) client.reconnect()
  await within(Promise.all(people.map(({ client }) => client.acknowledged())), 'not everybody was heard in the end')
  for (const person of people) person.note()
  const reader = open(0)
  await reader.acknowledged()
  const same = () => people.every(({ client }) => client.text.toString() === reader.text.toString())
  for (const deadline = Date.now() + PATIENCE; !same() && Date.now() < deadline; ) await wait(100)
  const found = `${reader.words.replaceAll('\n', ' ')} `
  const kept = people.flatMap(({ acknowledged }) => acknowledged)
  const lost = kept.filter((word) => !found.includes(word)).length
  const converged = same()
  for (const client of [reader, ...people.map((person) => person.client)]) client.close()
  return { ...result, acknowledged: kept.length, lost, converged }
}

class Person {
  readonly acknowledged: string[] = []
  private pending: string[] = []
  private count = 0

  constructor(
    readonly client: LiveClient,
    private readonly number: number,
  ) {}

  async live(until: number, tally: { edits: number; away: number }): Promise<void> {
    let back = 0
    while (Date.now() < until) {
      await wait(50 + Math.random() * 250)
      this.note()
      if (back > 0 && Date.now() > back) {
        this.client.reconnect()
        back = 0
      } else if (back === 0 && Math.random() < 0.01) {
        this.client.disconnect()
        back = Date.now() + Math.random() * 5_000
        tally.away += 1
      }
      this.edit()
      tally.edits += 1
    }
  }

  /** What the server has acknowledged by now must be there for ever. */
  note(): void {
    if (this.client.isAcknowledged) this.acknowledged.push(...this.pending.splice(0))
  }

  private edit(): void {
    const text = this.client.paragraph
    const words = plain(text)
    const at = Math.floor(Math.random() * words.length)
    if (Math.random() < 0.3) {
      // A letter of a word that is no one's mark.
      const begins = words.lastIndexOf(' ', at) + 1
      if (words[begins] !== '§' && words[at] !== ' ') text.delete(at, 1)
      return
    }
    const word = `§${this.number}.${++this.count}.`
    const gap = words.indexOf(' ', at)
    // Its space comes with it, so nothing typed at the same place by others can stand inside.
    text.insert(gap < 0 ? words.length : gap, ` ${word}`)
    this.pending.push(word)
  }
}

function plain(text: Y.XmlText): string {
  return text.toDelta().reduce((all: string, { insert }: { insert: unknown }) => `${all}${insert}`, '')
}

async function within<T>(work: Promise<T>, failure: string): Promise<T> {
  const late = wait(PATIENCE, undefined, { ref: false }).then(() => Promise.reject(new Error(failure)))
  return Promise.race([work, late])
}
