import { sameSubstance } from './substance'

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
  return text.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
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
export function nextSubstance(head: { text: string; substance: number }, text: string): number {
  return sameSubstance(head.text, text) ? head.substance : head.substance + 1
}

export type Reviewer = { memberId: string; mayReview: boolean }
export type Proposal = { id: string; text: string; state: WordingState; authorId: string | null; baseId: string | null }
export type Head = { id: string; text: string; substance: number }

export type Acceptance =
  | { outcome: 'accept'; substance: number }
  | { outcome: 'settled'; state: WordingState }
  | { outcome: 'own_proposal' }
  /** The accepted wording is no longer the one the proposal was written against. */
  | { outcome: 'conflict' }

/**
 * Decides whether a proposal may take the place of the accepted wording. The caller holds the article's lock, so the
 * head it passes is the head.
 * @param mustDiffer policy: must the reviewer be another person than the author?
 */
export function decideAcceptance(proposal: Proposal, head: Head, reviewerId: string, mustDiffer: boolean): Acceptance {
  if (proposal.state !== 'proposed') return { outcome: 'settled', state: proposal.state }
  if (mustDiffer && proposal.authorId === reviewerId) return { outcome: 'own_proposal' }
  if (proposal.baseId !== head.id) return { outcome: 'conflict' }
  return { outcome: 'accept', substance: nextSubstance(head, proposal.text) }
}

export type Replacement =
  | { outcome: 'replace'; text: string; substance: number }
  | { outcome: 'unchanged' }
  | { outcome: 'conflict' }

/** Decides whether a typed wording may take the place of (or be proposed against) the head it was based on. */
export function decideReplacement(head: Head, baseId: string, typed: string): Replacement {
  if (baseId !== head.id) return { outcome: 'conflict' }
  const text = withEdgesOf(head.text, typed)
  if (text === head.text) return { outcome: 'unchanged' }
  return { outcome: 'replace', text, substance: nextSubstance(head, text) }
}
