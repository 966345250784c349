import type { EventKind } from './audit.ts'
import { type Ability, may, type Role } from './permission.ts'

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

/** What reads, or takes away what should not be there. */
const ABLE_WHILE_ARCHIVED: ReadonlySet<Ability> = new Set([
  'article.read',
  'article.archive',
  'source.read',
  'report.read',
  'report.export',
  'record.redact',
])

/**
 * May someone do this to the article they look at? Where it is archived, only what does not add to it.
 * @param viewer screens say who archived it, or nothing; the server says whether it is
 */
export function mayHere(viewer: { role: Role; archived?: unknown }, ability: Ability): boolean {
  return may(viewer.role, ability) && (!viewer.archived || ABLE_WHILE_ARCHIVED.has(ability))
}

/** What a person reads who wants to change it. */
export const ARCHIVED_NOW = 'This article is archived, so it cannot be changed. Bring it back first.'

/** What a person reads whose change an archived article does not take. */
export const ARCHIVED_WORDS =
  'This article is archived, so it cannot be changed. Nothing was recorded. An editor can bring it back from its details page.'
