import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder, type Standing } from './order.ts'

/** Every set that stands in the same order on both sides, by trying them all. */
function heaviest(things: readonly Standing[]): number {
  let best = 0
  for (let mask = 0; mask < 2 ** things.length; mask++) {
    const chosen = things.filter((_, at) => mask & (2 ** at)).sort((a, b) => a.after - b.after)
    const ordered = chosen.every((one, at) => at === 0 || (chosen[at - 1]?.before ?? 0) < one.before)
    if (ordered)
      best = Math.max(
        best,
        chosen.reduce((sum, { weight }) => sum + weight, 0),
      )
  }
  return best
}

test('what stays is in order on both sides, and nothing heavier could stay', () => {
  const places = fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 7 })
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(places, places, weights, (befores, afters, weight) => {
      const things = befores.slice(0, afters.length).map((before, at) => ({
        before,
        after: afters[at] ?? 0,
        weight: weight[at] ?? 1,
      }))
      const stayed = [...inOrder(things)].sort((a, b) => a.after - b.after)
      expect(stayed.every((one, at) => at === 0 || (stayed[at - 1]?.before ?? 0) < one.before)).toBe(true)
      expect(stayed.reduce((sum, one) => sum + one.weight, 0)).toBe(heaviest(things))
    }),
    { numRuns: 2_000 },
  )
})

test('of equally heavy sets the one with more members stays', () => {
  const long = { before: 0, after: 2, weight: 4 }
  const short = [1, 2].map((at) => ({ before: at, after: at - 1, weight: 2 }))
  expect(inOrder([long, ...short])).toEqual(new Set(short))
})

test('of sets as heavy and as many, the longer text stays', () => {
  const [short, long] = [
    { before: 0, after: 1, weight: 3, length: 12 },
    { before: 1, after: 0, weight: 3, length: 15 },
  ]
  expect(inOrder([short, long])).toEqual(new Set([long]))
})
