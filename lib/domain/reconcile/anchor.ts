import { diffArrays } from 'diff'
import type { Gap } from './alignment.ts'
import type { Evidence } from './evidence.ts'
import type { Grouping } from './group.ts'
import { inOrder, standingOf } from './order.ts'

/** What makes claims the same, by index; '' is nothing. */
export type Keys = { before: (at: number) => string; after: (at: number) => string }

/** How many copies may be out of order and the others still be aligned; costs the square of it at most. */
export const COPIES_LIMIT = 600

/**
 * Pairs free claims that are the same by their keys: first those that are the only ones with their key
 * on either side, wherever they stand (patience diff, Cohen 2008); then, beside every pair, neighbours with the same
 * key, so that of equal sentences those with the same context are one. Linear, beside the order of the pairs.
 */
export function anchor(evidence: Evidence, grouping: Grouping, keys: Keys): void {
  if (!grouping.isOpen()) return
  const places = new Map<string, { before: number[]; after: number[] }>()
  for (const side of ['before', 'after'] as const)
    for (const at of side === 'before' ? grouping.freeBefore() : grouping.freeAfter()) {
      const key = keys[side](at)
      if (key === '') continue
      const found = places.get(key) ?? { before: [], after: [] }
      found[side].push(at)
      places.set(key, found)
    }
  for (const { before, after } of places.values()) {
    const [from, to] = [before[0], after[0]]
    if (before.length !== 1 || after.length !== 1 || from === undefined || to === undefined) continue
    if (evidence.compatible(from, to, true)) grouping.join([from], [to])
  }
  const spread = (from: number, to: number, step: 1 | -1) => {
    for (let [b, a] = [from + step, to + step]; isFree(grouping, b, a); b += step, a += step) {
      const key = keys.before(b)
      if (key === '' || key !== keys.after(a) || !evidence.compatible(b, a, true)) return
      grouping.join([b], [a])
    }
  }
  const { order, others } = backbone(evidence, grouping)
  spread(-1, -1, 1)
  for (const group of order) spread(group.before.at(-1) ?? -1, group.after.at(-1) ?? -1, 1)
  spread(grouping.ofBefore.length, grouping.ofAfter.length, -1)
  for (const group of order.toReversed()) spread(group.before[0] ?? -1, group.after[0] ?? -1, -1)
  for (const group of others) {
    spread(group.before.at(-1) ?? -1, group.after.at(-1) ?? -1, 1)
    spread(group.before[0] ?? -1, group.after[0] ?? -1, -1)
  }
}

/**
 * Pairs claims of the same key in a gap too wide to be aligned: in order as long as few of them are out of it (Myers'
 * shortest edit script), else none.
 */
export function alignCopies(gap: Gap, grouping: Grouping, keys: Keys): void {
  const inBoth = new Set(gap.after.map((at) => keys.after(at)))
  const olds = gap.before.filter((at) => inBoth.has(keys.before(at)))
  const shared = new Set(olds.map((at) => keys.before(at)))
  const news = gap.after.filter((at) => shared.has(keys.after(at)))
  const [from, to] = [olds.map((at) => keys.before(at)), news.map((at) => keys.after(at))]
  let [row, column] = [0, 0]
  for (const { added, removed, count } of diffArrays(from, to, { maxEditLength: COPIES_LIMIT }) ?? []) {
    for (let nth = 0; nth < count; nth++) {
      const [b, a] = [olds[row] ?? -1, news[column] ?? -1]
      if (!added && !removed) grouping.join([b], [a])
      if (!added) row++
      if (!removed) column++
    }
  }
}

/** Pairs what is left of claims of the same key, the first with the first: as many copies are kept as there are. */
export function pairCopies(evidence: Evidence, grouping: Grouping, keys: Keys): void {
  const places = new Map<string, number[]>()
  for (const at of grouping.freeAfter().reverse()) {
    const key = keys.after(at)
    const found = places.get(key)
    if (found) found.push(at)
    else if (key !== '') places.set(key, [at])
  }
  for (const at of grouping.freeBefore()) {
    const found = places.get(keys.before(at))
    const to = found?.at(-1)
    if (to === undefined || !evidence.compatible(at, to, true)) continue
    found?.pop()
    grouping.join([at], [to])
  }
}

function isFree(grouping: Grouping, from: number, to: number): boolean {
  const inside = from >= 0 && to >= 0 && from < grouping.ofBefore.length && to < grouping.ofAfter.length
  return inside && grouping.ofBefore[from] === undefined && grouping.ofAfter[to] === undefined
}

/** The groups so far: those that stand in the common order, by it, and those out of it. */
function backbone(evidence: Evidence, grouping: Grouping) {
  const groups = grouping.groups()
  const standing = groups.flatMap((group) => {
    const one = standingOf(group, evidence.before, evidence.terms.before)
    return one ? [{ ...one, group }] : []
  })
  const kept = inOrder(standing)
  const sides = [true, false].map((is) => standing.filter((one) => kept.has(one) === is).map(({ group }) => group))
  return { order: sides[0] ?? [], others: sides[1] ?? [] }
}

/** What lies between neighbours of the common order: the free claims of either text; none with an empty side. */
export function gapsOf(evidence: Evidence, grouping: Grouping): Gap[] {
  if (!grouping.isOpen()) return []
  const { order } = backbone(evidence, grouping)
  const gaps: Gap[] = []
  let [from, to] = [0, 0]
  const end = { before: [grouping.ofBefore.length], after: [grouping.ofAfter.length] }
  for (const { before, after } of [...order, end]) {
    const gap = {
      before: freeBetween(grouping.ofBefore, from, before[0] ?? 0),
      after: freeBetween(grouping.ofAfter, to, after[0] ?? 0),
    }
    if (gap.before.length > 0 && gap.after.length > 0) gaps.push(gap)
    from = (before.at(-1) ?? 0) + 1
    to = (after.at(-1) ?? 0) + 1
  }
  return gaps
}

function freeBetween(places: readonly unknown[], from: number, end: number): number[] {
  const free: number[] = []
  for (let at = from; at < end; at++) if (places[at] === undefined) free.push(at)
  return free
}
