import { isRetractionNote } from '../quote/retraction-note.ts'
import { answersIn } from './answer.ts'
import type { Piece, RecordedPiece } from './piece.ts'
import { common, restOf } from './similarity.ts'
import { shareOnlyTail } from './tail.ts'
import { alike, type BothTerms, type Form, type Terms } from './term.ts'

/**
 * What speaks for a claim before being a claim after, from 0 to 1: the words they share, with regard to what kind of
 * block they stand in. Position is not weighed here; those who compare say how much is enough.
 */
export type Evidence = {
  before: readonly RecordedPiece[]
  after: readonly Piece[]
  terms: BothTerms
  /** Whether two claims may be one at all, their words aside. `same`: their words are the same. */
  compatible: (from: number, to: number, same: boolean) => boolean
  pairScore: (from: number, to: number) => number
  /** Whether the text itself says that the one is the other. */
  named: (from: number, to: number) => boolean
  /** Which claims are short answers to the question before them. */
  answers: { before: boolean[]; after: boolean[] }
  /** Whether one of the two may be a part of the other, their words aside: no heading becomes part of a sentence. */
  divisible: (from: number, to: number) => boolean
}

/** How many words' weight a value must have to be the same in another field of the infobox: "3" is 3 anywhere. */
const SUBSTANTIAL_WEIGHT = 1.5
/** What is left of the evidence where both have names, and share none, nor a number: one in either, and more. */
const OTHER_SUBJECT = 0.8
const OTHER_SUBJECTS = 0.5
/** What is left of it where they share a date they begin with, and less than a word's weight besides. */
const OTHER_EVENT = 0.4
const LEAST = 0.7
/** What is left of it where two statements begin with other words altogether and end with the same. */
const OTHER_NEWS = 0.3
/** What a change between heading and text, or into a list, leaves of the evidence, where the words differ. */
const OTHER_KIND = { heading: 0.6, other: 0.95 }
/** What is left of it in a field of several values, or rows with figures, that do not begin with the same word. */
const OTHER_VALUE = 0.3
/** How much of the evidence is how much of the shorter claim the longer one holds; the rest goes by both. */
const CONTAINED = 0.25
/** Weight of words from which the share of a short claim counts fully. */
const FULL_WEIGHT = 3
/** Below this, nothing speaks for two claims being one. */
const FAINT = 0.1
/** What the text naming the claim's own number adds, where the words say something already. */
const HINTED = 0.12

export function evidenceOf(before: readonly RecordedPiece[], after: readonly Piece[], terms: BothTerms): Evidence {
  const labels = [new Set(before.map(({ label }) => label)), new Set(after.map(({ label }) => label))] as const
  const rough = roughScore()
  const notes = { before: before.map(isNote), after: after.map(isNote) }
  const answers = { before: answersIn(before, terms.before), after: answersIn(after, terms.after) }
  const compatible = (from: number, to: number, same: boolean): boolean => {
    // A note quotes the claim that it withdraws, and is not it.
    if (notes.before[from] !== notes.after[to]) return false
    const [old, now] = [before[from]?.label, after[to]?.label]
    if (old === now) return true
    const gone = (old === undefined || !labels[1].has(old)) && (now === undefined || !labels[0].has(now))
    if (gone && (same || (old !== undefined && now !== undefined))) return true
    return same && substance(terms.before[from]) >= SUBSTANTIAL_WEIGHT
  }
  const named = (from: number, to: number) => before[from]?.number === after[to]?.hint
  const pairScore = (from: number, to: number): number => {
    const [one, other] = [terms.before[from], terms.after[to]]
    if (!one || !other) return 0
    if (one.text === other.text) return compatible(from, to, true) ? 1 : 0
    if (!compatible(from, to, false)) return 0
    const [old, now] = [before[from], after[to]]
    if (!old || !now || rough(one, other) < FAINT) return 0
    const words = wordScore(one, other)
    const score =
      old.kind === now.kind ? words : words * (isOneHeading(old, now) ? OTHER_KIND.heading : OTHER_KIND.other)
    const field = old.label !== undefined && now.label !== undefined && !holdsFirst(one, other)
    const row = old.kind === 'list_item' && now.kind === 'list_item' && isOtherRow(one, other)
    const value = field || row ? OTHER_VALUE : 1
    return Math.min(0.999, value * (score > FAINT && named(from, to) ? score + HINTED : score))
  }
  const divisible = (from: number, to: number): boolean => {
    const [old, now] = [before[from], after[to]]
    return old !== undefined && now !== undefined && !isOneHeading(old, now) && compatible(from, to, false)
  }
  return { before, after, terms, compatible, pairScore, named, answers, divisible }
}

/** How many words a row of a tally has, at most. */
const ROW_WORDS = 7

/** Whether two rows with figures begin with words that are not spellings of one: "Ana Kos, 81" and "Luka Kos, 81". */
function isOtherRow(one: Terms, other: Terms): boolean {
  const [old, now] = [rowLead(one), rowLead(other)]
  return old !== undefined && now !== undefined && old.text[0] !== now.text[0] && !other.forms.includes(old)
}

function rowLead({ forms }: Terms): Form | undefined {
  if (forms.length > ROW_WORDS || !forms.some(({ number }) => number)) return undefined
  return forms.find((form) => !form.number && form.weight >= 0.25)
}

const isNote = ({ text }: Piece) => isRetractionNote(text)

const isOneHeading = (one: Piece, other: Piece) => (one.kind === 'heading') !== (other.kind === 'heading')

/** Weight of the words that are no numbers. */
function substance(terms: Terms | undefined): number {
  return terms?.forms.reduce((sum, form) => sum + (form.number ? 0 : form.weight), 0) ?? 0
}

/** Whether the first word that tells something in the shorter value stands in the longer: people and units begin so. */
function holdsFirst(one: Terms, other: Terms): boolean {
  const [short, long] = one.weight <= other.weight ? [one, other] : [other, one]
  const first = short.forms.find((form) => form.weight >= 0.25)
  return first === undefined || long.forms.some((form) => form === first || alike(form, first))
}

/** How much two claims have in common, 0 to 1: by the words of both, and by those of the shorter. */
function wordScore(one: Terms, other: Terms): number {
  const shared = common(restOf(one), other)
  const score = shareOf(shared.weight, one, other)
  if (shareOnlyDate(one, other, shared.weight)) return score * OTHER_EVENT
  if (score > FAINT && shareOnlyTail(one, other)) return score * OTHER_NEWS
  const others = shared.telling ? 0 : Math.min(names(one), names(other))
  return others === 0 ? score : score * (others === 1 ? OTHER_SUBJECT : OTHER_SUBJECTS)
}

/**
 * Whether two claims begin with the same date (words up to the last number both begin with, and a name right behind it)
 * and have next to nothing else in common: what happened on a day is not what else happened on it.
 */
function shareOnlyDate(one: Terms, other: Terms, shared: number): boolean {
  let [lead, dated, number] = [0, 0, -1]
  for (const [at, form] of one.forms.entries()) {
    if (form !== other.forms[at]) break
    lead += form.weight
    if (form.number) number = at
    if (form.number || (dated > 0 && number === at - 1 && one.telling[at])) dated = lead
  }
  return dated > 0 && shared - dated < LEAST && one.weight - dated > LEAST && other.weight - dated > LEAST
}

function shareOf(shared: number, one: Terms, other: Terms): number {
  const sum = one.weight + other.weight
  if (sum === 0) return 0
  const both = Math.min(1, (2 * shared) / sum)
  const contained = Math.min(1, shared / Math.max(Math.min(one.weight, other.weight), FULL_WEIGHT))
  return Math.max(both, (1 - CONTAINED) * both + CONTAINED * contained)
}

/** More than two claims can have in common, by the beginnings of their words alone; remembers the last `one` asked for. */
function roughScore(): (one: Terms, other: Terms) => number {
  let last: Terms | undefined
  const stems = new Set<number>()
  return (one, other) => {
    if (one !== last) {
      stems.clear()
      for (const { stem } of one.forms) stems.add(stem)
      last = one
    }
    let shared = 0
    for (const { stem, weight } of other.forms) if (stems.has(stem)) shared += weight
    return shareOf(shared, one, other)
  }
}

function names({ forms, telling }: Terms): number {
  return forms.reduce((sum, form, at) => sum + (telling[at] && !form.number ? 1 : 0), 0)
}
