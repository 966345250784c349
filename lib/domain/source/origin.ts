/** `sourceId` repeats (translates, quotes, is owned by) `originId`. */
export type OriginEdge = { sourceId: string; originId: string }

/**
 * Finds for each source the one name its whole family goes by, so that sources which repeat one another count once.
 *
 * Two sources are of one family when a path of "repeats" joins them, whichever way it runs: an item that repeats two
 * origins binds both together. That may count too few and never too many, which is the safe side for a policy that
 * asks for independent origins. Union–find with path halving; cycles do no harm.
 */
export function originFamilies(edges: Iterable<OriginEdge>): (sourceId: string) => string {
  const parent = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (;;) {
      const up = parent.get(at) ?? at
      if (up === at) return at
      const over = parent.get(up) ?? up
      parent.set(at, over)
      at = over
    }
  }
  for (const { sourceId, originId } of edges) {
    const a = find(sourceId)
    const b = find(originId)
    // The smaller name wins, so that the order of the edges does not matter.
    if (a < b) parent.set(b, a)
    else if (b < a) parent.set(a, b)
  }
  return find
}

/** How many independent origins stand behind these sources. */
export function countOrigins(sourceIds: Iterable<string>, familyOf: (sourceId: string) => string): number {
  const families = new Set<string>()
  for (const id of sourceIds) families.add(familyOf(id))
  return families.size
}
