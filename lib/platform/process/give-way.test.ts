import { expect, test } from 'vitest'
import { giveWay, inTurns } from './give-way.ts'

/** Work of so many steps, each longer than one may take before others have their turn. */
function* work(name: string, steps: number, said: string[]): Generator<void, string> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 25
    while (performance.now() < until);
    said.push(`${name}${step}`)
    yield
  }
  return name
}

test('what waits for its turn has it before the work ends', async () => {
  const said: string[] = []
  setImmediate(() => said.push('someone else'))
  expect(await inTurns(work('a', 4, said))).toBe('a')
  expect(said).toContain('someone else')
  expect(said.at(-1)).toBe('a3')
})

test('of several works one goes on in each turn of the loop', async () => {
  const said: string[] = []
  let turns = 0
  const count = () => {
    said.push('turn')
    if (++turns < 40) setImmediate(count)
  }
  setImmediate(count)
  await Promise.all(['a', 'b', 'c'].map((name) => inTurns(work(name, 3, said))))
  // The first steps are taken by whoever begins; after them a turn lies between any two.
  const later = said.slice(said.indexOf('turn'))
  for (const [at, word] of later.entries()) if (word !== 'turn') expect(later[at - 1]).toBe('turn')
  expect(said.filter((word) => word !== 'turn')).toHaveLength(9)
})

test('a fault of the work is the fault of whoever waits for it', async () => {
  const broken = (function* (): Generator<void, void> {
    yield
    throw new Error('broken')
  })()
  await expect(inTurns(broken)).rejects.toThrow('broken')
  await giveWay()
})
