import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { houseAuthority } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { giveFile } from '@/lib/data/snapshot/capture.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { endReading } from '@/lib/exchange/reading/reading.ts'
import { bibliographyBombs, pageBombs } from '@/lib/exchange/testing/bombs.ts'
import { hostileInput } from '@/lib/exchange/testing/hostile-input.ts'
import { readHostile } from '@/lib/exchange/testing/read-hostile.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { mapFew } from '@/lib/platform/map-few.ts'
import { quantile } from './figure.ts'
import { watchServer } from './server-watch.ts'

/** One in so many files goes the whole way: given to the desk, read by the server's jobs, kept and recorded. */
const WHOLE_WAY = 10
/** How many captures wait at once; the desk takes two hundred. */
const MOST_OPEN = 100

type Place = { db: Db; workspaceId: string; url: string; pid: number; blobs: string }
type Said = (line: string) => void

export type HostileResult = {
  inputs: number
  bombs: number
  read: number
  refused: number
  captured: number
  unended: number
  faults: string[]
  seconds: number
  health: { asked: number; failed: number; median: number; p99: number; max: number }
  megabytes: number
}

/**
 * Reads generated hostile inputs, and the known bombs, beside a running server: every tenth by the server itself, as a
 * file that someone gave; the others by the same reading processes from here, so that the machine is as busy. All the
 * while the server is asked for its health, and its memory is added up with that of its processes.
 */
export async function measureHostile(place: Place, inputs: number, say: Said): Promise<HostileResult> {
  const began = performance.now()
  const watch = watchServer(place.url, place.pid)
  const captured = new Captures(place)
  await captured.open()
  const count = { read: 0, refused: 0 }
  const faults: string[] = []
  const take = async (number: number) => {
    const input = hostileInput(number)
    if (number % 10_000 === 0) say(`${number} of ${inputs} …`)
    try {
      // A number that tenths share no kind with.
      if ('bytes' in input && Math.floor(number / 10) % WHOLE_WAY === 0) await captured.give(input.bytes, number)
      else count[await readHostile(input)] += 1
    } catch (error) {
      faults.push(`input ${number}: ${error}`)
    }
  }
  await mapFew(range(inputs), 4, take)
  say('The known bombs …')
  const bombs = pageBombs()
  for (const [, bytes] of bombs) await captured.give(bytes, null)
  for (const [name, text, kind] of bibliographyBombs())
    await readHostile({ kind, text }).catch((error: unknown) => faults.push(`${name}: ${error}`))
  const unended = await captured.allEnded()
  const { health, failed, megabytes } = await watch.end()
  await endReading()
  const rounded = (value: number) => Math.round(value * 10) / 10
  return {
    inputs,
    bombs: bombs.length + bibliographyBombs().length,
    ...count,
    captured: captured.given,
    unended,
    faults,
    seconds: rounded((performance.now() - began) / 1_000),
    health: {
      asked: health.length,
      failed,
      median: rounded(quantile(health, 0.5)),
      p99: rounded(quantile(health, 0.99)),
      max: rounded(Math.max(...health)),
    },
    megabytes: Math.round(megabytes),
  }
}

/** A line each for people; whether the aims are met is said with them. */
export function hostileLines({ health, ...result }: HostileResult): string[] {
  const met = (holds: boolean) => (holds ? 'met' : 'MISSED')
  return [
    `${result.inputs} inputs and ${result.bombs} bombs in ${result.seconds} s: ${result.read} read, ${result.refused} refused in words, ${result.captured} given to the server`,
    `faults: ${result.faults.length}, captures that did not end: ${result.unended} (aim 0: ${met(result.faults.length + result.unended === 0)})`,
    `health: asked ${health.asked} times, ${health.failed} failed; median ${health.median} ms, 99 % below ${health.p99} ms, longest ${health.max} ms (aim 250 ms: ${met(health.failed === 0 && health.max <= 250)})`,
    `memory of the server and its processes: at most ${result.megabytes} MB (aim 1,000 MB: ${met(result.megabytes < 1_000)})`,
    ...result.faults.slice(0, 20),
  ]
}

class Captures {
  given = 0
  private sourceId = ''
  private readonly authority
  private readonly store

  constructor(private readonly place: Place) {
    this.authority = houseAuthority(place.workspaceId)
    this.store = diskBlobStore(join(place.blobs))
  }

  async open(): Promise<void> {
    const csl = { type: 'document', title: 'What strangers sent' } as const
    this.sourceId = (await addSource(this.place.db, this.authority, { csl, reliability: null, gradeReason: '' })).id
  }

  async give(bytes: Uint8Array, number: number | null): Promise<void> {
    while ((await this.openNow()) >= MOST_OPEN) await wait(50)
    const sha256 = await this.store.put(bytes)
    const file = { sha256, fileName: number === null ? 'bomb' : `input ${number}`, mediaType: null }
    await giveFile(this.place.db, this.authority, { sourceId: this.sourceId, file })
    this.given += 1
  }

  /** How many have not ended ten minutes after the last was given. */
  async allEnded(): Promise<number> {
    for (const deadline = Date.now() + 600_000; Date.now() < deadline; await wait(200))
      if ((await this.openNow()) === 0) return 0
    return this.openNow()
  }

  private openNow(): Promise<number> {
    return this.place.db.capture.count({ where: { workspaceId: this.place.workspaceId, endedAt: null } })
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
