import type { SessionClaim } from '@/lib/data/access'
import { articleHead } from '@/lib/data/article'
import { db } from '@/lib/data/db'
import { settledProposals, waitingProposals } from '@/lib/data/review'
import type { Person, Viewer } from '@/lib/schema/galley'
import type { ProposalDto, SettledDto } from '@/lib/schema/review'
import { articleOf } from './article'
import { peopleOf } from './viewer'

export type ReviewView = {
  article: { id: string; slug: string; title: string }
  viewer: Viewer
  people: Person[]
  proposals: ProposalDto[]
  total: number
  settled: SettledDto[]
}

/** Proposed wordings that wait, and the last that were settled. */
export async function loadReview(session: SessionClaim | null, slug: string): Promise<ReviewView> {
  const article = await articleOf(session, slug)
  const [head, { people, viewer }, { proposals, total }, settled] = await Promise.all([
    articleHead(db(), article),
    peopleOf(article),
    waitingProposals(db(), article),
    settledProposals(db(), article),
  ])
  return { article: head, viewer, people, proposals, total, settled }
}
