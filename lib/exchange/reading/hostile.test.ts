import { afterAll, expect, test } from 'vitest'
import { mapFew } from '@/lib/platform/map-few.ts'
import { hostileInput } from '../testing/hostile-input.ts'
import { readHostile } from '../testing/read-hostile.ts'
import { endReading } from './reading.ts'

afterAll(endReading)

// `npm run bench -- hostile` reads a hundred thousand, and watches a server meanwhile.
const INPUTS = 600

test(`${INPUTS} generated inputs are read, or refused in words; none is a fault`, { timeout: 120_000 }, async () => {
  const faults: string[] = []
  const count = { read: 0, refused: 0 }
  await mapFew(
    Array.from({ length: INPUTS }, (_, at) => at),
    4,
    async (number) => {
      try {
        count[await readHostile(hostileInput(number))] += 1
      } catch (error) {
        faults.push(`input ${number}: ${error}`)
      }
    },
  )
  expect(faults).toEqual([])
  expect(count.read).toBeGreaterThan(INPUTS / 8)
  expect(count.refused).toBeGreaterThan(INPUTS / 20)
})

test('an input is known by its number', () => {
  expect(hostileInput(4_711)).toEqual(hostileInput(4_711))
  expect(hostileInput(10)).not.toEqual(hostileInput(20))
})
