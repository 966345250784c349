import { isUuid } from '@/lib/domain/text/uuid.ts'
// Which proposals a review page shows: read from its address, and written into addresses.

export const ENTRY_KINDS = ['wording', 'split', 'merged', 'moved', 'retired', 'new'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A place in the queue: the group, the claim within it, the proposal. */
export type Cursor = { group: string; claim: number; id: string }

export type QueueFilter = {
  /** The slug of an article. */
  article: string | null
  author: string | null
  section: string | null
  kind: EntryKind | null
  stake: boolean
  numbers: boolean
  mine: boolean
  after: Cursor | null
}

export type Query = Record<string, string | string[] | undefined>

/** A filter as an address has it. What cannot be one asks for nothing. */
export function readFilter(query: Query): QueueFilter {
  const said = (name: string) => {
    const value = query[name]
    const first = (Array.isArray(value) ? value[0] : value) ?? ''
    return first === '' || first.length > 200 || first.includes('\u0000') ? null : first.toWellFormed()
  }
  const author = said('author')
  const kind = said('kind')
  return {
    article: said('article'),
    author: author && isUuid(author) ? author : null,
    section: said('section'),
    kind: ENTRY_KINDS.find((known) => known === kind) ?? null,
    stake: said('stake') !== null,
    numbers: said('numbers') !== null,
    mine: said('mine') !== null,
    after: readCursor(said('after')),
  }
}

function readCursor(text: string | null): Cursor | null {
  const [group = '', claim = '', id = ''] = (text ?? '').split('.')
  return isUuid(group) && isUuid(id) && /^\d{1,9}$/.test(claim) ? { group, claim: Number(claim), id } : null
}

export function writeCursor({ group, claim, id }: Cursor): string {
  return `${group}.${claim}.${id}`
}

/** The address of a page with this filter, from `after` on. */
export function filterAddress(path: string, filter: QueueFilter, after: string | null): string {
  const { article, author, section, kind, stake, numbers, mine } = filter
  const said = {
    article,
    author,
    section,
    kind,
    stake: stake && '1',
    numbers: numbers && '1',
    mine: mine && '1',
    after,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}

/** Does the filter leave anything out? */
export function isFiltered({ after: _, ...asked }: QueueFilter): boolean {
  return Object.values(asked).some((value) => value !== null && value !== false)
}
