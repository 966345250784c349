import { expect, test } from 'vitest'
import { layered, orderedLayers } from './derivation-layer.ts'

const edge = (sourceId: string, originId: string) => ({ sourceId, originId })

test.each([
  ['no edges', ['a', 'b'], [], { a: 0, b: 0 }],
  ['a chain', ['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c')], { a: 2, b: 1, c: 0 }],
  ['the longest way counts', ['a', 'b', 'c'], [edge('a', 'b'), edge('a', 'c'), edge('b', 'c')], { a: 2, b: 1, c: 0 }],
  ['a circle', ['a', 'b'], [edge('a', 'b'), edge('b', 'a')], { a: 1, b: 0 }],
])('%s', (_name, ids, edges, expected) => expect(Object.fromEntries(layered(ids, edges))).toEqual(expected))

test('lines over several layers pass each of them', () => {
  const edges = [edge('a', 'b'), edge('a', 'c'), edge('b', 'c')]
  const { layers, paths } = orderedLayers(['a', 'b', 'c'], edges, layered(['a', 'b', 'c'], edges), () => 'a')
  expect(paths.map((path) => path.length)).toEqual([0, 1, 0])
  expect(layers.map((layer) => layer.length)).toEqual([1, 2, 1])
})

test('puts what belongs together beside each other', () => {
  const ids = ['a1', 'a2', 'a3', 'x', 'y']
  const edges = [edge('a1', 'y'), edge('a2', 'x'), edge('a3', 'y')]
  const { layers } = orderedLayers(ids, edges, layered(ids, edges), (id) => id)
  const [top = [], low = []] = layers
  const crossings = edges.flatMap((one) =>
    edges.filter(
      (other) =>
        low.indexOf(one.sourceId) < low.indexOf(other.sourceId) &&
        top.indexOf(one.originId) > top.indexOf(other.originId),
    ),
  )
  expect(crossings).toEqual([])
})
