import type { Group } from './group.ts'
import type { Piece } from './piece.ts'
import type { Terms } from './term.ts'

/** Something that stood at `before`, stands at `after`, and weighs so many words, or where they are equal, characters. */
export type Standing = { before: number; after: number; weight: number; length?: number }

/**
 * Which of the standing things kept their common order: the heaviest set that stands in the same order on both sides,
 * so that what moved is the least text that could have; of equally heavy sets, the one with the most members, then the
 * longest.
 *
 * A heaviest increasing subsequence (Fredman, "On computing the length of longest increasing subsequences", 1975, with
 * weights): for each thing in the order of `after`, the best set that ends with it is the best that ends before it on
 * the other side, read from a tree of prefix maxima (Fenwick, 1994). n log n.
 */
export function inOrder<T extends Standing>(things: readonly T[]): Set<T> {
  const byAfter = [...things].sort((a, b) => a.after - b.after || a.before - b.before)
  const places = new Map(
    [...new Set(things.map(({ before }) => before))].sort((a, b) => a - b).map((b, i) => [b, i + 1]),
  )
  /** tree[i]: index of the best end among the places it covers, or -1. */
  const tree = new Int32Array(places.size + 1).fill(-1)
  const total = new Float64Array(byAfter.length)
  const count = new Int32Array(byAfter.length)
  const length = new Float64Array(byAfter.length)
  const previous = new Int32Array(byAfter.length).fill(-1)
  const better = (a: number, b: number): boolean => {
    if (a < 0 || b < 0) return b < 0 && a >= 0
    const difference = (total[a] ?? 0) - (total[b] ?? 0)
    if (difference !== 0) return difference > 0
    const members = (count[a] ?? 0) - (count[b] ?? 0)
    return members > 0 || (members === 0 && (length[a] ?? 0) > (length[b] ?? 0))
  }
  let best = -1
  for (const [at, { before, weight, length: own = 0 }] of byAfter.entries()) {
    const place = places.get(before) ?? 1
    let end = -1
    for (let i = place - 1; i > 0; i -= i & -i) if (better(tree[i] ?? -1, end)) end = tree[i] ?? -1
    total[at] = weight + (end < 0 ? 0 : (total[end] ?? 0))
    count[at] = 1 + (end < 0 ? 0 : (count[end] ?? 0))
    length[at] = own + (end < 0 ? 0 : (length[end] ?? 0))
    previous[at] = end
    for (let i = place; i < tree.length; i += i & -i) if (better(at, tree[i] ?? -1)) tree[i] = at
    if (better(at, best)) best = at
  }
  const kept = new Set<T>()
  for (let at = best; at >= 0; at = previous[at] ?? -1) kept.add(byAfter[at] as T)
  return kept
}

/** What a heading weighs beside its words: a sentence carried past a heading moved, and not the heading. */
const HEADING_WORDS = 15

/** A group that has both sides, as something that stands in both texts: by its first claims, and its words before. */
export function standingOf(group: Group, before: readonly Piece[], terms: readonly Terms[]): Standing | undefined {
  const [from, to] = [group.before[0], group.after[0]]
  if (from === undefined || to === undefined) return undefined
  const words = group.before.reduce((sum, at) => sum + (terms[at]?.forms.length ?? 0), 0)
  const length = group.before.reduce((sum, at) => sum + (terms[at]?.text.length ?? 0), 0)
  const heading = before[from]?.kind === 'heading' ? HEADING_WORDS : 0
  return { before: from, after: to, weight: Math.max(1, words) + heading, length }
}
