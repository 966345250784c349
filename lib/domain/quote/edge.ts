/** How much on either side of an edge is aligned, and how far the edge may be from where it is expected; folded units. */
const SPAN = 40
const REACH = 24

/**
 * Where the edge between `before` and `behind` runs in a text that reads like both of them one after the other, near
 * `expected`; -1 where the text doesn't.
 *
 * A quote found by itself ends anywhere its last letters were misread or lost; aligned together with what stood next to
 * it, the edge is where the best alignment of both (Sellers, 1980: both ends free in the text) crosses from the one to
 * the other. Quadratic, of at most `SPAN` and `REACH`.
 */
export function edgeNear(text: string, before: string, behind: string, expected: number): number {
  const left = before.slice(-SPAN)
  const right = behind.slice(0, SPAN)
  const pattern = left + right
  const low = Math.max(0, expected - left.length - REACH)
  const high = Math.min(text.length, expected + right.length + REACH)
  const width = high - low
  if (pattern === '' || width <= 0) return -1
  // A row for each unit of the pattern: the least errors that end at a unit of the text, and where that crossed the edge.
  let errors = new Uint16Array(width + 1)
  let edges = Int32Array.from({ length: width + 1 }, (_, at) => at)
  for (let row = 1; row <= pattern.length; row++) {
    const unit = pattern.charCodeAt(row - 1)
    const next = new Uint16Array(width + 1)
    const crossed = new Int32Array(width + 1)
    next[0] = row
    for (let at = 1; at <= width; at++) {
      const across = (errors[at - 1] ?? 0) + (text.charCodeAt(low + at - 1) === unit ? 0 : 1)
      const lost = (errors[at] ?? 0) + 1
      const added = (next[at - 1] ?? 0) + 1
      const least = Math.min(across, lost, added)
      next[at] = least
      crossed[at] = (least === across ? edges[at - 1] : least === lost ? edges[at] : crossed[at - 1]) ?? 0
    }
    if (row === left.length) for (let at = 0; at <= width; at++) crossed[at] = at
    errors = next
    edges = crossed
  }
  let best = 0
  for (let at = 1; at <= width; at++) if ((errors[at] ?? 0) < (errors[best] ?? 0)) best = at
  return (errors[best] ?? 0) > pattern.length * WORST ? -1 : low + (edges[best] ?? 0)
}

/** Beyond this share of mistakes the text doesn't read so: unrelated prose has about half. */
const WORST = 0.4
