import { reconcile } from '@/lib/domain/reconcile/reconcile.ts'
import { cutText, piecesOf } from '@/lib/domain/revision/draft.ts'
import { parseArticle } from '@/lib/exchange/plain-text/plain-text.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import type { Label, LabelledPair } from './identity/labelled-pair.ts'

/** How many identity links were right, found and there to be found; how many claims' outcomes, of how many. */
export type Tally = { right: number; found: number; wanted: number; named: number; claims: number }
export type Miss = { pair: string; what: 'wrong link' | 'missed link' | 'wrong outcome'; detail: string }
export type PairScore = { pair: LabelledPair; tally: Tally; misses: Miss[] }

/**
 * Reconciles a labelled pair and compares. A link is (text of a claim before, text of a claim after) of one decision;
 * equal texts are counted as often as they stand. An outcome is right where the decision has the same claims as the label.
 */
export async function scorePair(pair: LabelledPair): Promise<PairScore> {
  const segment = await sentenceSegmenter(pair.language)
  const read = (text: string) => {
    const parsed = parseArticle(text, segment, pair.language)
    if (!parsed.ok) throw new Error(`${pair.name}: ${parsed.problem.message}`)
    return piecesOf(cutText(parsed.article))
  }
  const before = read(pair.before).map((piece, at) => ({ ...piece, number: at + 1 }))
  const after = read(pair.after)
  const ours = reconcile(before, after).map(
    (decision): Label => ({
      outcome: decision.outcome,
      before: decision.before.map((at) => before[at]?.text.trim() ?? ''),
      after: decision.after.map((at) => after[at]?.text.trim() ?? ''),
    }),
  )
  const misses: Miss[] = []
  const miss = (what: Miss['what'], details: string[]) => {
    for (const detail of details) misses.push({ pair: pair.name, what, detail })
  }
  const [found, wanted] = [ours.flatMap(linksOf), pair.claims.flatMap(linksOf)]
  miss('wrong link', without(found, wanted))
  miss('missed link', without(wanted, found))
  const [named, labels] = [ours.flatMap(outcomesOf), pair.claims.flatMap(outcomesOf)]
  miss('wrong outcome', without(named, labels))
  return {
    pair,
    misses,
    tally: {
      right: found.length - without(found, wanted).length,
      found: found.length,
      wanted: wanted.length,
      named: labels.length - without(labels, named).length,
      claims: labels.length,
    },
  }
}

const linksOf = ({ before, after }: Label) => before.flatMap((from) => after.map((to) => `${from} → ${to}`))

/** One outcome a claim, on either side. */
function outcomesOf({ outcome, before, after }: Label): string[] {
  const whole = `${outcome}: ${before.join(' | ')} → ${after.join(' | ')}`
  return [...before, ...after].map(() => whole)
}

/** What is in the first list and not in the second, each as often as it is left over. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1)
  return list.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { right: 0, found: 0, wanted: 0, named: 0, claims: 0 }
  for (const tally of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  return sum
}

/** Shares, 0 to 1; one of nothing is 1. */
export function sharesOf({ right, found, wanted, named, claims }: Tally) {
  const share = (part: number, of: number) => (of === 0 ? 1 : part / of)
  return { precision: share(right, found), recall: share(right, wanted), outcomes: share(named, claims) }
}
