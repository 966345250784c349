import { canonicalJson, EMPTY_CHAIN, type Json } from './audit.ts'

export const CHECKPOINT_FORMAT = 'attest-checkpoint/1'

/** Where one clock was: its newest change, and the hash of that change's event. */
export type Head = {
  id: string
  /** The desk's own id where the clock is a desk's. */
  desk: string
  seq: number
  hash: string
  /** Digests of what no event vouches for, by what it is. */
  beside?: Record<string, string>
}

export type Counts = { events: number; desks: number; articles: number; users: number }

/**
 * Where the record was at a moment. Kept elsewhere, it shows later that the record was only added to: nothing in it was
 * taken back, removed or written again.
 */
export type Checkpoint = {
  format: typeof CHECKPOINT_FORMAT
  /** ISO 8601 in UTC. */
  at: string
  clocks: Head[]
  /** Absent where the checkpoint is that of a report, which concerns its own two clocks alone. */
  counts?: Counts
  /** The content hash of the report that it belongs to. */
  report?: string
}

/** `key` is the public key, `signature` over the checkpoint's one spelling; both base64url. */
export type SignedCheckpoint = Checkpoint & { key: string; signature: string }

/** A checkpoint in its one spelling: what is signed. */
export function checkpointText(checkpoint: Checkpoint | SignedCheckpoint): string {
  const { key: _, signature: __, ...signed } = checkpoint as SignedCheckpoint
  return canonicalJson(signed as unknown as Json)
}

/** A clock as the record has it now. `hashAt` is the hash of its event at the checkpoint's change, if there is one. */
export type ClockNow = { workspaceId: string; seq: number; hashAt: string | undefined }

/** Why the record does not extend a checkpoint's head, in words; null where it does. */
export function headFault(head: Head, now: ClockNow): string | null {
  if (now.workspaceId !== head.desk) return 'it belongs to another desk than in the checkpoint'
  if (now.seq < head.seq)
    return `its newest changes were taken back: it ends at change ${now.seq}, the checkpoint saw change ${head.seq}`
  const hash = head.seq === 0 ? EMPTY_CHAIN : now.hashAt
  if (hash !== head.hash)
    return 'this change is not the one that the checkpoint saw: the chain was rewritten up to here or further'
  return null
}

const COUNTED: [keyof Counts, string][] = [
  ['events', 'events'],
  ['desks', 'desks'],
  ['articles', 'articles'],
  ['users', 'accounts'],
]

/** What the record has less of than the checkpoint saw, in words. */
export function countFaults(then: Counts, now: Counts): string[] {
  return COUNTED.flatMap(([what, words]) =>
    now[what] < then[what] ? [`There are ${now[what]} ${words}; the checkpoint saw ${then[what]}.`] : [],
  )
}
