import { framingChange, framingOf } from '../article/framing.ts'
import { sameSubstance } from '../text/substance.ts'
import { type Group, partitioned } from './group.ts'
import { inOrder, type Standing, standingOf } from './order.ts'
import type { Decision, Outcome, Piece, RecordedPiece } from './piece.ts'
import { similarity } from './similarity.ts'
import { type BothTerms, oneSpaced, type Terms } from './term.ts'

/** Names what became of the claims of each group; in the order of the text after, the retired where they stood. */
export function decide(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  terms: BothTerms,
  groups: readonly Group[],
): Decision[] {
  const all = partitioned(groups, before.length, after.length)
  const standing = new Map<Group, Standing>()
  for (const group of all) {
    const place = standingOf(group, before, terms.before)
    if (place) standing.set(group, place)
  }
  const stayed = inOrder([...standing.values()])
  const labels = sharedLabels(before, after)
  const decided = all.map((group): Decision => {
    const place = standing.get(group)
    const moved = place !== undefined && (!stayed.has(place) || changedField(group, before, after, labels))
    return decision(group, moved, before, after, terms)
  })
  return arranged(decided)
}

/** Labels that both texts have. */
function sharedLabels(before: readonly Piece[], after: readonly Piece[]): Set<string> {
  const known = new Set(before.map(({ label }) => label))
  return new Set(after.flatMap(({ label }) => (label !== undefined && known.has(label) ? [label] : [])))
}

/** A value that went from one field to another moved, if both fields are in both texts; else a field was renamed. */
function changedField(group: Group, before: readonly Piece[], after: readonly Piece[], shared: Set<string>): boolean {
  const from = before[group.before[0] ?? -1]?.label
  const to = after[group.after[0] ?? -1]?.label
  return from !== to && from !== undefined && to !== undefined && shared.has(from) && shared.has(to)
}

function decision(
  group: Group,
  moved: boolean,
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  terms: BothTerms,
): Decision {
  const [from, to] = [group.before.map((at) => before[at]?.text ?? ''), group.after.map((at) => after[at]?.text ?? '')]
  const made = (outcome: Outcome, score: number, reason: string): Decision => ({
    outcome,
    before: [...group.before],
    after: [...group.after],
    score,
    reason,
    moved,
  })
  if (to.length === 0) return made('retired', 0, 'Nothing in the new text says it any more.')
  if (from.length === 0) return made('new', 0, 'Nothing in the old text said it.')
  const score = similarity(joined(group.before, terms.before), joined(group.after, terms.after))
  if (to.length > 1) return made('split', score, `Its words stand in ${to.length} claims now.`)
  if (from.length > 1) return made('merged', score, `The words of ${from.length} claims stand in one now.`)
  const [old = '', now = ''] = [from[0], to[0]]
  const reframed = frameChanged(before[group.before[0] ?? -1], after[group.after[0] ?? -1])
  if (reframed !== null) {
    const words = sameWords(old, now) ? 'The same words' : 'Other words'
    return made('reworded', score, `${words}${moved ? ', in another place' : ''}. ${reframed}`)
  }
  if (sameWords(old, now)) {
    return moved ? made('moved', 1, 'The same words, in another place.') : made('kept', 1, 'The same words, in order.')
  }
  const place = moved ? ', in another place' : ''
  if (sameSubstance(old, now)) {
    return made('reworded', score, `Only punctuation or white space differs${place}; its checks stand.`)
  }
  return made('reworded', score, `The same claim in other words${place}.`)
}

/** How the frame of a claim's words changed: that is another wording, whatever the words. */
function frameChanged(old: Piece | undefined, now: Piece | undefined): string | null {
  return old && now ? framingChange(framingOf(old), framingOf(now)) : null
}

/** The same words: white space aside, save where it parts or joins words. */
export function sameWords(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/\s+/gu, '')
  return oneSpaced(one) === oneSpaced(other) || (bare(one) === bare(other) && sameSubstance(one, other))
}

function joined(indexes: readonly number[], terms: readonly Terms[]): Terms {
  const parts = indexes.flatMap((at) => terms[at] ?? [])
  if (parts.length === 1 && parts[0]) return parts[0]
  return {
    text: parts.map(({ text }) => text).join(' '),
    forms: parts.flatMap(({ forms }) => forms),
    telling: parts.flatMap(({ telling }) => telling),
    weight: parts.reduce((sum, { weight }) => sum + weight, 0),
  }
}

/** By position in the text after; what was retired stands behind the claim it followed, where that stayed in order. */
function arranged(decided: readonly Decision[]): Decision[] {
  const living = decided.filter(({ after }) => after.length > 0).sort((a, b) => (a.after[0] ?? 0) - (b.after[0] ?? 0))
  const byBefore = [...decided]
    .filter(({ before }) => before.length > 0)
    .sort((a, b) => (a.before[0] ?? 0) - (b.before[0] ?? 0))
  const behind = new Map<Decision | null, Decision[]>()
  let last: Decision | null = null
  for (const one of byBefore) {
    if (one.after.length > 0) {
      if (!one.moved) last = one
      continue
    }
    const here = behind.get(last)
    if (here) here.push(one)
    else behind.set(last, [one])
  }
  return [...(behind.get(null) ?? []), ...living.flatMap((one) => [one, ...(behind.get(one) ?? [])])]
}
