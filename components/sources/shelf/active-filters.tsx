import Link from 'next/link'
import { RELIABILITY_LABEL } from '@/lib/domain/check/scale.ts'
import { HEALTH_LABEL } from '@/lib/domain/source/health.ts'
import { SOURCE_TYPES } from '@/lib/domain/source/source.ts'
import type { ShelfFilter } from '@/lib/schema/shelf-filter.ts'
import { shelfQuery } from '@/lib/schema/shelf-filter.ts'

/** What narrows the shelf just now, in words. */
function asked(filter: ShelfFilter): [keyof ShelfFilter, string][] {
  const { text, type, reliability, health, cited = null, unconfirmed = null } = filter
  return [
    ...(text ? [['text', `“${text}”`] as const] : []),
    ...(type ? [['type', SOURCE_TYPES[type]] as const] : []),
    ...(reliability ? [['reliability', `${reliability} · ${RELIABILITY_LABEL[reliability]}`] as const] : []),
    ...(health ? [['health', HEALTH_LABEL[health]] as const] : []),
    ...(cited === null ? [] : [['cited', cited ? 'Cited' : 'Not cited yet'] as const]),
    ...(unconfirmed === null ? [] : [['unconfirmed', unconfirmed ? 'Fields wait' : 'All fields accepted'] as const]),
  ].map(([name, words]) => [name, words])
}

export function isNarrowed(filter: ShelfFilter): boolean {
  return asked(filter).length > 0
}

/** Each with a link that takes it away, and one that takes all away. */
export function ActiveFilters({ filter }: { filter: ShelfFilter }) {
  const narrowed = asked(filter)
  if (narrowed.length === 0) return null
  return (
    <ul aria-label="What narrows the shelf" className="mb-3 flex flex-wrap items-center gap-1.5 text-[13px]">
      {narrowed.map(([name, words]) => (
        <li key={name}>
          <Link
            prefetch={false}
            href={addressOf({ ...filter, [name]: null })}
            aria-label={`No longer: ${words}`}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-pencil bg-pencil-soft px-2.5 text-pencil hover:brightness-95"
          >
            <span className="max-w-64 truncate">{words}</span>
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {narrowed.length > 1 && (
        <li>
          <Link prefetch={false} href="/sources" className="px-1.5 py-1 text-pencil hover:underline">
            Show all
          </Link>
        </li>
      )}
    </ul>
  )
}

/** The shelf's address with what is asked of it. */
export function addressOf(filter: ShelfFilter, after?: string): string {
  const query = shelfQuery({ ...filter, ...(after && { after }) }).toString()
  return query ? `/sources?${query}` : '/sources'
}
