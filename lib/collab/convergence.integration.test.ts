import { afterAll, beforeAll, expect, test } from 'vitest'
import { breaksOf, ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { ConvergenceDesk } from './testing/convergence.ts'
import { LiveServer } from './testing/live-server.ts'

// The whole of it, 200 seeds of 300 operations for each of five people: `npm run bench -- live --converge`.

const at = ownDatabase()
// In the third, a change of someone else's leaves a caret without a place, and the editor would go on showing the old text.
const SEEDS = [1, 2, 3, 4]
const OPERATIONS = 120

let server: LiveServer
let desk: ConvergenceDesk

beforeAll(async () => {
  server = await LiveServer.open({ databaseUrl: at.url })
  desk = await ConvergenceDesk.open(at.db, server)
})
afterAll(() => server?.close())

test.each(SEEDS)(
  'five people who do all that one can do end with one text, stored and loaded again (seed %i)',
  async (seed) => {
    const { faults, done } = await desk.run({ seed, operations: OPERATIONS })
    expect(faults).toEqual([])
    expect(Object.values(done).reduce((sum, count) => sum + count, 0)).toBe(5 * OPERATIONS)
  },
)

test('the record beside them holds', async () => {
  expect(await breaksOf(at.url)).toEqual([])
})
