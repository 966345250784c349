import { authorizeWorkspace, type SessionClaim } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import { readSource, SHELF_PAGE, searchShelf } from '@/lib/data/shelf'
import { AppError } from '@/lib/platform/errors'
import type { Person, Viewer } from '@/lib/schema/galley'
import type { ShelfRow, SourceDto } from '@/lib/schema/shelf'
import { deskOf, peopleOf } from './viewer'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type ShelfView = { viewer: Viewer; sources: ShelfRow[]; text: string; next: string | null }

export async function loadShelf(
  session: SessionClaim | null,
  asked: { text: string; after: string },
): Promise<ShelfView> {
  const desk = await deskOf(session)
  const after = UUID.test(asked.after) ? asked.after : undefined
  const text = asked.text.toWellFormed().replaceAll('\u0000', '').slice(0, 200)
  const [{ viewer }, sources] = await Promise.all([peopleOf(desk), searchShelf(db(), desk, { text, after })])
  return { viewer, sources, text, next: sources.length === SHELF_PAGE ? (sources.at(-1)?.id ?? null) : null }
}

export type SourceView = {
  viewer: Viewer
  people: Person[]
  source: SourceDto
  others: { id: string; title: string }[]
}

/** A source of the desk this person works at. @throws AppError not_found, also for one of another desk */
export async function loadSource(session: SessionClaim | null, sourceId: string): Promise<SourceView> {
  const desk = await deskOf(session)
  if (!UUID.test(sourceId)) throw new AppError('not_found', 'There is no such source on this shelf.')
  const authority = await authorizeWorkspace(db(), session, desk.workspaceId, 'source.read')
  const [{ viewer, people }, source, shelf] = await Promise.all([
    peopleOf(desk),
    readSource(db(), authority, sourceId),
    searchShelf(db(), authority, {}),
  ])
  const others = shelf.filter((row) => row.id !== sourceId).map(({ id, title }) => ({ id, title }))
  return { viewer, people, source, others }
}
