/** Every kind of event the audit log knows; a closed list. */
export const EVENT_KINDS = [
  'workspace.created',
  'member.added',
  'member.role_changed',
  'member.ended',
  'account.link_made',
  'account.password_set',
  'account.password_changed',
  'policy.set',
  'source.added',
  'source.graded',
  'source.origin_set',
  'source.amended',
  'source.contact_set',
  'source.merged',
  'source.parted',
  'source.found_apart',
  'source.visited',
  'source.snapshot_given',
  'source.quotes_checked',
  'source.archived',
  'article.imported',
  'article.amended',
  'article.archived',
  'article.brought_back',
  'wording.proposed',
  'wording.withdrawn',
  'wording.accepted',
  'wording.rejected',
  'wording.recorded',
  'wording.restored',
  'wording.amended',
  'revision.recorded',
  'revision.proposed',
  'revision.restored',
  'upstream.taken',
  'claim.split',
  'claims.merged',
  'structure.proposed',
  'structure.accepted',
  'structure.rejected',
  'structure.withdrawn',
  'citation.attached',
  'citation.withdrawn',
  'citation.amended',
  'search.logged',
  'search.withdrawn',
  'assessment.made',
  'assessment.withdrawn',
  'check.reaffirmed',
  'claim.adjudicated',
  'adjudication.withdrawn',
  'claim.checkability_set',
  'assignment.made',
  'assignment.ended',
  'thread.opened',
  'comment.added',
  'comment.withdrawn',
  'thread.resolved',
  'thread.reopened',
  'record.redacted',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Hex SHA-256 of a text's UTF-8 bytes; passed in, because this folder computes and does not reach for a platform. */
export type Sha256 = (text: string) => string

export const EMPTY_CHAIN = '0'.repeat(64)

/** What one event says, before it is chained. `at` is ISO 8601 in UTC with milliseconds. */
export type EventFacts = { seq: number; kind: string; memberId: string | null; at: string; deskSeq: number }

export type ChainedEvent = EventFacts & {
  payload: Json | null
  salt: string | null
  payloadHash: string
  previousHash: string
  hash: string
}

/**
 * JSON with one spelling only: keys sorted by code unit, no white space. The shape of RFC 8785, for the values an
 * event may hold. Two payloads are the same exactly when their canonical texts are.
 * @throws TypeError on a number that is not finite, which JSON cannot say
 */
export function canonicalJson(value: Json): string {
  // A snapshot has fifty thousand blocks, and the desk waits for their digest: the engine writes them three times as fast.
  const sorted = withSortedKeys(value)
  return sorted === UNSORTABLE ? pieceByPiece(value) : JSON.stringify(sorted)
}

/** An object puts keys that look like a whole number first, and `__proto__` is no key of it. */
const UNSORTABLE = Symbol('unsortable')
const OUT_OF_ORDER = /^(?:\d+|__proto__)$/

function withSortedKeys(value: Json): Json | typeof UNSORTABLE {
  if (typeof value === 'number') return finite(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const items: Json[] = []
    for (const item of value) {
      const sorted = withSortedKeys(item)
      if (sorted === UNSORTABLE) return UNSORTABLE
      items.push(sorted)
    }
    return items
  }
  const members: { [key: string]: Json } = {}
  for (const key of Object.keys(value).sort()) {
    const sorted = OUT_OF_ORDER.test(key) ? UNSORTABLE : withSortedKeys(value[key] ?? null)
    if (sorted === UNSORTABLE) return UNSORTABLE
    members[key] = sorted
  }
  return members
}

function pieceByPiece(value: Json): string {
  if (typeof value === 'number') return `${finite(value)}`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${pieceByPiece(item)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${pieceByPiece(value[key] ?? null)}`
  return `{${text}}`
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot hold')
  return value
}

/** H(salt, payload): salted, so that a redacted payload cannot be guessed back from its hash. */
function payloadHash(salt: string, payload: Json, sha256: Sha256): string {
  return sha256(`${salt}\n${canonicalJson(payload)}`)
}

/** H(previous hash, seq, kind, actor, time, desk clock, payload hash). Fields are joined by a separator none can hold. */
function eventHash(facts: EventFacts, payloadDigest: string, previousHash: string, sha256: Sha256): string {
  const { seq, kind, memberId, at, deskSeq } = facts
  return sha256([previousHash, seq, kind, memberId ?? '-', at, deskSeq, payloadDigest].join('\n'))
}

/** Chains an event onto `previousHash`. */
export function chainEvent(
  facts: EventFacts,
  payload: Json,
  salt: string,
  previousHash: string,
  sha256: Sha256,
): ChainedEvent {
  const digest = payloadHash(salt, payload, sha256)
  return {
    ...facts,
    payload,
    salt,
    payloadHash: digest,
    previousHash,
    hash: eventHash(facts, digest, previousHash, sha256),
  }
}

export type ChainBreak = { seq: number; what: string }

/**
 * Checks one event against the one before it. Returns what is wrong in words, or null. An event whose payload and salt
 * are gone passes here, because its payload hash stays in the chain: whether it was redacted is `applyRedactions`' to say.
 */
export function eventBreak(
  event: ChainedEvent,
  previous: { seq: number; hash: string },
  sha256: Sha256,
): ChainBreak | null {
  const broken = (what: string) => ({ seq: event.seq, what })
  if (event.seq !== previous.seq + 1) return broken(`expected change ${previous.seq + 1} here, found ${event.seq}`)
  if (event.previousHash !== previous.hash) return broken('does not continue the change before it')
  if (event.payload !== null) {
    if (event.salt === null || payloadHash(event.salt, event.payload, sha256) !== event.payloadHash)
      return broken('its content is not what was recorded')
  }
  if (eventHash(event, event.payloadHash, event.previousHash, sha256) !== event.hash)
    return broken('its kind, author or time is not what was recorded')
  return null
}
