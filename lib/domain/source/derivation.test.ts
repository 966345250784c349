import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DerivationEdge,
  derivationGraph,
  EDGE_LIMIT,
  NODE_LIMIT,
  ORIGIN_KIND_LABEL,
  ORIGIN_KINDS,
  originWords,
} from './derivation.ts'

const edge = (sourceId: string, originId: string, kind: DerivationEdge['kind'] = 'repeats') => ({
  sourceId,
  originId,
  kind,
})

test('origins are on top, and a line that passes a layer has a point in it', () => {
  const graph = derivationGraph([edge('a', 'b'), edge('b', 'post'), edge('a', 'post', 'quotes')], ['a', 'lone'])
  const y = Object.fromEntries(graph.nodes.map((node) => [node.id, node.y]))
  expect(y).toEqual({ a: 2, b: 1, post: 0, lone: 0 })
  expect(graph.edges.find(({ kind }) => kind === 'quotes')?.points).toEqual([{ x: expect.any(Number), y: 1 }])
  expect(graph.layers.map((layer) => [...layer].sort())).toEqual([['lone', 'post'], ['b'], ['a']])
  expect(new Set(graph.nodes.map(({ family }) => family)).size).toBe(2)
})

test('circles do no harm, nor do edges given twice or onto oneself', () => {
  const graph = derivationGraph([edge('a', 'b'), edge('b', 'a'), edge('a', 'a'), edge('a', 'b')], [])
  expect(graph.nodes).toHaveLength(2)
  expect(graph.edges).toHaveLength(2)
})

test('beyond the limits, the families’ origins with how many they stand for', () => {
  const many = Array.from({ length: NODE_LIMIT + 50 }, (_, at) => edge(`s${at}`, at % 2 ? 'x' : 'y'))
  const graph = derivationGraph(many, ['lone'])
  expect(graph).toMatchObject({ coarse: true, edges: [], left: 0 })
  expect(graph.nodes.map(({ id, count }) => [id, count])).toEqual([
    ['y', 126],
    ['x', 126],
    ['lone', 1],
  ])
  const circle = Array.from({ length: 300 }, (_, at) => edge(`c${at}`, `c${(at + 1) % 300}`))
  expect(derivationGraph(circle, []).nodes).toMatchObject([{ id: 'c0', count: 300 }])
  const strangers = derivationGraph(
    [],
    Array.from({ length: 1_000 }, (_, at) => `s${at}`),
  )
  expect([strangers.nodes.length, strangers.left]).toEqual([NODE_LIMIT, 800])
})

test('the largest that is drawn takes moments', () => {
  const edges = Array.from({ length: EDGE_LIMIT }, (_, at) =>
    edge(`s${1_000 + (at % NODE_LIMIT)}`, `s${1_000 + ((at * 7 + 1) % NODE_LIMIT)}`),
  )
  const began = performance.now()
  expect(derivationGraph(edges, []).coarse).toBe(false)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('every source has one place of its own, whatever the order', () => {
  const id = fc.integer({ min: 0, max: 12 }).map(String)
  const kind = fc.constantFrom(...ORIGIN_KINDS)
  const edges = fc.array(fc.record({ sourceId: id, originId: id, kind }), { maxLength: 30 })
  fc.assert(
    fc.property(edges, fc.array(id), (list, ids) => {
      const graph = derivationGraph(list, ids)
      expect(derivationGraph([...list].reverse(), [...ids].reverse())).toEqual(graph)
      expect(new Set(graph.nodes.map(({ x, y }) => `${x}:${y}`)).size).toBe(graph.nodes.length)
      expect(graph.layers.flat().sort()).toEqual(graph.nodes.map((node) => node.id).sort())
    }),
  )
})

test.each([
  [5, 2, '5 sources, 2 independent origins'],
  [1, 1, '1 source, 1 independent origin'],
  [5, 1, '5 sources, 1 independent origin'],
  [1200, 1000, '1,200 sources, 1,000 independent origins'],
  [0, 0, 'no sources'],
])('%d and %d: %s', (sources, origins, words) => expect(originWords(sources, origins)).toBe(words))

test('every kind has its words', () => expect(Object.keys(ORIGIN_KIND_LABEL)).toEqual([...ORIGIN_KINDS]))
