import { stopper } from './stopper.ts'
import { parts, prepare } from './test-parts.ts'
import { honest, type Tally } from './test-results.ts'

/** `npm test` runs every part; `npm run check -- PART [ARGUMENTS]` one of them, and hands it the arguments. */
const [name, ...args] = process.argv.slice(2)
const stop = stopper()

if (name !== undefined && !(name in parts)) {
  console.error(`There is no part "${name}". The parts are: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

const sum: Tally = { passed: 0, failed: 0 }
for (const [part, run] of Object.entries(parts)) {
  if (name !== undefined && part !== name) continue
  const began = Date.now()
  console.log(`\n── ${part} ──`)
  const tally = await prepare()
    .then(() => run(args, stop))
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return honest({ passed: 0, failed: 0 }, 1)
    })
  if (stop.signal.aborted) break
  console.log(`${part}: ${tally.passed} passed, ${tally.failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  sum.passed += tally.passed
  sum.failed += tally.failed
}

if (!stop.signal.aborted) {
  await stop.now(sum.failed === 0 ? 0 : 1, () => console.log(`\n${sum.passed} passed, ${sum.failed} failed`))
}
