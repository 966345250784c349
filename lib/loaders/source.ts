import { authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { db } from '@/lib/data/db.ts'
import { SHELF_PAGE, searchShelf } from '@/lib/data/shelf/shelf.ts'
import { readSource } from '@/lib/data/shelf/source-page.ts'
import { isUuid } from '@/lib/domain/text/uuid.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { ShelfFilter } from '@/lib/schema/shelf-filter.ts'
import { parseShelfFilter } from '@/lib/schema/shelf-filter.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { ShelfRow, SourceDto, SourceName } from '@/lib/view/shelf.ts'
import { deskOf, peopleOf } from './viewer.ts'

export type ShelfView = { viewer: Viewer; sources: ShelfRow[]; filter: ShelfFilter; next: string | null }

export async function loadShelf(
  session: SessionClaim | null,
  query: Record<string, string | string[] | undefined>,
): Promise<ShelfView> {
  const desk = await deskOf(session)
  const filter = parseShelfFilter(query)
  const after = typeof query.after === 'string' && isUuid(query.after) ? query.after : undefined
  const [{ viewer }, sources] = await Promise.all([peopleOf(desk), searchShelf(db(), desk, { ...filter, after })])
  return { viewer, sources, filter, next: sources.length === SHELF_PAGE ? (sources.at(-1)?.id ?? null) : null }
}

export type SourceView = { viewer: Viewer; people: Person[]; source: SourceDto; others: SourceName[] }

/** A source of the desk this person works at. @throws AppError not_found, also for one of another desk */
export async function loadSource(session: SessionClaim | null, sourceId: string): Promise<SourceView> {
  const desk = await deskOf(session)
  if (!isUuid(sourceId)) throw new AppError('not_found', 'There is no such source on this shelf.')
  const authority = await authorizeWorkspace(db(), session, desk.workspaceId, 'source.read')
  const [{ viewer, people }, source, shelf] = await Promise.all([
    peopleOf(desk),
    readSource(db(), authority, sourceId),
    searchShelf(db(), authority, {}),
  ])
  const others = shelf.filter((row) => row.id !== sourceId).map(({ id, title }) => ({ id, title }))
  return { viewer, people, source, others }
}
