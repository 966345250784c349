import type { OriginEdge } from './origin.ts'

/** How often the layers are ordered down and up; beyond a few times little gets better. */
const SWEEPS = 4

/**
 * The layer of each source: 0 for an origin, else one more than the lowest it rests on. Edges that close a circle are
 * set aside, found by a search in depth over sorted names. Linear in sources and edges.
 * @param ids sorted
 * @param edges in one order, none from a source to itself
 */
export function layered(ids: readonly string[], edges: readonly OriginEdge[]): Map<string, number> {
  const origins = new Map<string, string[]>()
  for (const { sourceId, originId } of edges) origins.set(sourceId, [...(origins.get(sourceId) ?? []), originId])
  const layer = new Map<string, number>()
  const open = new Set<string>()
  const visit = (id: string): number => {
    const known = layer.get(id)
    if (known !== undefined) return known
    open.add(id)
    let deepest = -1
    for (const origin of origins.get(id) ?? []) if (!open.has(origin)) deepest = Math.max(deepest, visit(origin))
    open.delete(id)
    layer.set(id, deepest + 1)
    return deepest + 1
  }
  for (const id of ids) visit(id)
  return layer
}

/**
 * The layers in the order they are drawn, with a stand-in for each edge that passes a layer, and of each edge the
 * stand-ins it passes, from source to origin. Ordered by barycentres; ties, and the first order, by family and name.
 */
export function orderedLayers(
  ids: readonly string[],
  edges: readonly OriginEdge[],
  layerOf: ReadonlyMap<string, number>,
  familyOf: (id: string) => string,
): { layers: string[][]; paths: string[][] } {
  const layers: string[][] = []
  const put = (id: string, at: number) => {
    while (layers.length <= at) layers.push([])
    layers[at]?.push(id)
  }
  const byFamily = [...ids].sort((a, b) => compare(familyOf(a), familyOf(b)) || compare(a, b))
  for (const id of byFamily) put(id, layerOf.get(id) ?? 0)
  const [above, below] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const paths = edges.map(({ sourceId, originId }, nth) => {
    const [from, to] = [layerOf.get(sourceId) ?? 0, layerOf.get(originId) ?? 0]
    const step = from < to ? 1 : -1
    const path: string[] = []
    for (let at = from + step; at !== to && (to - at) * step > 0; at += step) {
      path.push(`\u0000${nth}:${at}`)
      put(path.at(-1) ?? '', at)
    }
    const whole = [sourceId, ...path, originId]
    for (const [at, id] of whole.entries()) {
      const next = whole[at + 1]
      if (next === undefined) continue
      const [low, high] = step < 0 ? [id, next] : [next, id]
      above.set(low, [...(above.get(low) ?? []), high])
      below.set(high, [...(below.get(high) ?? []), low])
    }
    return path
  })
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let at = 1; at < layers.length; at++) layers[at] = reordered(layers[at] ?? [], layers[at - 1] ?? [], above)
    for (let at = layers.length - 2; at >= 0; at--)
      layers[at] = reordered(layers[at] ?? [], layers[at + 1] ?? [], below)
  }
  return { layers, paths }
}

function reordered(
  layer: readonly string[],
  beside: readonly string[],
  neighbours: ReadonlyMap<string, string[]>,
): string[] {
  const placeOf = new Map(beside.map((id, at) => [id, at - (beside.length - 1) / 2]))
  const weighed = layer.map((id, at) => {
    const places = (neighbours.get(id) ?? []).flatMap((other) => placeOf.get(other) ?? [])
    const own = at - (layer.length - 1) / 2
    return { id, at, mean: places.length === 0 ? own : places.reduce((sum, place) => sum + place, 0) / places.length }
  })
  return weighed.sort((a, b) => a.mean - b.mean || a.at - b.at).map(({ id }) => id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
