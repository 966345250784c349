import type { EventKind } from './audit'

/** What can be done to an archived article: bring it back, and take away what should not be there. */
const WHILE_ARCHIVED: ReadonlySet<EventKind> = new Set([
  'article.brought_back',
  'record.redacted',
  'wording.withdrawn',
  'structure.withdrawn',
  'citation.withdrawn',
  'search.withdrawn',
  'assessment.withdrawn',
  'adjudication.withdrawn',
  'comment.withdrawn',
])

/** May a change of this kind be made to an article that is archived? */
export function mayWhileArchived(kind: EventKind): boolean {
  return WHILE_ARCHIVED.has(kind)
}

/** What a person reads whose change an archived article does not take. */
export const ARCHIVED_WORDS =
  'This article is archived, so it cannot be changed. Nothing was recorded. An editor can bring it back from its details page.'
