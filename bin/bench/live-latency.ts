import { setTimeout as wait } from 'node:timers/promises'
import { getState } from 'yjs'
import { LiveClient } from '@/lib/collab/testing/live-client.ts'
import { Crowd } from './crowd.ts'
import { type Figure, figure, quantile } from './figure.ts'
import type { LiveStand } from './live-stand.ts'

const EDITS_A_SECOND = 10
const AIM = 1.6

interface Round {
  p50: number
  p95: number
  count: number
}

/**
 * How long a keystroke of one client takes to arrive at another, while `clients` clients type ten a second each in one
 * document. Both servers by turns, a new document each time; medians of the rounds.
 */
export async function measureLatency(
  [ours, bare]: [LiveStand, LiveStand],
  clients: number,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Figure[]> {
  const all: [Round[], Round[]] = [[], []]
  const stands: [0 | 1, LiveStand][] = [
    [0, ours],
    [1, bare],
  ]
  for (let round = 0; round < rounds; round++)
    // The first of a round finds a colder machine than the second: each is first in turn.
    for (const [at, stand] of round % 2 === 0 ? stands : stands.toReversed())
      all[at].push(await oneRound(stand, clients, seconds))
  const middle = (of: Round[], which: 'p50' | 'p95') => ({
    median: quantile(
      of.map((round) => round[which]),
      0.5,
    ),
    count: of.reduce((sum, { count }) => sum + count, 0),
  })
  return (['p50', 'p95'] as const).map((which) =>
    figure(`keystroke to arrival, ${clients} clients, ${which}`, middle(all[0], which), middle(all[1], which), AIM),
  )
}

async function oneRound(stand: LiveStand, clients: number, seconds: number): Promise<Round> {
  const documentName = await stand.newDocument()
  const pair = [0, 1].map((n) => LiveClient.open({ url: stand.url, documentName, headers: stand.headersFor(n) }))
  const [ann, ben] = pair as [LiveClient, LiveClient]
  await Promise.all(pair.map((client) => client.acknowledged()))
  const crowd = clients > 2 ? await Crowd.enter(stand, documentName, clients - 2, EDITS_A_SECOND, 2) : undefined
  const times: number[] = []
  const hands = [new Hand(ann, ben, times), new Hand(ben, ann, times)]
  crowd?.type()
  const timers = hands.map((hand) => setInterval(() => hand.type(), 1_000 / EDITS_A_SECOND))
  await wait(2_000)
  times.length = 0
  await wait(seconds * 1_000)
  for (const timer of timers) clearInterval(timer)
  const measured = [...times]
  for (const client of pair) client.close()
  await crowd?.leave()
  return { p50: quantile(measured, 0.5), p95: quantile(measured, 0.95), count: measured.length }
}

/** Types at one client and notes when each keystroke is at another: by the writer's own clock in the document. */
class Hand {
  private readonly under: { clock: number; began: number }[] = []
  private at = Math.floor(Math.random() * 200)

  constructor(
    private readonly from: LiveClient,
    to: LiveClient,
    times: number[],
  ) {
    to.doc.on('update', () => {
      const now = performance.now()
      const known = getState(to.doc.store, from.doc.clientID)
      while (this.under[0] && this.under[0].clock <= known) times.push(now - (this.under.shift()?.began ?? now))
    })
  }

  type(): void {
    const began = performance.now()
    this.from.insert('x', ++this.at)
    this.under.push({ clock: getState(this.from.doc.store, this.from.doc.clientID), began })
  }
}
