import { ConvergenceDesk } from '@/lib/collab/testing/convergence.ts'
import { LiveServer } from '@/lib/collab/testing/live-server.ts'
import { connect } from '@/lib/data/db.ts'

export interface ConvergeOrder {
  seeds: number
  operations: number
  /** The first seed; the others follow it. */
  first: number
  json: boolean
  say: (line: string) => void
}

/** Articles written in at once: while one waits for the disk, another goes on. */
const AT_ONCE = 4

/** Runs seed after seed on one live server, and prints what failed by its seed. @throws Error where one did */
export async function converge(databaseUrl: string, order: ConvergeOrder): Promise<void> {
  const { seeds, operations, first, json, say } = order
  const db = connect(databaseUrl)
  const server = await LiveServer.open({ databaseUrl })
  const desk = await ConvergenceDesk.open(db, server)
  const total = {
    seeds: 0,
    operations: 0,
    away: 0,
    recorded: 0,
    failed: [] as number[],
    done: {} as Record<string, number>,
  }
  const began = performance.now()
  let next = first
  const work = async () => {
    while (next < first + seeds) {
      const { seed, done, away, recorded, faults } = await desk.run({ seed: next++, operations })
      total.seeds += 1
      total.away += away
      total.recorded += recorded
      for (const [what, count] of Object.entries(done)) {
        total.done[what] = (total.done[what] ?? 0) + count
        total.operations += count
      }
      if (total.seeds % 20 === 0) say(`${total.seeds} of ${seeds} seeds …`)
      if (faults.length === 0) continue
      total.failed.push(seed)
      say(
        `Seed ${seed} failed. Again: npm run bench -- live --converge --seeds 1 --operations ${operations} --seed ${seed}`,
      )
      for (const fault of faults) say(`  ${fault}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, seeds) }, work))
  await server.close()
  await db.$disconnect()
  const seconds = Math.round((performance.now() - began) / 1_000)
  console.log(json ? JSON.stringify({ ...total, seconds }) : inWords(total, seconds))
  if (total.failed.length > 0) throw new Error(`Seeds that did not converge: ${total.failed.join(', ')}`)
}

function inWords(
  total: { seeds: number; operations: number; away: number; recorded: number; failed: number[]; done: object },
  seconds: number,
): string {
  const { seeds, operations, away, recorded, failed, done } = total
  const kinds = Object.entries(done)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')
  return `${seeds} seeds, ${operations} operations by five people, ${away} times away, ${recorded} recordings meanwhile: ${failed.length} failed (${seconds} s)\n${kinds}`
}
