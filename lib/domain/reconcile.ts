import type { BlockKind } from './block'
import { words } from './word'

export const OUTCOMES = ['kept', 'reworded', 'moved', 'split', 'merged', 'retired', 'new'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type Piece = { text: string; block: number; kind: BlockKind; label?: string; hint?: number }
export type RecordedPiece = Piece & { number: number }
export type Decision = {
  outcome: Outcome
  before: number[]
  after: number[]
  score: number
  reason: string
  moved: boolean
}
type Group = { before: number[]; after: number[] }

const norm = (text: string) => text.trim().replace(/\s+/gu, ' ')
const bag = (text: string) => new Set(words(text).map((word) => word.text.toLowerCase()))
function dice(a: string, b: string): number {
  const [x, y] = [bag(a), bag(b)]
  let shared = 0
  for (const w of x) if (y.has(w)) shared++
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size)
}

export function reconcile(before: readonly RecordedPiece[], after: readonly Piece[]): Decision[] {
  const groups: Group[] = []
  const freeB = new Set(before.keys())
  const freeA = new Set(after.keys())
  const byText = new Map<string, number[]>()
  before.forEach(({ text }, at) => byText.set(norm(text), [...(byText.get(norm(text)) ?? []), at]))
  after.forEach(({ text }, at) => {
    const found = byText.get(norm(text))?.shift()
    if (found === undefined) return
    groups.push({ before: [found], after: [at] })
    freeB.delete(found)
    freeA.delete(at)
  })
  for (const b of [...freeB]) {
    const old = before[b]?.text ?? ''
    const parts = [...freeA].filter((a) => {
      const x = bag(after[a]?.text ?? '')
      return x.size > 0 && [...x].filter((w) => bag(old).has(w)).length / x.size > 0.8
    })
    if (parts.length > 1) {
      groups.push({ before: [b], after: parts })
      freeB.delete(b)
      for (const a of parts) freeA.delete(a)
      continue
    }
    const best = [...freeA]
      .map((a) => ({ a, score: dice(old, after[a]?.text ?? '') }))
      .sort((x, y) => y.score - x.score)[0]
    if (best && best.score > 0.4) {
      groups.push({ before: [b], after: [best.a] })
      freeB.delete(b)
      freeA.delete(best.a)
    }
  }
  for (const b of freeB) groups.push({ before: [b], after: [] })
  for (const a of freeA) groups.push({ before: [], after: [a] })
  return describe(before, after, groups)
}

export function describe(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  groups: readonly Group[],
): Decision[] {
  return groups
    .map((group): Decision => {
      const same =
        group.before.length === 1 &&
        group.after.length === 1 &&
        norm(before[group.before[0] ?? 0]?.text ?? '') === norm(after[group.after[0] ?? 0]?.text ?? '')
      const outcome: Outcome =
        group.before.length === 0
          ? 'new'
          : group.after.length === 0
            ? 'retired'
            : group.before.length > 1
              ? 'merged'
              : group.after.length > 1
                ? 'split'
                : same
                  ? 'kept'
                  : 'reworded'
      return { ...group, outcome, score: 1, reason: outcome, moved: false }
    })
    .sort((a, b) => (a.after[0] ?? a.before[0] ?? 0) - (b.after[0] ?? b.before[0] ?? 0))
}
