/**
 * Reconciliation: which claims of a recorded text are which claims of another state of it. A text comes back without
 * its claims' numbers (or with some that prove nothing), edited by someone who knew nothing of claims; the checks of a
 * claim must follow its words, and must not follow the words of another.
 *
 * Plan, from what is sure to what is likely. Nothing that was decided is undone, save that a claim may get more parts.
 * 1. Fields. A field of the infobox with one value on either side is the same claim, whatever it says.
 * 2. Anchors. Claims of the same text, then of the same words, that stand once on either side (patience diff, Cohen);
 *    then copies beside them. Of these the heaviest set in the same order on both sides is the backbone.
 *    Then short answers to the same question, and claims in which only the figures changed: a claim is about someone or
 *    something, and its figure is what it says.
 * 3. Gaps of the backbone. What is free between two anchors is aligned as a whole, as sentences of a text and its
 *    translation are (Gale and Church, 1993), by beads of one and none, one, several; likeness is the share of common
 *    words weighed by rarity (Spärck Jones, 1972), and forms of one word are nearly that word.
 * 4. Alone in its place. One claim and one, with nothing else free between their neighbours, need less in common; two
 *    headings over the same claim nothing.
 * 5. Elsewhere. What is left is looked for in the whole text through its rare words, the surest pair first, and must
 *    have more in common: claims that moved and were reworded, or split, or merged.
 * 6. Copies that are left, in order; and parts that are left, for claims that are told better with them.
 * 7. Names. What is in the common order is kept; what had to leave it, in the fewest words, moved.
 *
 * Bounds. A claim is compared by its first COMPARED_WORDS words; a gap is aligned up to GAP_PAIRS pairs of claims. A wider
 * one is first divided: copies by Myers' edit script up to COPIES_LIMIT edits, then by pairs that are surely the same;
 * what is still too wide goes to step 5, where a claim is compared with MOST_CANDIDATES others. So the cost grows as
 * n log n, and beyond the bounds answers are coarser, not wrong: less is reworded, more is retired and new.
 *
 * Pure and deterministic: equal inputs have equal answers, and ties go to the first.
 */
import { atOnce } from '../text/step.ts'
import { alignAlone, alignGap, GAP_PAIRS, type Gap } from './alignment.ts'
import { alignCopies, anchor, gapsOf, type Keys, pairCopies } from './anchor.ts'
import { pairAnswers } from './answer.ts'
import { decide } from './decision.ts'
import { pairElsewhere, pairSurely } from './elsewhere.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { pairFields, pairHeadings } from './field.ts'
import { pairFigures } from './figure.ts'
import { type Group, Grouping } from './group.ts'
import { withoutTails } from './lead.ts'
import { adoptParts } from './part.ts'
import type { Decision, Piece, RecordedPiece } from './piece.ts'
import { type Terms, weighing } from './term.ts'

/** Says of every claim of either text, in exactly one decision, what became of it. */
export function reconcile(before: readonly RecordedPiece[], after: readonly Piece[]): Decision[] {
  return atOnce(reconciling(before, after))
}

/** The same with pauses: two texts of forty thousand claims take more than half a second. */
export function* reconciling(before: readonly RecordedPiece[], after: readonly Piece[]): Generator<void, Decision[]> {
  const terms = yield* weighing(before, after)
  yield
  const given = evidenceOf(before, after, terms)
  const grouping = new Grouping(before.length, after.length)
  pairFields(before, after, grouping)
  const texts = keysOf(given, ({ text }) => text)
  yield
  anchor(given, grouping, texts)
  yield
  anchor(given, grouping, keysOf(given, wordKey))
  yield
  pairAnswers(given.answers, grouping)
  pairFigures(given, grouping)
  yield
  const untailed = withoutTails(given, grouping)
  const evidence = untailed === terms.before ? given : evidenceOf(before, after, { ...terms, before: untailed })
  yield* overGaps(evidence, grouping, (gap) => isWide(gap) && alignCopies(gap, grouping, texts))
  yield* overGaps(evidence, grouping, (gap) => isWide(gap) && pairSurely(gap, evidence, grouping))
  yield* overGaps(evidence, grouping, (gap) => !isWide(gap) && alignGap(gap, evidence, grouping))
  yield* overGaps(evidence, grouping, (gap) => alignAlone(gap, evidence, grouping))
  pairHeadings(before, after, grouping)
  pairAnswers(evidence.answers, grouping)
  pairElsewhere(evidence, grouping)
  yield
  pairCopies(evidence, grouping, texts)
  adoptParts(evidence, grouping)
  yield
  return decide(before, after, terms, grouping.groups())
}

/**
 * Names the outcomes, scores, reasons and moves of groups that someone else decided (a person's corrections).
 * The groups are a partition: every index of either side is in exactly one.
 */
export function describe(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  groups: readonly Group[],
): Decision[] {
  return atOnce(describing(before, after, groups))
}

/** The same with pauses. */
export function* describing(
  before: readonly RecordedPiece[],
  after: readonly Piece[],
  groups: readonly Group[],
): Generator<void, Decision[]> {
  const terms = yield* weighing(before, after)
  yield
  return decide(before, after, terms, groups)
}

function* overGaps(evidence: Evidence, grouping: Grouping, align: (gap: Gap) => unknown): Generator<void, void> {
  for (const gap of gapsOf(evidence, grouping)) {
    align(gap)
    yield
  }
  yield
}

function isWide({ before, after }: Gap): boolean {
  return before.length * after.length > GAP_PAIRS
}

/** Of a short answer, the question is part of the key: "Yes." to one is not "Yes." to another. */
function keysOf({ terms, answers }: Evidence, key: (terms: Terms) => string): Keys {
  const keyAt = (side: 'before' | 'after') => (at: number) => {
    const [own, question] = [terms[side][at], terms[side][at - 1]]
    if (!own) return ''
    return answers[side][at] && question ? `${key(own)}\n${key(question)}` : key(own)
  }
  return { before: keyAt('before'), after: keyAt('after') }
}

/** The words alone: marks, case and accents aside. */
function wordKey({ forms }: Terms): string {
  return forms.map(({ id }) => id).join(' ')
}
