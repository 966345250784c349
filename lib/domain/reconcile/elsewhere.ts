import type { Gap } from './alignment.ts'
import { answersAnother } from './answer.ts'
import { RareWords } from './candidate.ts'
import type { Evidence } from './evidence.ts'
import type { Grouping } from './group.ts'
import { inOrder } from './order.ts'
import { partingScore, partingsOf } from './parting.ts'
import type { Terms } from './term.ts'

/** How alike claims must be that do not stand in each other's place, and what a neighbour they have in common allows. */
const ENOUGH_ELSEWHERE = 0.55
const NEIGHBOUR = 0.1
/** The same for a claim and its parts. */
const ENOUGH_IN_PARTS_ELSEWHERE = 0.65
/** How much two claims must have in common to be one: a word or two prove nothing across a text. */
const SHARED_WEIGHT = 1.5

type Found = { before: number[]; after: number[]; rank: number }

/**
 * Pairs what is left over across the whole text, the surest first: claims that moved and were reworded, split or merged,
 * and copies whose place does not tell them apart. Of equally alike ones, those win whose neighbours are one too, then
 * the nearest.
 */
export function pairElsewhere(evidence: Evidence, grouping: Grouping): void {
  const { before, after } = evidence.terms
  const found: Found[] = []
  const free = { before: grouping.freeBefore(), after: grouping.freeAfter() }
  if (free.before.length === 0 || free.after.length === 0) return
  const olds = new RareWords(free.before, before)
  const news = new RareWords(free.after, after)
  for (const from of free.before) {
    const old = before[from]
    if (!old) continue
    for (const to of news.find(old)) {
      const score = evidence.pairScore(from, to)
      if (score === 0 || answersAnother(evidence.answers, grouping, from, to)) continue
      const context = neighbours(grouping, from, to)
      const enough = score === 1 || score * Math.min(old.weight, after[to]?.weight ?? 0) >= SHARED_WEIGHT
      if (enough && score >= ENOUGH_ELSEWHERE - NEIGHBOUR * context)
        found.push({ before: [from], after: [to], rank: score + NEIGHBOUR * context })
      const partAt = (at: number) => (!grouping.ofAfter[at] && evidence.divisible(from, at) ? after[at] : undefined)
      const parts = partsFrom(to, old, partAt)
      if (parts && parts.score > score) found.push({ before: [from], after: parts.indexes, rank: parts.score })
    }
  }
  for (const to of free.after) {
    const now = after[to]
    if (!now) continue
    const partAt = (at: number) => (!grouping.ofBefore[at] && evidence.divisible(at, to) ? before[at] : undefined)
    for (const from of olds.find(now)) {
      if (evidence.pairScore(from, to) === 0) continue
      const parts = partsFrom(from, now, partAt)
      if (parts && parts.score > evidence.pairScore(from, to))
        found.push({ before: parts.indexes, after: [to], rank: parts.score })
    }
  }
  found.sort((a, b) => b.rank - a.rank || distance(a) - distance(b) || (a.before[0] ?? 0) - (b.before[0] ?? 0))
  for (const one of found) {
    const isFree = one.before.every((at) => !grouping.ofBefore[at]) && one.after.every((at) => !grouping.ofAfter[at])
    if (isFree) grouping.join(one.before, one.after)
  }
}

const distance = ({ before, after }: Found) => Math.abs((before[0] ?? 0) - (after[0] ?? 0))

/** The neighbouring claims from `start` on that make up `whole` best, if any do well. */
function partsFrom(start: number, whole: Terms, partAt: (index: number) => Terms | undefined) {
  let best: { indexes: number[]; score: number } | undefined
  for (const { count, parted } of partingsOf(whole, (nth) => partAt(start + nth))) {
    const score = partingScore(whole, parted)
    const indexes = Array.from({ length: count }, (_, nth) => start + nth)
    if (score >= ENOUGH_IN_PARTS_ELSEWHERE && score > (best?.score ?? 0)) best = { indexes, score }
  }
  return best
}

/** How alike two claims must be, each the other's likeliest, to divide a gap too wide to be aligned as a whole. */
const SURE = 0.6

/** Pairs, in a gap too wide to be aligned, claims that are surely the same, in order: they divide it into narrower ones. */
export function pairSurely(gap: Gap, evidence: Evidence, grouping: Grouping): void {
  const { before, after } = evidence.terms
  const [olds, news] = [new RareWords(gap.before, before), new RareWords(gap.after, after)]
  const likeliest = (found: readonly number[], score: (at: number) => number) => {
    let best = { at: -1, score: 0 }
    for (const at of found) if (score(at) > best.score) best = { at, score: score(at) }
    return best
  }
  const mutual = gap.before.flatMap((from) => {
    const [old, forth] = [
      before[from],
      likeliest(news.find(before[from] as Terms), (to) => evidence.pairScore(from, to)),
    ]
    const now = after[forth.at]
    if (!old || !now || forth.score < SURE) return []
    const back = likeliest(olds.find(now), (at) => evidence.pairScore(at, forth.at))
    return back.at === from ? [{ before: from, after: forth.at, weight: old.weight }] : []
  })
  for (const one of inOrder(mutual)) grouping.join([one.before], [one.after])
}

/** How many of the two claims' neighbours (before and behind) are in one group. */
function neighbours(grouping: Grouping, from: number, to: number): number {
  const together = (step: number) => {
    const group = grouping.ofBefore[from + step]
    return group !== undefined && group === grouping.ofAfter[to + step] ? 1 : 0
  }
  return together(-1) + together(1)
}
