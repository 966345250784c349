/**
 * Two recorded states of one article, claim by claim.
 *
 * Nothing has to be guessed here: a claim keeps its number for life, and where words went from one to another the record
 * says so. Claims that a chain of splits and merges ties together are one group; what became of a group is named as it is
 * named before a recording (`describe` in reconcile).
 *
 * Linear in the number of claims, beside the comparisons of words in `describe`.
 */
import type { BlockKind } from '../article/block.ts'
import { sectionChanges } from '../article/section.ts'
import { type Standing, targetOf } from '../article/target.ts'
import { OUTCOMES, type Outcome, type RecordedPiece } from '../reconcile/piece.ts'
import { describing } from '../reconcile/reconcile.ts'
import { atOnce } from '../text/step.ts'
import { recordedPieces } from './draft.ts'

/** Between the two states words of `ancestor` came to `claim`: a split or a merge. */
export type Kinship = { claim: number; ancestor: number }

export type ComparedClaim = { number: number; text: string; kind: BlockKind; label?: string }

export type Comparison = {
  outcome: Outcome
  /** Stands in another place; for outcomes other than `moved`, besides. */
  moved: boolean
  /** In words for a person. */
  reason: string
  before: ComparedClaim[]
  after: ComparedClaim[]
}

export type RevisionComparison = {
  /** `returned`: in neither state new, but back after it had left the article; not counted as new. */
  counts: Record<Outcome | 'returned', number>
  /** Everything but what was kept, in the order of the later text. */
  changes: Comparison[]
}

/**
 * @param kinships in the order they were recorded
 * @param stoodOnce whether a claim that is not in the state before had been in the article earlier
 */
export function compareRevisions(
  before: Standing,
  after: Standing,
  kinships: readonly Kinship[],
  stoodOnce: (number: number) => boolean = () => false,
): RevisionComparison {
  return atOnce(comparing(before, after, kinships, stoodOnce))
}

/** The same with pauses. */
export function* comparing(
  before: Standing,
  after: Standing,
  kinships: readonly Kinship[],
  stoodOnce: (number: number) => boolean = () => false,
): Generator<void, RevisionComparison> {
  const [old, now] = [recordedPieces(before), recordedPieces(after)]
  const groups = groupsOf(old, now, kinships)
  yield
  const decided = yield* describing(old, now, groups)
  yield
  const sections = sectionChanges(targetOf(before).blocks, targetOf(after).blocks)
  const none = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  const counts = { ...none, returned: 0 }
  const changes: Comparison[] = []
  for (const { outcome, moved, reason, before: from, after: to } of decided) {
    const both = { before: claimsAt(old, from), after: claimsAt(now, to) }
    const back = outcome === 'new' && both.after.every(({ number }) => stoodOnce(number))
    counts[back ? 'returned' : outcome] += 1
    if (outcome === 'kept') continue
    const several = from.length > 1 && to.length > 1
    const words = back
      ? 'It had left the article, and came back.'
      : several
        ? `The words of ${from.length} claims are in ${to.length} now.`
        : reason
    const [only, ...others] = both.after
    const section = only && others.length === 0 ? sections.get(only.number) : undefined
    const place = section ? ` It was under “${section.before}” and is under “${section.after}” now.` : ''
    changes.push({ outcome, moved, reason: `${words}${place}`, ...both })
  }
  return { counts, changes }
}

function claimsAt(pieces: readonly RecordedPiece[], indexes: readonly number[]): ComparedClaim[] {
  return indexes.flatMap((at) => {
    const piece = pieces[at]
    if (!piece) return []
    const { number, text, kind, label } = piece
    return [{ number, text, kind, ...(label !== undefined && { label }) }]
  })
}

/** Claims of either state that are the same one, or that words went between. Indexes, ascending. */
function groupsOf(old: readonly RecordedPiece[], now: readonly RecordedPiece[], kinships: readonly Kinship[]) {
  const [stood, stands] = [new Set(old.map((one) => one.number)), new Set(now.map((one) => one.number))]
  const parent = new Map<number, number>()
  const rootOf = (number: number): number => {
    let root = number
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    if (root !== number) parent.set(number, root)
    return root
  }
  // Only claims that one of the states lacks need an explanation: one that stood and stands is itself, whatever it
  // gave or took meanwhile.
  const lost = (number: number) => !(stood.has(number) && stands.has(number))
  for (const { claim, ancestor } of kinships) {
    if (!lost(claim) && !lost(ancestor)) continue
    const [one, other] = [rootOf(claim), rootOf(ancestor)]
    if (one !== other) parent.set(one, other)
  }
  const groups = new Map<number, { before: number[]; after: number[] }>()
  const groupOf = (number: number) => {
    const root = rootOf(number)
    const group = groups.get(root) ?? { before: [], after: [] }
    groups.set(root, group)
    return group
  }
  for (const [at, { number }] of old.entries()) groupOf(number).before.push(at)
  for (const [at, { number }] of now.entries()) groupOf(number).after.push(at)
  return [...groups.values()]
}
