// What the review page and the desk get of proposed wordings.

export type AtStake = { citations: number; assessments: number }

export type ProposalDto = {
  id: string
  claim: number
  claimId: string
  text: string
  reason: string
  authorId: string | null
  at: Date
  baseText: string
  headId: string
  headText: string
  /** The accepted wording is no longer the one this was written against. */
  conflict: boolean
  /** Current checks of the accepted wording, which go stale if this changes its substance. */
  atStake: AtStake
}

export type SettledDto = {
  id: string
  claim: number
  text: string
  baseText: string
  state: 'accepted' | 'superseded' | 'rejected' | 'withdrawn'
  authorId: string | null
  reviewerId: string | null
  reviewReason: string | null
  at: Date
}

export type WaitingArticle = { slug: string; title: string; waiting: number }
