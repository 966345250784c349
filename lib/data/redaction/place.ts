import {
  ARTICLE_NOUN,
  type ArticleTarget,
  type Redactable,
  SHELF_REASONS,
  type ShelfReason,
} from '@/lib/domain/desk/redaction.ts'
import type { Db } from '../db.ts'

/** Where an entry is: on an article, or (`article` null) on a desk's shelf. */
export type EntryPlace = {
  workspaceId: string
  desk: string
  article: { id: string; slug: string; title: string } | null
}

/** Finds an entry by its id alone, on whichever desk; for the command line. Null where there is none of that kind. */
export async function placeOfEntry(db: Db, what: Redactable, id: string): Promise<EntryPlace | null> {
  const noun = nounOf(what)
  const onArticle = what in ARTICLE_NOUN
  const [row] = await db.$queryRawUnsafe<
    { workspaceId: string; desk: string; id: string; slug: string; title: string }[]
  >(
    `SELECT w."id" AS "workspaceId", w."name" AS "desk", ${onArticle ? 'a."id", a."slug", a."title"' : `NULL AS "id", '' AS "slug", '' AS "title"`}
     FROM "${noun}" r JOIN "Workspace" w ON w."id" = r."workspaceId" ${onArticle ? 'JOIN "Article" a ON a."id" = r."articleId"' : ''}
     WHERE r."id" = $1::uuid`,
    id,
  )
  if (!row) return null
  const { workspaceId, desk, ...article } = row
  return { workspaceId, desk, article: onArticle ? article : null }
}

/** The table of what can be redacted. Names come from this code, never from people. */
function nounOf(what: Redactable): string {
  if (what === 'source') return 'Source'
  if (what === 'snapshot') return 'Snapshot'
  if (what in SHELF_REASONS) return SHELF_REASONS[what as ShelfReason]
  return ARTICLE_NOUN[what as ArticleTarget].noun
}
