import type { StructureChange } from '@/lib/domain/revision/structure.ts'

// What the review pages and the desk get of proposals.

export type AtStake = { citations: number; assessments: number }

type Entry = {
  id: string
  /** What was proposed together has one; a proposal by itself has its own. */
  group: string
  article: { id: string; slug: string; title: string }
  /** The claim it is about, or that it goes behind; null at the article's start. */
  claim: number | null
  section: { id: string; title: string } | null
  reason: string
  authorId: string | null
  at: Date
  /** Current checks of the accepted wording that go stale, or leave the article, if this is accepted. */
  atStake: AtStake
  numbersChanged: boolean
  /** The policy lets this person accept it. */
  mayAccept: boolean
}

export type WordingEntry = Entry & {
  kind: 'wording'
  claim: number
  /** What the claim is shown with: an infobox field's name, "Quotation". */
  label: string | null
  text: string
  baseText: string
  headId: string
  headText: string
  /** The accepted wording is no longer the one this was written against. */
  conflict: boolean
}

type Neighbour = { claim: number; text: string }

export type StructureEntry = Entry & {
  kind: StructureChange['kind']
  change: StructureChange
  /** Why it does not fit what the article says by now; null while it fits. */
  misfit: string | null
  /** The claim it would follow, and (of one that moves) the claim it follows now. */
  behind: Neighbour | null
  from: Neighbour | null
}

export type QueueEntry = WordingEntry | StructureEntry

/** What someone proposed in one go, newest first; the proposals in it by claim. */
export type QueueGroup = { id: string; entries: QueueEntry[] }

export type Queue = {
  groups: QueueGroup[]
  /** All that wait in the article, or on the desk. */
  total: number
  /** Where the next page begins. */
  next: string | null
  /** The filters were asked of this many proposals, and more wait behind them. */
  lookedAt: number | null
  articles: { slug: string; title: string; waiting: number }[]
  authors: { id: string; waiting: number }[]
  sections: { id: string; title: string }[]
}

export type SettledDto = {
  id: string
  claim: number | null
  state: 'accepted' | 'superseded' | 'rejected' | 'withdrawn'
  authorId: string | null
  reviewerId: string | null
  reviewReason: string | null
  at: Date
} & ({ label: string | null; text: string; baseText: string } | { change: StructureChange })

export type WaitingArticle = { slug: string; title: string; waiting: number }

export type AnswerDto = {
  id: string
  slug: string
  title: string
  claim: number | null
  answer: 'accepted' | 'rejected'
  /** Of a change of structure: which. */
  kind: StructureChange['kind'] | null
  words: string
  reason: string
  reviewerId: string | null
  at: Date
}

export type Answers = { answers: AnswerDto[]; total: number }
