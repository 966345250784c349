import type { SessionClaim } from '@/lib/data/access.ts'
import { currentDetails } from '@/lib/data/article/detail.ts'
import { db } from '@/lib/data/db.ts'
import { deskTick } from '@/lib/data/desk/ticks.ts'
import type { DetailsView } from '@/lib/view/article-detail.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { articleOf } from './article.ts'
import { peopleOf } from './viewer.ts'

/** What is said about an article as a whole, and whether it is archived. */
export async function loadDetails(
  session: SessionClaim | null,
  slug: string,
): Promise<DetailsView & { viewer: Viewer; tick: number }> {
  const article = await articleOf(session, slug)
  // Before the rest: what is recorded while it is read is told to the page again.
  const tick = await deskTick(db(), article)
  const [details, { viewer }] = await Promise.all([currentDetails(db(), article), peopleOf(article)])
  return { article: { id: article.articleId, slug: article.slug, ...details }, seq: article.seq, viewer, tick }
}
