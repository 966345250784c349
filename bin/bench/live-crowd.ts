import { setTimeout as wait } from 'node:timers/promises'
import { LiveClient } from '@/lib/collab/testing/live-client.ts'
import { stopper } from '../stopper.ts'

/**
 * Clients of a live server in a process of their own, so that their work is not in the way of those who measure. They
 * take in the document once, and from then on only type: what others do arrives and is laid aside. Told by messages.
 */
export interface CrowdOrder {
  url: string
  documentName: string
  /** One client each. */
  headers: Record<string, string>[]
  /** Of every client, in a second; 0: they are only there. */
  edits: number
}

const stop = stopper()
const clients: LiveClient[] = []
const timers: NodeJS.Timeout[] = []
stop.undo(() => {
  for (const timer of timers) clearTimeout(timer)
  for (const client of clients) client.close()
})

process.on('message', (order: CrowdOrder | 'type' | 'leave') => {
  if (order === 'leave') void stop.now(0)
  else if (order === 'type') for (const [n, client] of clients.entries()) startTyping(client, n)
  else void enter(order)
})
process.on('disconnect', () => void stop.now(0))

let interval = 0

async function enter({ url, documentName, headers, edits }: CrowdOrder): Promise<void> {
  interval = edits > 0 ? 1_000 / edits : 0
  for (const own of headers) {
    const client = LiveClient.open({ url, documentName, headers: own })
    await client.acknowledged()
    client.provider.onMessage = async () => undefined
    clients.push(client)
  }
  await wait(100)
  process.send?.('there')
}

function startTyping(client: LiveClient, n: number): void {
  if (interval === 0) return
  let at = n * 5
  const type = () => client.insert('x', ++at)
  // Not all in the same instant.
  timers.push(setTimeout(() => timers.push(setInterval(type, interval)), (interval * n) / clients.length))
}
