import type { SectionChange } from '@/lib/domain/article/section.ts'
import type { Outcome } from '@/lib/domain/reconcile/piece.ts'
import type { RevisionCounts } from '@/lib/domain/revision/count.ts'
import type { Conflict } from '@/lib/domain/revision/three-way.ts'

export type ShownClaim = {
  text: string
  /** What it carries wherever it is shown outside the article; null for running text. */
  label: string | null
  /** Its number in the article; null for a new one. */
  number: number | null
  /** Its place in the text taken in; null where the desk's own is kept. */
  piece: number | null
}

/**
 * A decision as it is shown before anything is recorded. `base`: places of the claims in the text both began with.
 * `key`: the change it belongs to, by which it is chosen; empty where no change of the text brings it about.
 */
export type ShownDecision = {
  key: string
  chosen: boolean
  outcome: Outcome
  moved: boolean
  score: number
  reason: string
  before: { number: number; text: string; label: string | null }[]
  after: ShownClaim[]
  base: number[]
  /** The sections it was in and is in now, where it goes under another heading; else null. */
  sections: SectionChange | null
  /** Someone said that this changes what it says: its checks go stale. */
  recheck: boolean
  /** Checks that go stale with it; of a claim that comes back, those that come back with it, stale. */
  atStake: { citations: number; assessments: number }
  /** Proposals that wait for claims which leave the article, and end with them. */
  proposals: number
}

/** `change`: the key of the change that the conflict is about. */
export type ShownConflict = Conflict & { change: string; chosen: boolean }

/**
 * A claim that several people changed: what the working text says now, what each of those who typed in it meant (null
 * where that is no longer known), and what was recorded of it meanwhile that the working text does not have.
 */
export type Contested = {
  number: number
  now: string
  versions: { memberId: string; words: string | null }[]
  recorded: { revision: number; memberId: string | null; words: string } | null
}

export type Preview = {
  /** The revision this would follow. */
  head: number
  /** The revision it was begun with. */
  base: number
  /** Of what would be recorded: of the changes that are chosen. */
  counts: RevisionCounts
  /** How many changes there are, chosen or not, listed or not. */
  total: number
  /** The article's title, where upstream has another. */
  title: { before: string; after: string } | null
  /** Everything but what is kept, in reading order, chosen or not; at most `DECISIONS_SHOWN`. */
  decisions: ShownDecision[]
  conflicts: ShownConflict[]
  /** The keys of all changes that can be chosen, listed or not, that of the setting included. */
  keys: string[]
  /** How the text is set changes too: paragraphs, kinds of blocks, white space. */
  setting: { key: string; chosen: boolean } | null
  /** Only how the text is set changes: paragraphs, white space. */
  settingOnly: boolean
  unchanged: boolean
  /** Claims among these changes that several people changed: to be looked at before anything is recorded. */
  contested?: Contested[]
  /** Why it cannot be recorded as it is; null when it can. */
  problem: string | null
  digest: string
}

export const DECISIONS_SHOWN = 400
