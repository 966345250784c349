import type { Coverage } from '@/lib/domain/claim/coverage.ts'
import type { Status } from '@/lib/domain/claim/status.ts'

// What the desk's first page gets.

export type ArticleCard = {
  slug: string
  title: string
  revision: number
  changedAt: Date
  waiting: number
  coverage: Coverage
}

export type ArchivedArticle = {
  id: string
  slug: string
  title: string
  /** Who archived it; null for the house itself. */
  memberId: string | null
  at: Date
  reason: string
}
export type ArchivedArticles = { articles: ArchivedArticle[]; total: number }

export type MentionDto = {
  id: string
  slug: string
  title: string
  claim: number
  /** What the claim says, with its label. */
  words: string
  body: string
  memberId: string | null
  at: Date
}

/** A claim that this person has to see to. */
export type AssignedDto = {
  id: string
  slug: string
  title: string
  claim: number
  /** What it says, with its label. */
  words: string
  status: Status
  note: string
  /** Who assigned it; this person, where they took it themselves. */
  memberId: string | null
  at: Date
  /** The notification that tells of it; null once it was seen. */
  told: string | null
}
export type AssignedList = { assigned: AssignedDto[]; total: number }
