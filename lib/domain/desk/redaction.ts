import type { Json } from './audit.ts'

/** What stands where words were taken away. The database lets a redaction write this, and nothing else. */
export const REDACTED = '[redacted]'
/** The same where an address has to be one. No such host can be (RFC 2606). */
export const REDACTED_ADDRESS = 'https://redacted.invalid/'

/** The closed list of what an owner can redact on an article. */
export const ARTICLE_TARGETS = [
  'comment',
  'assessment',
  'adjudication',
  'citation',
  'wording',
  'search',
  'assignment',
  'checkability',
  'structure',
  'revision',
  'details',
  'archiving',
] as const
export type ArticleTarget = (typeof ARTICLE_TARGETS)[number]

/** The noun whose rows a target is, and the columns of theirs that hold someone's words. */
export const ARTICLE_NOUN = {
  comment: { noun: 'Comment', words: ['body', 'endReason'] },
  assessment: { noun: 'Assessment', words: ['rationale', 'endReason'] },
  adjudication: { noun: 'Adjudication', words: ['reason', 'endReason'] },
  citation: { noun: 'Citation', words: ['quote', 'note', 'locator', 'anchor', 'endReason'] },
  wording: { noun: 'ClaimRevision', words: ['text', 'label', 'section', 'reason', 'reviewReason'] },
  search: { noun: 'SearchEntry', words: ['place', 'query', 'note', 'endReason'] },
  assignment: { noun: 'Assignment', words: ['note', 'endReason'] },
  checkability: { noun: 'Checkability', words: ['reason'] },
  structure: { noun: 'StructureProposal', words: ['reason', 'reviewReason', 'content'] },
  revision: { noun: 'Revision', words: ['summary'] },
  // Of what was changed about an article as a whole, the reason; the details themselves are listed as they were.
  details: { noun: 'ArticleAmendment', words: ['reason'] },
  archiving: { noun: 'Archiving', words: ['reason', 'endReason'] },
} as const satisfies Record<ArticleTarget, { noun: string; words: readonly string[] }>

// A thread has no words of its own: its quote is the claim's and goes with the wording, and it is resolved without a reason.

/** Reasons on the shelf that can be redacted: whose rows they are, and the column that holds the words. */
export const SHELF_REASONS = { grade: 'SourceGrade', merge: 'SourceMerge' } as const
export type ShelfReason = keyof typeof SHELF_REASONS
export const SHELF_REASON_NAMES = Object.keys(SHELF_REASONS) as ShelfReason[]

/** Fields of a source's record that can be redacted, with what a person calls them. */
export const SOURCE_FIELDS = {
  title: 'Title',
  author: 'Authors',
  editor: 'Editors',
  'container-title': 'Published in',
  publisher: 'Publisher',
  'publisher-place': 'Place',
  URL: 'Address',
  DOI: 'DOI',
  ISBN: 'ISBN',
  issued: 'Date',
  medium: 'Medium',
  contact: 'How to reach them',
} as const
export type SourceField = keyof typeof SOURCE_FIELDS
export const SOURCE_FIELD_NAMES = Object.keys(SOURCE_FIELDS) as SourceField[]

/** All that can be redacted, by what it is called on the command line. */
export const REDACTABLE = [...ARTICLE_TARGETS, 'source', 'snapshot', ...SHELF_REASON_NAMES] as const
export type Redactable = (typeof REDACTABLE)[number]

/** The words the system itself ends rows with; no one wrote them, and they are looked for nowhere. */
const OWN_WORDS = new Set(['withdrawn', 'superseded', 'reaffirmed', 'amended', 'Amended', REDACTED, REDACTED_ADDRESS])

/** Shorter words are looked for as a whole only: "Yes." stands in too many texts to be someone's secret in each. */
const TELLING = 8

/** The texts that have to go, from the values of a row: every text in it, however deep, that a person wrote. */
export function secretsOf(values: readonly Json[]): string[] {
  const found = new Set<string>()
  const collect = (value: Json): void => {
    if (typeof value === 'string') {
      const words = value.trim()
      if (words !== '' && !OWN_WORDS.has(words)) found.add(words)
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect)
  }
  values.forEach(collect)
  return [...found]
}

/** The secrets that are long enough to be looked for as a part of other texts. */
export function longEnough(secrets: readonly string[]): string[] {
  return secrets.filter((secret) => secret.length >= TELLING)
}

/** Does this text hold one of the secrets: as a whole, or, where the secret is long enough to tell, as a part? */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  const words = text.trim()
  return secrets.some((secret) => words === secret || (secret.length >= TELLING && words.includes(secret)))
}

/** Does any text in a value hold one of the secrets? */
export function holdsAnySecret(value: Json, secrets: readonly string[]): boolean {
  if (typeof value === 'string') return holdsSecret(value, secrets)
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some((member) => holdsAnySecret(member, secrets))
}

/** The value with every text that holds a secret replaced as a whole. The same value where none does. */
export function withoutSecrets(value: Json, secrets: readonly string[]): Json {
  if (typeof value === 'string') return holdsSecret(value, secrets) ? REDACTED : value
  if (value === null || typeof value !== 'object' || !holdsAnySecret(value, secrets)) return value
  if (Array.isArray(value)) return value.map((member) => withoutSecrets(member, secrets))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutSecrets(member, secrets)]))
}

/**
 * The same where parts of a secret stand as well: a proposal to split a claim holds its words in pieces. Only for a value
 * that holds a secret as a whole. `kind` names what it is, in our words.
 */
export function withoutParts(value: Json, secrets: readonly string[]): Json {
  if (!holdsAnySecret(value, secrets)) return value
  const without = (held: Json): Json => {
    if (typeof held === 'string') {
      const words = held.trim()
      const isPart = words !== '' && secrets.some((secret) => secret.includes(words))
      return isPart || holdsSecret(held, secrets) ? REDACTED : held
    }
    if (held === null || typeof held !== 'object') return held
    if (Array.isArray(held)) return held.map(without)
    return Object.fromEntries(
      Object.entries(held).map(([key, member]) => [key, key === 'kind' ? member : without(member)]),
    )
  }
  return without(value)
}

/** The value with all of its texts replaced: of a column that as a whole holds someone's words. Empty texts stay empty. */
export function emptied(value: Json): Json {
  if (typeof value === 'string') return value.trim() === '' ? value : REDACTED
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(emptied)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, emptied(member)]))
}

/** What a redaction is about: the ids of its entries, and the numbers of the claims whose words go. */
export type About = { ids: readonly string[]; claims: readonly number[] }

/** Does a recorded change concern one of these? It names an entry by its id somewhere, or a claim as its `claim`. */
export function concerns(details: Json, about: About): boolean {
  if (typeof details === 'string') return about.ids.includes(details)
  if (details === null || typeof details !== 'object') return false
  return Object.entries(details).some(
    ([key, member]) =>
      (key === 'claim' && typeof member === 'number' && about.claims.includes(member)) || concerns(member, about),
  )
}

/** Members of a change's details that hold a code of ours: a claim may say "refuted" and be assessed so. */
const CODES = new Set(['verdict', 'confidence', 'stance', 'result', 'outcome', 'structure', 'noun', 'role'])

/** Do the recorded details of a change hold one of the secrets, in words that someone wrote? */
export function tells(details: Json, secrets: readonly string[]): boolean {
  if (details === null || typeof details !== 'object' || Array.isArray(details)) return holdsAnySecret(details, secrets)
  return Object.entries(details).some(([key, member]) => !CODES.has(key) && holdsAnySecret(member, secrets))
}

/** A proposed change of structure without its words: what kind of change it is and which claims it is about stay. */
export function withoutContent(value: Json): Json {
  if (value === null || typeof value !== 'object') return emptied(value)
  if (Array.isArray(value)) return value.map(withoutContent)
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === 'kind' ? member : withoutContent(member)]),
  )
}

/**
 * Why a wording cannot be redacted as it stands; null where it can. What the claim says now has to be words: a report,
 * a review and every check are about them. So the claim is reworded first, and what it said before goes then.
 */
export function wordingStays(state: string): string | null {
  if (state === 'accepted')
    return 'This is what the claim says now. Reword the claim first, then redact what it said before. Nothing was redacted.'
  return structureStays(state)
}

/** Why a proposed change of structure cannot be redacted; null where it can. A reviewer has to know what they accept. */
export function structureStays(state: string): string | null {
  if (state !== 'proposed') return null
  return 'This proposal waits for an answer. Reject or withdraw it first, then redact it. Nothing was redacted.'
}

/** A bibliographic record without one of its fields. A title has to be there, so fixed words take its place. */
export function withoutField(csl: Record<string, Json>, field: Exclude<SourceField, 'contact'>): Record<string, Json> {
  if (field === 'title') return { ...csl, title: REDACTED }
  const { [field]: _, ...rest } = csl
  return rest
}

/** Who took words away, when and why, as a line for where they were. */
export type RedactionMark = { memberId: string | null; at: string; reason: string }
