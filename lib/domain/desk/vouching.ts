import { type ChainBreak, canonicalJson, type Json } from './audit.ts'

/** Digests by the name of a table, or by the id of a row. */
export type Digests = Record<string, string>

/**
 * How rows are spelled for their digests. An event says by which version it was recorded, so that columns that came to
 * be vouched for later do not break what was recorded before. Absent: 1.
 */
export const SPELLING = 2

/** What one event vouches for: the rows it recorded, accepted and ended, and things that may change again later. */
export type Vouching = {
  spelling: number
  recorded: Digests
  accepted: Digests
  ended: Digests
  /** Rows beside the clock (a user, a workspace, an article) as they were then, by table and id. */
  vouched: Record<string, Digests>
  /** A member's role from then on. */
  role?: { member: string; role: string }
  /** The article's title from then on. */
  title?: string
  /** The workspace's name from then on. */
  name?: string
}

/** Shared, because most events vouch for nothing in most places, and all events of a clock are held at once. */
const NONE: Digests = {}
const NOTHING: Record<string, Digests> = {}

const NEW_ROLE = new Set(['member.added', 'member.role_changed'])
/** Kinds of changes that may give an article another title. */
const RETITLES = new Set(['upstream.taken', 'article.amended'])

/** What an event vouches for, from its kind and its payload. */
export function vouchingOf(kind: string, payload: Json): Vouching {
  const held = (typeof payload === 'object' && payload !== null ? payload : {}) as Record<string, unknown>
  const { spelling, recorded, accepted, ended, vouched, member, role, to, title, name } = held
  return {
    spelling: typeof spelling === 'number' ? spelling : 1,
    recorded: (recorded ?? NONE) as Digests,
    accepted: (accepted ?? NONE) as Digests,
    ended: (ended ?? NONE) as Digests,
    vouched: (vouched ?? NOTHING) as Record<string, Digests>,
    ...(NEW_ROLE.has(kind) && { role: { member: String(member), role: String(role ?? to) } }),
    ...((kind === 'article.imported' || (RETITLES.has(kind) && title !== undefined)) && {
      title: String(title),
    }),
    ...(kind === 'workspace.created' && name !== undefined && { name: String(name) }),
  }
}

/**
 * What the payload of a `record.redacted` event holds beside its reason. It authorises that the payloads of exactly
 * the changes in `redacted` are gone, all earlier ones of the same clock, and says for each of them what it vouches for
 * from now on: the digests of all of its rows as they are after the redaction. Change 0 is not a change: it has the
 * notifications of the article that are older than the events that vouch for them.
 */
export type Redaction = { redacted: number[]; reissued: Record<string, Vouching> }

/** With the public key (base64url) of the installation that redacted, and its signature of `redactionText`. */
export type SignedRedaction = Redaction & { key: string; signature: string }

/**
 * What is signed of a redaction. Its words replace what the changes said of themselves, so whoever can write to the
 * database must not be able to make one: they don't have the key, which is kept beside it.
 * @param seq of the change that redacts
 */
export function redactionText(clockId: string, seq: number, { redacted, reissued }: Redaction): string {
  return canonicalJson({ clockId, seq, redacted, reissued })
}

/** The hash that a snapshot's row names once its file was erased. No file has it. */
export const ERASED_FILE = '0'.repeat(64)

/** An event as the verifier keeps it: null where its payload is gone. */
export type Voucher = { seq: number; vouching: Vouching | null }

/**
 * Applies redactions to the events of one clock: a redacted event vouches for what the newest redaction says it does.
 * A payload that is gone without a redaction of that very change is a break, and so is one that was redacted and is
 * there all the same.
 * @param redactions in the order of the clock
 * @returns `redacted`: how many of the events were; `older`: what was reissued for change 0, and by which redaction
 */
export function applyRedactions(
  events: readonly Voucher[],
  redactions: readonly { seq: number; redaction: Redaction }[],
): { vouchers: Voucher[]; breaks: ChainBreak[]; redacted: number; older: { seq: number; vouching: Vouching } | null } {
  const breaks: ChainBreak[] = []
  const reissued = new Map<number, Vouching>()
  let older: { seq: number; vouching: Vouching } | null = null
  for (const { seq, redaction } of redactions) {
    for (const target of redaction.redacted) {
      const vouching = redaction.reissued[target]
      if (target === 0 && vouching) older = { seq, vouching }
      else if (target < seq && vouching) reissued.set(target, vouching)
      else breaks.push({ seq, what: `it redacts change ${target}, which is not an earlier one` })
    }
  }
  const vouchers = events.map(({ seq, vouching }): Voucher => {
    const instead = reissued.get(seq)
    if (vouching === null && !instead)
      breaks.push({ seq, what: 'its content is missing, and no redaction took it away' })
    if (vouching !== null && instead) breaks.push({ seq, what: 'its content was redacted, and is there all the same' })
    return { seq, vouching: instead ?? vouching }
  })
  return { vouchers, breaks, redacted: events.filter(({ seq }) => reissued.has(seq)).length, older }
}
