import { type Framing, type Said, sameFraming, saysTheSame } from '../article/framing.ts'
import { REDACTED } from '../desk/redaction.ts'

/** `inherited`: an ancestor's wording, to which the checks carried over from it belong. */
export type WordingState = 'proposed' | 'accepted' | 'rejected' | 'superseded' | 'withdrawn' | 'inherited'

/** UTF-16 units. Longer than any sentence seen; a bound so that a diff of two wordings stays cheap. */
export const WORDING_LIMIT = 10_000
export const REASON_LIMIT = 2_000

/** What is wrong with a wording, in words for the person who typed it, or null. */
export function wordingProblem(text: string): string | null {
  if (text.trim() === '') return 'A wording cannot be empty.'
  if (text.length > WORDING_LIMIT) {
    const over = `${text.length.toLocaleString('en')} characters`
    return `This wording has ${over}; the limit is ${WORDING_LIMIT.toLocaleString('en')}. Shorten it, or split the claim.`
  }
  if (/[\n\r\u2028\u2029]/.test(text)) return 'A wording is one line. Take out the line breaks.'
  return null
}

/** A wording as it is set and typed: line breaks of the file it came from are white space like any other. */
export function oneLine(text: string): string {
  // Whole runs at a time: one that is looked for a line break from each of its places takes time squared.
  return text.replace(/\s+/g, (run) => (/[\n\r\u2028\u2029]/.test(run) ? ' ' : run))
}

/**
 * A person edits the words; the white space at a claim's edges belongs to the article's setting and is kept as it was.
 * @returns `typed` without its own edges, between those of `base`
 */
export function withEdgesOf(base: string, typed: string): string {
  const words = typed.trim()
  const start = base.length - base.trimStart().length
  const end = base.trimEnd().length
  return base.slice(0, start) + words + base.slice(Math.max(end, start))
}

/** The substance number of a wording that takes the place of `head`: one more when it says something else. */
export function nextSubstance(head: Said & { substance: number }, next: Said): number {
  return saysTheSame(head, next) ? head.substance : head.substance + 1
}

export type Reviewer = { memberId: string; mayReview: boolean }
/** A wording that someone had before them when they wrote another. */
export type Base = Said & { id: string }
export type Proposal = { id: string; text: string; state: WordingState; authorId: string | null; base: Base | null }
/** The accepted wording, in the frame it has in the article. */
export type Head = Said & { id: string; substance: number }

/**
 * Whether someone who wrote against `base` wrote against what the claim says now: it is the accepted wording, or says
 * the very same (an earlier one that was restored).
 */
export function isCurrent(base: Base | null, head: Base): boolean {
  if (base === null) return false
  return base.id === head.id || (base.text.trim() === head.text.trim() && sameFraming(base, head))
}

/** A wording's words in the frame of another. */
function framed(text: string, { label, quoted }: Framing): Said {
  return { text, ...(label !== undefined && { label }), ...(quoted && { quoted }) }
}

export type Acceptance =
  | { outcome: 'accept'; substance: number }
  | { outcome: 'settled'; state: WordingState }
  | { outcome: 'own_proposal' }
  /** The accepted wording is no longer the one the proposal was written against. */
  | { outcome: 'conflict' }

/**
 * Decides whether a proposal may take the place of the accepted wording. The caller holds the article's lock, so the
 * head it passes is the head.
 * @param allowed whether this reviewer may accept what that author proposed (`mayAccept`)
 */
export function decideAcceptance(proposal: Proposal, head: Head, allowed: boolean): Acceptance {
  if (proposal.state !== 'proposed') return { outcome: 'settled', state: proposal.state }
  if (!allowed) return { outcome: 'own_proposal' }
  if (!isCurrent(proposal.base, head)) return { outcome: 'conflict' }
  return { outcome: 'accept', substance: nextSubstance(head, framed(proposal.text, head)) }
}

/**
 * Why an earlier wording of a claim is not one to restore: it is another claim's, it is current, or its words were
 * redacted; null where it can be. What waits for review is decided there.
 */
export function whyNotRestore({
  state,
  text,
}: {
  state: WordingState
  text: string
}): 'inherited' | 'current' | 'waiting' | 'redacted' | null {
  if (text.trim() === REDACTED) return 'redacted'
  if (state === 'inherited') return 'inherited'
  if (state === 'accepted') return 'current'
  return state === 'proposed' ? 'waiting' : null
}

export type Replacement =
  | { outcome: 'replace'; text: string; substance: number }
  | { outcome: 'unchanged' }
  | { outcome: 'conflict' }

/** Decides whether a typed wording may take the place of (or be proposed against) the head it was based on. */
export function decideReplacement(head: Head, base: Base | null, typed: string): Replacement {
  if (!isCurrent(base, head)) return { outcome: 'conflict' }
  const text = withEdgesOf(head.text, typed)
  if (text === head.text) return { outcome: 'unchanged' }
  return { outcome: 'replace', text, substance: nextSubstance(head, framed(text, head)) }
}
