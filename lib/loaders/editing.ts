import type { SessionClaim } from '@/lib/data/access.ts'
import { articleHead } from '@/lib/data/article/article.ts'
import { readStanding } from '@/lib/data/article/standing.ts'
import { db } from '@/lib/data/db.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import type { Ability } from '@/lib/domain/desk/permission.ts'
import type { EditingView, Viewer } from '@/lib/view/galley.ts'
import { articleOf } from './article.ts'
import { peopleOf } from './viewer.ts'

/** The article's text as it stands, beside the working text; whoever may not write in that reads along. */
export async function loadEditing(session: SessionClaim | null, slug: string): Promise<EditingView> {
  const article = await articleOf(session, slug)
  const [head, standing, who] = await Promise.all([
    articleHead(db(), article),
    readStanding(db(), article),
    peopleOf(article),
  ])
  return {
    article: { ...head, language: article.language },
    revision: standing.revision,
    blocks: standing.layout.blocks,
    texts: [...standing.texts].map(([number, text]) => [number, oneLine(text)]),
    moment: { seq: article.seq, deskSeq: article.deskSeq },
    ...who,
  }
}

export type ArticleOnly = { article: { id: string; slug: string; title: string }; viewer: Viewer }

/** An article's name, for a screen that needs no more of it. */
export async function loadArticleFor(
  session: SessionClaim | null,
  slug: string,
  ability: Ability,
): Promise<ArticleOnly> {
  const article = await articleOf(session, slug, ability)
  const [head, { viewer }] = await Promise.all([articleHead(db(), article), peopleOf(article)])
  return { article: head, viewer }
}
