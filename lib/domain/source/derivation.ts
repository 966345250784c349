import { layered, orderedLayers } from './derivation-layer.ts'
import { type OriginEdge, originFamilies } from './origin.ts'

/** How one source rests on another. */
export const ORIGIN_KINDS = ['repeats', 'translates', 'quotes', 'owned_by'] as const
export type OriginKind = (typeof ORIGIN_KINDS)[number]

export const ORIGIN_KIND_LABEL: Record<OriginKind, string> = {
  repeats: 'repeats',
  translates: 'translates',
  quotes: 'quotes',
  owned_by: 'is owned by',
}

/** `sourceId` repeats (translates, …) `originId`. */
export type DerivationEdge = OriginEdge & { kind: OriginKind }

/**
 * A source in its place: `y` the layer, 0 on top; `x` in columns from the left, halves where a layer is narrower.
 * `count` how many sources the node stands for: 1, or a whole family's where the graph is coarse.
 */
export type DerivationNode = { id: string; x: number; y: number; family: string; count: number }

/** From the source that repeats to its origin; `points` where the line passes layers between them, in order. */
export type DerivationLine = { from: string; to: string; kind: OriginKind; points: { x: number; y: number }[] }

/** `coarse`: too much to draw; the nodes are the families' origins alone. `left` origins had no room even so. */
export type DerivationGraph = {
  nodes: DerivationNode[]
  edges: DerivationLine[]
  /** Ids of the nodes, layer by layer from the top, left to right. */
  layers: string[][]
  coarse: boolean
  left: number
}

export const NODE_LIMIT = 200
export const EDGE_LIMIT = 600

/**
 * Where to draw who repeats whom: origins on top, what repeats them below.
 *
 * Plan (Sugiyama, Tagawa and Toda, 1981): edges that would close a circle are set aside; a source lies one layer below
 * the lowest it rests on (longest path); lines over several layers get a place in each; layers are ordered by the mean
 * place of neighbours, down and up. The same whatever the order of `edges` and `sources`. Beyond the limits, each
 * family's origins alone, with the size of the family.
 */
export function derivationGraph(edges: readonly DerivationEdge[], sources: readonly string[]): DerivationGraph {
  const own = tidied(edges)
  const familyOf = originFamilies(own)
  const ids = [...new Set([...sources, ...own.flatMap(({ sourceId, originId }) => [sourceId, originId])])].sort()
  if (ids.length > NODE_LIMIT || own.length > EDGE_LIMIT) return coarseGraph(own, ids, familyOf)

  const layerOf = layered(ids, own)
  const { layers, paths } = orderedLayers(ids, own, layerOf, familyOf)
  const widest = Math.max(0, ...layers.map((layer) => layer.length))
  const place = new Map<string, { x: number; y: number }>()
  layers.forEach((layer, y) => {
    layer.forEach((id, at) => {
      place.set(id, { x: at + (widest - layer.length) / 2, y })
    })
  })
  const placeOf = (id: string) => place.get(id) ?? { x: 0, y: 0 }
  const known = new Set(ids)
  return {
    nodes: ids.map((id) => ({ id, ...placeOf(id), family: familyOf(id), count: 1 })),
    edges: own.map(({ sourceId, originId, kind }, at) => ({
      from: sourceId,
      to: originId,
      kind,
      points: (paths[at] ?? []).map(placeOf),
    })),
    layers: layers.map((layer) => layer.filter((id) => known.has(id))),
    coarse: false,
    left: 0,
  }
}

/** "5 sources, 2 independent origins". */
export function originWords(sources: number, origins: number): string {
  if (sources === 0) return 'no sources'
  const counted = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
  return `${counted(sources, 'source')}, ${counted(origins, 'independent origin')}`
}

/** In one order, nothing twice, nothing that rests on itself. */
function tidied(edges: readonly DerivationEdge[]): DerivationEdge[] {
  const byKey = new Map<string, DerivationEdge>()
  for (const edge of edges) {
    if (edge.sourceId !== edge.originId) byKey.set(JSON.stringify([edge.sourceId, edge.originId, edge.kind]), edge)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge)
}

function coarseGraph(
  edges: readonly DerivationEdge[],
  ids: readonly string[],
  familyOf: (id: string) => string,
): DerivationGraph {
  const derived = new Set(edges.map(({ sourceId }) => sourceId))
  const families = new Map<string, { origins: string[]; count: number }>()
  for (const id of ids) {
    const family = families.get(familyOf(id)) ?? { origins: [], count: 0 }
    families.set(familyOf(id), family)
    family.count++
    if (!derived.has(id)) family.origins.push(id)
  }
  // A circle has no origin; it goes by its family's name.
  const origins = [...families]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .flatMap(([family, { origins, count }]) =>
      (origins.length > 0 ? origins : [family]).map((id) => ({ id, family, count })),
    )
  const nodes = origins.slice(0, NODE_LIMIT).map((origin, x) => ({ ...origin, x, y: 0 }))
  return { nodes, edges: [], layers: [nodes.map(({ id }) => id)], coarse: true, left: origins.length - nodes.length }
}
