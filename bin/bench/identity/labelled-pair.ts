import type { Outcome } from '@/lib/domain/reconcile/piece.ts'

/**
 * Labelled pairs: two states of a text and what a careful desk would say became of every claim. They are the yardstick
 * for claim identity, written without looking at any algorithm.
 *
 * - kept: the same words, in the common order (white space aside); moved: the same words, out of the common order (of
 *   what could be meant, the fewest and shortest claims moved).
 * - reworded: the same statement in other words, marks or numbers, wherever it stands now.
 * - split: one claim's words are now in two or more neighbouring claims; merged: the reverse.
 * - retired: said no more; new: not said before. A claim replaced by another statement is retired, and the other new.
 */
export type { Outcome }

/** What became of one claim (or of the claims that were split or merged together); texts are trimmed. */
export type Label = { outcome: Outcome; before: string[]; after: string[] }

/** Two states of a text in the text form, and a label for every claim of either, each in exactly one label. */
export type LabelledPair = {
  name: string
  category: string
  /** BCP 47 */
  language: string
  before: string
  after: string
  claims: Label[]
}

/** A claim as it stands in the file: prose is a string, everything else a line with its markup. */
type Written = string | { line: string; claim: string }

/** One step of an edited text, read from top to bottom: what stands here before, what stands here after, its label. */
export type Row = { before: (Written | typeof BREAK)[]; after: (Written | typeof BREAK)[]; labels: Label[] }

const BREAK = Symbol('a blank line')

const claimOf = (written: Written): string => (typeof written === 'string' ? written : written.claim)

function row(outcome: Outcome, before: Written[], after: Written[]): Row {
  return { before, after, labels: [{ outcome, before: before.map(claimOf), after: after.map(claimOf) }] }
}

function each(texts: Written[], make: (text: Written) => Row): Row {
  const rows = texts.map(make)
  return {
    before: rows.flatMap((one) => one.before),
    after: rows.flatMap((one) => one.after),
    labels: rows.flatMap((one) => one.labels),
  }
}

/** Claims that stay as they are, where they are. */
export const kept = (...texts: Written[]): Row => each(texts, (text) => row('kept', [text], [text]))
/** The same words with other white space. */
export const reset = (before: Written, after: Written): Row => row('kept', [before], [after])
export const reworded = (before: Written, after: Written): Row => row('reworded', [before], [after])
export const split = (before: Written, ...after: Written[]): Row => row('split', [before], after)
export const merged = (before: Written[], after: Written): Row => row('merged', before, [after])
export const retired = (...texts: Written[]): Row => each(texts, (text) => row('retired', [text], []))
export const added = (...texts: Written[]): Row => each(texts, (text) => row('new', [], [text]))
/** A claim that stands here before and elsewhere after (see `arrives`); with other words it is reworded as well. */
export const leaves = (text: Written, as: Written = text): Row => ({
  before: [text],
  after: [],
  labels: [{ outcome: as === text ? 'moved' : 'reworded', before: [claimOf(text)], after: [claimOf(as)] }],
})
/** Where a claim that `leaves` another place stands after. */
export const arrives = (...texts: Written[]): Row => ({ before: [], after: texts, labels: [] })

/** Markup without a claim of its own, on both sides ("Infobox", "- Side1:"). */
export const bare = (line: string): Row => ({ before: [{ line, claim: '' }], after: [{ line, claim: '' }], labels: [] })
/** A paragraph ends here: on both sides, or on one. */
export const para: Row = { before: [BREAK], after: [BREAK], labels: [] }
export const paraBefore: Row = { before: [BREAK], after: [], labels: [] }
export const paraAfter: Row = { before: [], after: [BREAK], labels: [] }

export const heading = (claim: string, level = 2): Written => ({
  line: `${'='.repeat(level)} ${claim} ${'='.repeat(level)}`,
  claim,
})
export const item = (claim: string, bullet = '-'): Written => ({ line: `${bullet} ${claim}`, claim })
export const field = (label: string, claim: string): Written => ({ line: `- ${label}: ${claim}`, claim })
export const quotation = (claim: string): Written => ({ line: `> ${claim}`, claim })

/** A pair from its rows; the name is its title too. */
export function pair(name: string, language: string, ...rows: Row[]): Omit<LabelledPair, 'category'> {
  const joiner = /^(?:zh|ja)\b/.test(language) ? '' : ' '
  return {
    name,
    language,
    before: `= ${name} =\n\n${set(
      rows.flatMap((one) => one.before),
      joiner,
    )}\n`,
    after: `= ${name} =\n\n${set(
      rows.flatMap((one) => one.after),
      joiner,
    )}\n`,
    claims: rows.flatMap((one) => one.labels),
  }
}

/** Sets claims as a file: prose runs on, other lines stand alone, headings behind a blank line. */
function set(pieces: (Written | typeof BREAK)[], joiner: string): string {
  let text = ''
  let gap = ''
  for (const piece of pieces) {
    if (typeof piece === 'symbol') {
      if (text !== '') gap = '\n\n'
      continue
    }
    const line = typeof piece === 'string' ? piece : piece.line
    if (gap === '\n' && (typeof piece === 'string' || line.startsWith('='))) gap = '\n\n'
    if (gap === joiner && typeof piece !== 'string') gap = '\n\n'
    text += gap + line
    gap = typeof piece === 'string' ? joiner : '\n'
  }
  return text
}

export function inCategory(category: string, pairs: Omit<LabelledPair, 'category'>[]): LabelledPair[] {
  return pairs.map((one) => ({ ...one, category }))
}
