import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOrigins, originFamilies } from './origin.ts'

const edge = (sourceId: string, originId: string) => ({ sourceId, originId })

test.each([
  ['no sources', [], [], 0],
  ['strangers', ['a', 'b'], [], 2],
  ['one source cited twice', ['a', 'a'], [], 1],
  ['three that repeat one post', ['a', 'b', 'c'], [edge('a', 'x'), edge('b', 'x'), edge('c', 'x')], 1],
  ['the origin beside its echo', ['a', 'x'], [edge('a', 'x')], 1],
  ['an echo of an echo', ['a', 'b'], [edge('a', 'b'), edge('b', 'x')], 1],
  ['a rival beside three echoes', ['a', 'b', 'r'], [edge('a', 'x'), edge('b', 'x')], 2],
  [
    'one that repeats two binds both',
    ['a', 'b', 'c'],
    [edge('a', 'x'), edge('a', 'y'), edge('b', 'x'), edge('c', 'y')],
    1,
  ],
  ['a circle', ['a', 'b'], [edge('a', 'b'), edge('b', 'a')], 1],
])('%s', (_name, sources, edges, expected) => {
  expect(countOrigins(sources, originFamilies(edges))).toBe(expected)
})

test('does not depend on the order of the edges, and another edge never adds an origin', () => {
  const id = fc.integer({ min: 0, max: 12 }).map(String)
  const edges = fc.array(fc.record({ sourceId: id, originId: id }), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(id), edges, fc.record({ sourceId: id, originId: id }), (sources, list, more) => {
      const count = countOrigins(sources, originFamilies(list))
      expect(countOrigins(sources, originFamilies([...list].reverse()))).toBe(count)
      expect(countOrigins(sources, originFamilies([...list, more]))).toBeLessThanOrEqual(count)
    }),
  )
})
