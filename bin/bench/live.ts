import type { Stopper } from '../stopper.ts'
import { type Figure, figure, sampleOf } from './figure.ts'
import { arrangeLive, type LiveArrangement } from './live-arrangement.ts'
import { killDatabase, killServer, type Losses } from './live-kill.ts'
import { measureLatency } from './live-latency.ts'
import { soak } from './live-soak.ts'
import type { LiveStand } from './live-stand.ts'
import { catchUp, memoryPerClient, storedSize } from './live-upkeep.ts'

export interface LiveOrder {
  /** Which parts; all where none is named. */
  only: string | undefined
  rounds: number
  trials: number
  /** Seconds; instead of everything else. */
  soak: number | undefined
}

type Tell = (figure: Figure) => void
type Part = (live: LiveArrangement, order: LiveOrder, tell: Tell) => Promise<void>

const parts: Record<string, Part> = { latency, kills, catchup, size, memory }

/** The live desk against Hocuspocus as it comes, on the same machine and in the same run. */
export async function measureLive(order: LiveOrder, stop: Stopper, tell: Tell): Promise<void> {
  if (order.only !== undefined && !Object.hasOwn(parts, order.only))
    throw new Error(`There is no part "${order.only}": ${Object.keys(parts).join(', ')}.`)
  const live = await arrangeLive(stop)
  if (order.soak !== undefined) return soakIt(live, order.soak)
  for (const [name, part] of Object.entries(parts))
    if (order.only === undefined || order.only === name) await part(live, order, tell)
}

async function latency({ attest, bare }: LiveArrangement, { rounds }: LiveOrder, tell: Tell): Promise<void> {
  await withStarted([attest, bare], async () => {
    for (const clients of [2, 20, 50])
      for (const found of await measureLatency([attest, bare], clients, { rounds, seconds: 5 })) tell(found)
  })
}

async function kills({ postgres, attest, bareStored }: LiveArrangement, { trials }: LiveOrder, tell: Tell) {
  const one = ({ lost, acknowledged }: Losses) => ({ median: lost, count: acknowledged })
  const compare = async (name: string, number: number, kill: (stand: LiveStand) => Promise<Losses>) => {
    const found: Losses[] = []
    for (const stand of [attest, bareStored]) await withStarted([stand], async () => void found.push(await kill(stand)))
    const [ours, bare] = found as [Losses, Losses]
    tell(figure(`acknowledged, then ${number} × kill -9 of ${name}`, one(ours), one(bare), undefined, 'lost'))
  }
  await compare('the server', trials, (stand) => killServer(stand, trials))
  const fewer = Math.ceil(trials / 5)
  await compare('Postgres', fewer, (stand) => killDatabase(stand, postgres, fewer))
}

async function catchup({ attest, bare }: LiveArrangement, { rounds }: LiveOrder, tell: Tell): Promise<void> {
  await withStarted([attest, bare], async () => {
    const times: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++)
      for (const [at, stand] of [attest, bare].entries()) times[at]?.push(await catchUp(stand, 1_000))
    tell(figure('back after 1,000 edits of somebody else', sampleOf(times[0]), sampleOf(times[1])))
  })
}

async function size({ attest, bareStored }: LiveArrangement, _: LiveOrder, tell: Tell): Promise<void> {
  for (const stand of [attest, bareStored])
    await withStarted([stand], async () => {
      const { stored, plain } = await storedSize(stand, 10_000)
      const name = `stored after 10,000 edits, ${stand.name} (against its words)`
      tell(figure(name, sampleOf([stored]), sampleOf([plain]), undefined, 'bytes'))
    })
}

async function memory({ attest, bare }: LiveArrangement, { rounds }: LiveOrder, tell: Tell): Promise<void> {
  const kilobytes: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++)
    // A new process each time: one that had many clients keeps their room.
    for (const [at, stand] of [attest, bare].entries())
      await withStarted([stand], async () => void kilobytes[at]?.push(await memoryPerClient(stand, 200)))
  const [ours, theirs] = [sampleOf(kilobytes[0]), sampleOf(kilobytes[1])]
  tell(figure('memory of the server for each of 200 idle clients', ours, theirs, undefined, 'kB'))
}

async function soakIt({ attest }: LiveArrangement, seconds: number): Promise<void> {
  await withStarted([attest], async () => {
    const soaked = await soak(attest, seconds)
    console.log(JSON.stringify(soaked))
    if (soaked.lost > 0 || !soaked.converged) throw new Error('The soak found a fault: see the line above.')
  })
}

async function withStarted(stands: readonly LiveStand[], work: () => Promise<void>): Promise<void> {
  for (const stand of stands) await stand.start()
  await work()
  for (const stand of stands) await stand.kill()
}
