import { setTimeout as wait } from 'node:timers/promises'
import { LiveClient } from '@/lib/collab/testing/live-client.ts'
import type { KillablePostgres } from './killable-postgres.ts'
import type { LiveStand } from './live-stand.ts'

export interface Losses {
  trials: number
  /** Edits that the server acknowledged, and how many of them no one found again. */
  acknowledged: number
  lost: number
}

/** `kill -9` of the server right after it acknowledged a few words; then a client that knows nothing looks for them. */
export async function killServer(stand: LiveStand, trials: number): Promise<Losses> {
  const told = new Told(stand, await stand.newDocument())
  for (let trial = 0; trial < trials; trial++) {
    const writer = await told.client()
    const words = Array.from({ length: 1 + (trial % 3) }, (_, n) => ` §${trial}.${n}`)
    for (const word of words) writer.insert(word)
    await writer.acknowledged()
    told.acknowledged(words)
    await stand.kill()
    // It must not bring back what the server forgot.
    writer.close()
    await stand.start()
  }
  return told.losses(trials)
}

/**
 * `kill -9` of Postgres right after an acknowledgement. A second word is typed while it is away and waits for its
 * acknowledgement until it is back; then the server is killed too, so that only what is on disk counts.
 */
export async function killDatabase(stand: LiveStand, postgres: KillablePostgres, trials: number): Promise<Losses> {
  const told = new Told(stand, await stand.newDocument())
  for (let trial = 0; trial < trials; trial++) {
    const writer = await told.client()
    const [before, while_] = [` §${trial}.before`, ` §${trial}.while`]
    writer.insert(before)
    await writer.acknowledged()
    told.acknowledged([before])
    await postgres.kill()
    writer.insert(while_)
    await wait(100)
    await postgres.resume()
    await writer.acknowledged()
    told.acknowledged([while_])
    await stand.kill()
    writer.close()
    await stand.start()
  }
  return told.losses(trials)
}

/** What was acknowledged of one document. */
class Told {
  private readonly words: string[] = []

  constructor(
    private readonly stand: LiveStand,
    private readonly documentName: string,
  ) {}

  acknowledged(words: readonly string[]): void {
    this.words.push(...words)
  }

  async client(): Promise<LiveClient> {
    const { stand, documentName } = this
    const client = LiveClient.open({ url: stand.url, documentName, headers: stand.headersFor(0) })
    await client.acknowledged()
    return client
  }

  async losses(trials: number): Promise<Losses> {
    const reader = await this.client()
    const found = `${reader.words.replaceAll('\n', ' ')} `
    reader.close()
    const lost = this.words.filter((word) => !found.includes(word)).length
    return { trials, acknowledged: this.words.length, lost }
  }
}
